import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { text } from '../locale/messages.js';
import { badgesOf, choiceOf } from './plan-picker.choice.js';
import { costAtUse, costOfMonths } from './plan-picker.cost.js';
import type { PlanOption } from './plan-picker.option.js';
import { feeOf, termsOf } from './plan-picker.terms.js';
import { partedOptions, type PlansView } from './plan-picker.view.js';

/** The plans side by side, a row each; where it is narrow, each row is a card. */
export function planTable(view: PlansView): TemplateResult {
  const { tag, priced, comparison, mayChange } = view;
  const count = String(comparison?.history?.months.length ?? 0);
  return html`<div class="cards">
    <table part="table">
      <thead>
        <tr>
          <th scope="col">${text(tag, 'plans.plan')}</th>
          <th scope="col">${text(tag, 'plans.fee')}</th>
          <th scope="col">${text(tag, 'plans.usage')}</th>
          ${priced ? html`<th scope="col" class="end">${text(tag, 'what-if.at-usage')}</th>` : nothing}
          ${priced && count !== '0' ? html`<th scope="col" class="end">${text(tag, 'what-if.last-months', { count })}</th>` : nothing}
          ${mayChange ? html`<th scope="col">${text(tag, 'plans.action')}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          partedOptions(view).flat(),
          ({ plan }) => plan.id,
          (option) => planRow(view, option),
        )}
      </tbody>
    </table>
  </div>`;
}

function planRow(view: PlansView, option: PlanOption): TemplateResult {
  const { tag, priced, comparison, mayChange, warnings } = view;
  const { plan, standing } = option;
  const warning = warnings.get(plan.id);
  return html`<tr part="plan plan-${standing}" class=${standing}>
    <th scope="row">
      <bdi class="plan-name">${plan.name}</bdi> ${badgesOf(tag, option)}
      ${warning ? html`<p class="row-warning small">${warning}</p>` : nothing}
    </th>
    <td data-label=${text(tag, 'plans.fee')}><span>${guard([tag, plan], () => feeOf(tag, plan))}</span></td>
    <td data-label=${text(tag, 'plans.usage')}>${guard([tag, plan], () => termsOf(tag, plan))}</td>
    ${priced ? html`<td>${costAtUse(view, plan)}</td>` : nothing}
    ${priced && comparison?.history ? html`<td>${costOfMonths(view, plan)}</td>` : nothing}
    ${mayChange ? html`<td>${choiceOf(view, option)}</td>` : nothing}
  </tr>`;
}
