import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatPeriod } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { formatPrice } from '../locale/money.js';
import { numberText } from '../locale/numbers.js';
import type { Currency, Decimal, RatedAddOn } from '../rating/index.js';
import { intervalOf } from '../store/interval.js';
import { mostOf, wholeQuantityOf, type UseBasis } from '../store/what-if.js';
import type { Comparison } from '../store/what-if-query.js';
import { checkField, selectField } from './fields.js';
import type { ComparedUse } from './plan-picker.use.js';

/** More lines than this are no question for a slider. */
const MOST_LINES = '20';

/** What the user compares at, and what changes it. */
export interface WhatIfControls {
  readonly tag: LanguageTag;
  readonly currency: Currency;
  readonly comparison: Comparison;
  readonly basis: UseBasis;
  readonly use: ComparedUse;
  /** The user has let go of what was changed: the moment to say what came of it. */
  readonly settled: () => void;
}

/** What plans are compared at: a use that is known, and sliders for another one. Nothing here asks the back end. */
export function whatIfControls(controls: WhatIfControls): TemplateResult {
  const { tag, comparison, basis, use } = controls;
  const hasYearly = comparison.plans.some((plan) => intervalOf(plan) === 'year');
  const options = comparison.bases.map((each) => ({ value: each.id, label: basisName(tag, each) }));
  return html`<div part="what-if" class="what-if" role="group" aria-labelledby="what-if">
    <div class="what-if-head">
      <h3 id="what-if">${text(tag, 'what-if.title')}</h3>
      <button part="reset" type="button" class="link small" ?hidden=${!use.isChanged} @click=${use.reset}>
        ${text(tag, 'what-if.back')}
      </button>
    </div>
    <div class="fields two">
      ${selectField({ id: 'basis', label: text(tag, 'what-if.at'), value: basis.id, options, change: use.pick })}
      ${comparison.charges.map((charge) => quantitySlider(controls, charge))} ${linesSlider(controls)}
      ${addOnChoice(controls)}
    </div>
    <p class="muted small">${text(tag, hasYearly ? 'what-if.hint-year' : 'what-if.hint')}</p>
  </div>`;
}

const basisName = (tag: LanguageTag, { kind, use }: UseBasis): string =>
  kind === 'month' ? formatPeriod(tag, use.period) : text(tag, `what-if.${kind}`);

function quantitySlider(controls: WhatIfControls, charge: Comparison['charges'][number]): TemplateResult {
  const { comparison, basis, tag } = controls;
  const { changes, change } = controls.use;
  return slider(controls, {
    id: `use-${charge.id}`,
    label: isolate(charge.name),
    value: changes.quantities[charge.id] ?? wholeQuantityOf(basis.use, charge),
    most: mostOf(charge, comparison.plans, comparison.bases),
    words: (value) => numberText(tag, value),
    set: (value) => change({ ...changes, quantities: { ...changes.quantities, [charge.id]: value } }),
  });
}

function linesSlider(controls: WhatIfControls): TemplateResult | typeof nothing {
  const { tag, comparison, basis } = controls;
  const { changes, change } = controls.use;
  if (!comparison.plans.some(({ lines }) => lines)) return nothing;
  return slider(controls, {
    id: 'use-lines',
    label: text(tag, 'what-if.lines'),
    value: String(changes.lines ?? basis.use.lines),
    most: MOST_LINES,
    words: (value) => numberText(tag, value),
    set: (value) => change({ ...changes, lines: Number(value) }),
  });
}

interface Slider {
  readonly id: string;
  readonly label: string;
  readonly value: Decimal;
  readonly most: Decimal;
  readonly words: (value: Decimal) => string;
  readonly set: (value: Decimal) => void;
}

/** A native slider with the same number beside it, to be typed. What is no whole number changes nothing. */
function slider({ settled }: WhatIfControls, { id, label, value, most, words, set }: Slider): TemplateResult {
  const input = (event: Event): void => {
    const typed = (event.target as HTMLInputElement).value;
    if (/^\d{1,7}$/.test(typed)) set(String(BigInt(typed)));
  };
  return html`<div class="slider">
    <label class="label" for=${id}>${label}</label>
    <div class="slider-fields">
      <input
        part="slider"
        id=${id}
        type="range"
        min="0"
        max=${most}
        step="1"
        aria-valuetext=${words(value)}
        .value=${live(value)}
        @input=${input}
        @change=${settled}
      />
      <input
        class="input number"
        type="number"
        min="0"
        step="1"
        inputmode="numeric"
        aria-label=${label}
        .value=${live(value)}
        @input=${input}
        @change=${settled}
      />
    </div>
  </div>`;
}

function addOnChoice(controls: WhatIfControls): TemplateResult | typeof nothing {
  const { tag, comparison, basis, settled, currency } = controls;
  const { changes, change } = controls.use;
  const has: readonly RatedAddOn[] = changes.addOns ?? basis.use.addOns;
  const more = comparison.addOns.filter(({ id }) => !basis.use.addOns.some((own) => own.id === id));
  const all: readonly RatedAddOn[] = [...basis.use.addOns, ...more];
  if (all.length === 0) return nothing;
  return html`<fieldset class="add-ons">
    <legend>${text(tag, 'what-if.add-ons')}</legend>
    ${all.map((addOn) =>
      checkField({
        id: `use-add-on-${addOn.id}`,
        label: `${isolate(addOn.name)} · ${formatPrice(tag, addOn.fee, currency)}`,
        checked: has.some(({ id }) => id === addOn.id),
        change: (checked) => {
          const others = has.filter(({ id }) => id !== addOn.id);
          change({ ...changes, addOns: checked ? [...others, addOn] : others });
          settled();
        },
      }),
    )}
  </fieldset>`;
}
