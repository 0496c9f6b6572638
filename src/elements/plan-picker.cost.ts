import { html, nothing, type TemplateResult } from 'lit';
import type { Plan } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import type { Money } from '../rating/index.js';
import { amount } from './amount.js';
import { badge } from './badge.js';
import { icon } from './icons.js';
import type { PlansView } from './plan-picker.view.js';

/** Which amount of a plan: at the use that is looked at, or over the last months. */
export type CostKind = 'use' | 'months';

/** What an amount is for. */
export const costName = (tag: LanguageTag, kind: CostKind, months: number): string =>
  kind === 'use' ? text(tag, 'what-if.at-usage') : text(tag, 'what-if.last-months', { count: String(months) });

/** What a plan costs at the use that is looked at. Nothing where that can't be told. */
export function costAtUse(view: PlansView, plan: Plan): TemplateResult | typeof nothing {
  const cost = view.priced?.costs.get(plan.id);
  if (!cost) return nothing;
  return costOf(view, plan, 'use', cost.total, view.priced?.least === plan.id ? 'plans.least' : undefined);
}

/** What a plan would have cost over the last months. */
export function costOfMonths(view: PlansView, plan: Plan): TemplateResult | typeof nothing {
  const cost = view.past.get(plan.id);
  if (!cost || !view.priced) return nothing;
  const isBest = view.comparison?.history?.best.best === plan.id;
  return costOf(view, plan, 'months', cost.total, isBest ? 'what-if.least-months' : undefined);
}

/** An amount that opens how it was made. */
function costOf(
  { tag, comparison, explain }: PlansView,
  plan: Plan,
  kind: CostKind,
  total: Money,
  mark: 'plans.least' | 'what-if.least-months' | undefined,
): TemplateResult {
  const months = comparison?.history?.months.length ?? 0;
  return html`<button
    part="cost"
    type="button"
    class="cost"
    aria-haspopup="dialog"
    @click=${() => explain({ plan: plan.id, kind })}
  >
    <span class="cost-name small">${costName(tag, kind, months)}</span>
    <span class="cost-total">${amount(tag, total)}</span>
    ${icon('chevron')} ${mark ? html`<span class="cost-mark">${badge('positive', text(tag, mark))}</span>` : nothing}
  </button>`;
}
