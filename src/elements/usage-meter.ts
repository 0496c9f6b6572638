import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { isolate, text } from '../locale/messages.js';
import type { LanguageTag } from '../locale/intl.js';
import { formatPrice } from '../locale/money.js';
import { formatQuantity, unitName } from '../locale/units.js';
import { parseExact, subtract, toText } from '../rating/decimal.js';
import type { AllowanceStatus, RatedPlan } from '../rating/index.js';
import { pixelValue } from './usage-graph.scale.js';

/** How far an allowance is used: in words, and as a bar on which what is over has a pattern of its own. */
export function meter(tag: LanguageTag, status: AllowanceStatus, plan: RatedPlan): TemplateResult {
  const of = text(tag, 'usage.of', {
    used: formatQuantity(tag, status.used, ''),
    included: formatQuantity(tag, status.included, status.unit),
  });
  return html`<div part="allowance" class="allowance">
    <p class="row"><bdi>${status.name}</bdi><span class="number strong">${of}</span></p>
    ${bar(status, `${of}. ${rest(tag, status)}`)}
    <p class="row small muted">
      <span class=${status.over === '0' ? '' : 'over'}>${rest(tag, status)}</span>${further(tag, status, plan)}
    </p>
  </div>`;
}

/** Usage that is set against nothing: how much, and, with a plan, for how much each. */
export function plainUsage(tag: LanguageTag, status: AllowanceStatus, plan?: RatedPlan): TemplateResult {
  const each = plan && priceOf(tag, status, plan);
  return html`<div>
    <dt>
      <bdi>${status.name}</bdi>${each && html` <span class="muted small">${text(tag, 'usage.priced', each)}</span>`}
    </dt>
    <dd class="end number">${formatQuantity(tag, status.used, status.unit)}</dd>
  </div>`;
}

function bar({ name, used, included, over }: AllowanceStatus, words: string): TemplateResult {
  const [now, limit] = [pixelValue(used), pixelValue(included)];
  const most = Math.max(now, limit, 1);
  const share = (value: number): string => `${(100 * value) / most}%`;
  return html`<div
    part="meter"
    class="meter"
    .role=${'meter'}
    aria-label=${isolate(name)}
    aria-valuemin="0"
    aria-valuemax=${most}
    aria-valuenow=${now}
    aria-valuetext=${words}
  >
    <span part="meter-used" class="used" ${wide(share(Math.min(now, limit)))}></span>
    ${over === '0' ? nothing : html`<span part="meter-over" class="beyond" ${wide(share(now - limit))}></span>`}
  </div>`;
}

/** By script, because a page's policy may forbid `style` attributes. */
const wide = (share: string): ReturnType<typeof ref> =>
  ref((element) => {
    if (element instanceof HTMLElement) element.style.inlineSize = share;
  });

function rest(tag: LanguageTag, { included, used, over, unit }: AllowanceStatus): string {
  if (over !== '0') return text(tag, 'usage.over', { quantity: formatQuantity(tag, over, unit) });
  const left = toText(subtract(parseExact(included), parseExact(used)));
  return text(tag, 'usage.left', { quantity: formatQuantity(tag, left, unit, 'up') });
}

function further(tag: LanguageTag, status: AllowanceStatus, plan: RatedPlan): TemplateResult | typeof nothing {
  const each = priceOf(tag, status, plan);
  return each ? html`<span class="number">${text(tag, 'usage.further', each)}</span>` : nothing;
}

/** The price of a unit, where there is one price for all. */
function priceOf(
  tag: LanguageTag,
  { charge, unit }: AllowanceStatus,
  plan: RatedPlan,
): { price: string; unit: string } | undefined {
  const price = plan.usage.find(({ id }) => id === charge)?.price;
  return price?.type === 'per-unit'
    ? { price: formatPrice(tag, price.unitAmount, plan), unit: unitName(tag, unit) }
    : undefined;
}
