import { html, nothing, type TemplateResult } from 'lit';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { formatMoney } from '../locale/money.js';
import type { Advice } from '../store/advice.js';
import { icon } from './icons.js';

/** Whether another plan would have cost less, in one sentence; nothing while there is too little history to say so. */
export function adviceOn(
  tag: LanguageTag,
  { best, plans, months, only }: Advice,
  compare: () => void,
): TemplateResult | typeof nothing {
  if (best.verdict === 'not-enough-history') return nothing;
  const count = String(months.length);
  const better = plans.find(({ id }) => id === best.best);
  const says =
    best.verdict === 'switch' && better
      ? text(tag, 'advice.switch', { count, plan: isolate(better.name), amount: formatMoney(tag, best.saving) })
      : text(tag, only ? `advice.stay-${only}` : 'advice.stay', { count });
  return html`<p part="advice" class="advice small">
    ${icon(best.verdict === 'switch' ? 'down' : 'check')}
    <span>${says} <button type="button" class="link" @click=${compare}>${text(tag, 'advice.compare')}</button></span>
  </p>`;
}
