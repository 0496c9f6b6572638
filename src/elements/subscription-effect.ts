import { html, nothing, type TemplateResult } from 'lit';
import type { Subscription } from '../api/index.js';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { formatMoney } from '../locale/money.js';
import type { Bill } from '../store/bill.js';
import { nextInvoiceWith, type InvoiceEffect } from '../store/next-invoice-with.js';

/** What a change of a subscription does to the next invoice; absent where that can't be said. */
export function effectOf(
  tag: LanguageTag,
  bill: Bill | undefined,
  subscription: Subscription,
  change: (subscription: Subscription) => Subscription,
): TemplateResult | typeof nothing {
  const effect = bill && nextInvoiceWith(bill, subscription, change);
  if (!effect) return nothing;
  return html`<div part="effect">
    <dl class="quote-facts">
      <div>
        <dt class="muted">${text(tag, 'effect.next')}</dt>
        <dd class="number">${wordsOf(tag, effect)}</dd>
      </div>
    </dl>
    ${whenOf(tag, effect)}
  </div>`;
}

function wordsOf(tag: LanguageTag, effect: InvoiceEffect): string {
  const [before, after] = [effect.before, effect.after].map((each) => each && formatMoney(tag, each.total));
  if (!after) return before ? text(tag, 'effect.none', { before }) : text(tag, 'effect.none-as-before');
  if (!before) return after;
  return before === after ? text(tag, 'quote.unchanged', { after }) : text(tag, 'quote.instead', { before, after });
}

/** When it comes, and whether usage will be added to it. */
function whenOf(tag: LanguageTag, { after }: InvoiceEffect): TemplateResult | typeof nothing {
  if (!after) return nothing;
  const { issueDate, arrears } = after.dates;
  const date = formatDate(tag, issueDate);
  return html`<p class="muted small">${text(tag, arrears ? 'effect.on-so-far' : 'effect.on', { date })}</p>`;
}
