import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Plan } from '../api/index.js';
import { hasText, text } from '../locale/messages.js';
import { notice } from './notices.js';
import { badgesOf, choiceOf } from './plan-picker.choice.js';
import { costAtUse, costOfMonths } from './plan-picker.cost.js';
import type { PlanOption } from './plan-picker.option.js';
import { feeOf, termsOf } from './plan-picker.terms.js';
import { partedOptions, type PlansView } from './plan-picker.view.js';

/** The plans as cards; those that can't be compared stand below, under headings that say why. */
export function planCards(view: PlansView): TemplateResult {
  const [compared, apart] = partedOptions(view);
  return html`${cardList(view, compared)} ${apartOf(view, apart)}`;
}

function whyApart(options: readonly PlanOption[]): 'plans.apart.other' {
  const families = new Set(options.map(({ plan }) => plan.family));
  const key = `plans.apart.${families.size === 1 ? [...families].join() : 'other'}`;
  return hasText(key) ? (key as 'plans.apart.other') : 'plans.apart.other';
}

function apartOf(view: PlansView, options: readonly PlanOption[]): TemplateResult | typeof nothing {
  if (options.length === 0) return nothing;
  return html`<div part="apart" class="apart">
    <h3>${text(view.tag, 'plans.apart')}</h3>
    <p class="muted small">${text(view.tag, whyApart(options))}</p>
    ${cardList(view, options)}
  </div>`;
}

const cardList = (view: PlansView, options: readonly PlanOption[]): TemplateResult =>
  html`<ul class="plans ${rowsOf(view, options)}">
    ${repeat(
      options,
      ({ plan }) => plan.id,
      (option) => card(view, option),
    )}
  </ul>`;

/** Rows that no card of a list has are left out for all of them. */
function rowsOf({ priced, warnings }: PlansView, options: readonly PlanOption[]): string {
  if (!options.some(({ plan }) => priced?.costs.has(plan.id))) return 'bare';
  return options.some(({ plan }) => warnings.has(plan.id)) ? '' : 'unwarned';
}

function card(view: PlansView, option: PlanOption): TemplateResult {
  const { tag, warnings } = view;
  const { plan, standing } = option;
  const warning = warnings.get(plan.id);
  return html`<li part="plan plan-${standing}" class="plan ${standing}">
    <div class="plan-head">
      <h3 class="plan-name"><bdi>${plan.name}</bdi></h3>
      ${badgesOf(tag, option)}
    </div>
    <p>${guard([tag, plan], () => feeOf(tag, plan))}</p>
    <p class="plan-about muted small"><bdi>${plan.description}</bdi></p>
    ${guard([tag, plan], () => termsOf(tag, plan))} ${costsOf(view, plan)}
    ${warning ? notice('warning', warning) : nothing}
    <div class="plan-foot">${choiceOf(view, option)}</div>
  </li>`;
}

function costsOf(view: PlansView, plan: Plan): TemplateResult | typeof nothing {
  if (!view.priced?.costs.has(plan.id)) return nothing;
  return html`<div class="costs">${costAtUse(view, plan)} ${costOfMonths(view, plan)}</div>`;
}
