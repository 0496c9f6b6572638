import { html, nothing, type TemplateResult } from 'lit';
import type { Plan } from '../api/index.js';
import { formatPeriod } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { formatAmount } from '../locale/money.js';
import type { Money, WhatIf } from '../rating/index.js';
import { amount } from './amount.js';
import { dialog } from './dialog.js';
import { derivationOf, lineName } from './invoice-line.js';
import { costName, type CostKind } from './plan-picker.cost.js';
import type { PlansView } from './plan-picker.view.js';

/** The amount that is looked at. */
export interface Explained {
  readonly plan: string;
  readonly kind: CostKind;
}

/** How an amount of a plan was made, line by line or month by month. It is always in the page. */
export function costDialog(view: PlansView, explained: Explained | undefined, close: () => void): TemplateResult {
  const { tag, comparison } = view;
  const plan = comparison?.plans.find(({ id }) => id === explained?.plan);
  const content = plan && explained && (explained.kind === 'use' ? atUse(view, plan) : overMonths(view, plan));
  const months = comparison?.history?.months.length ?? 0;
  return dialog(tag, {
    open: content !== undefined,
    id: 'cost',
    title: plan?.name ?? '',
    content: html`<p class="muted small">${explained ? costName(tag, explained.kind, months) : nothing}</p>
      ${content}`,
    actions: html`<button type="button" class="button" @click=${close}>${text(tag, 'common.close')}</button>`,
    close,
  });
}

function atUse({ tag, priced }: PlansView, plan: Plan): TemplateResult | undefined {
  const cost = priced?.costs.get(plan.id);
  if (!cost) return undefined;
  return html`${totalOf(tag, cost.total)}
    <ul class="cost-lines">
      ${cost.lines.map((line) => lineOf(tag, plan, line))}
    </ul>`;
}

function lineOf(tag: LanguageTag, plan: Plan, line: WhatIf['lines'][number]): TemplateResult {
  const allowances = plan.usage.map(({ id, included }) => ({ subscription: plan.id, charge: id, included }));
  return html`<li>
    ${row(tag, lineName(tag, line, { allowances }), line.amount)}
    <div part="derivation" class="muted">${derivationOf(line, { tag, currency: plan })}</div>
  </li>`;
}

function overMonths({ tag, past, comparison }: PlansView, plan: Plan): TemplateResult | undefined {
  const [cost, history] = [past.get(plan.id), comparison?.history];
  if (!cost || !history) return undefined;
  return html`${totalOf(tag, cost.total)}
    <ul class="cost-lines">
      ${cost.months.map((money, index) => {
        const month = history.months[index];
        return html`<li>${month ? row(tag, formatPeriod(tag, month), money) : nothing}</li>`;
      })}
    </ul>`;
}

const totalOf = (tag: LanguageTag, total: Money): TemplateResult =>
  html`<p class="quote-amount number">${amount(tag, total)}</p>`;

const row = (tag: LanguageTag, name: string, money: Money): TemplateResult =>
  html`<p class="row"><bdi>${name}</bdi><bdi class="number">${formatAmount(tag, money)}</bdi></p>`;
