import { html, nothing, type TemplateResult } from 'lit';
import type { Plan } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { formatPrice } from '../locale/money.js';
import { formatQuantity, unitName } from '../locale/units.js';
import type { UsageCharge } from '../rating/index.js';
import { intervalOf } from '../store/interval.js';
import { price } from './amount.js';

/** A plan's base fee, drawn like an amount. */
export function feeOf(tag: LanguageTag, plan: Plan): TemplateResult {
  const unit = unitName(tag, intervalOf(plan));
  return html`<span class="fee number">${price(tag, plan.baseFee, plan)}</span>
    <span class="muted small">${text(tag, 'plan.per', { unit })}</span>`;
}

/** What a plan includes and what goes beyond costs, one row a charge. */
export function termsOf(tag: LanguageTag, plan: Plan): TemplateResult {
  const { lines } = plan;
  const further = lines && {
    count: String(lines.included),
    price: formatPrice(tag, lines.fee, plan),
  };
  return html`<ul part="terms" class="terms small">
    ${plan.usage.map((charge) => html`<li>${chargeText(tag, charge, plan)}</li>`)}
    ${further ? html`<li>${text(tag, 'plans.lines', further)}</li>` : nothing}
  </ul>`;
}

function chargeText(
  tag: LanguageTag,
  { name: own, included, unit: id, price: model }: UsageCharge,
  plan: Plan,
): string {
  const [name, unit] = [isolate(own), unitName(tag, id)];
  if (model.type !== 'per-unit') return text(tag, 'plans.by-tiers', { name });
  const each = formatPrice(tag, model.unitAmount, plan);
  if (/^0*(\.0*)?$/.test(included)) return text(tag, 'plans.charge', { name, price: each, unit });
  const quantity = formatQuantity(tag, included, id);
  const key = intervalOf(plan) === 'year' ? 'plans.charge-monthly' : 'plans.charge-free';
  return text(tag, key, { name, quantity, price: each, unit });
}
