import { html, nothing } from 'lit';
import type { BillingError, Plan, Subscription } from '../api/index.js';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { formatMoney } from '../locale/money.js';
import { intervalOf } from '../store/interval.js';
import type { PricedPlans } from '../store/what-if.js';
import { notice } from './notices.js';
import { isHigher } from './plan-picker.option.js';
import type { ChangeWords } from './quote-flow.js';

/** The label of the button that changes to a plan. */
export const changeLabel = (tag: LanguageTag, plan: Plan, own: Plan): string =>
  text(tag, isHigher(plan, own) ? 'plans.upgrade' : 'plans.change', { plan: isolate(plan.name) });

/** What the dialog says of a change to a plan; `warning` is of its overage. */
export function changeWords(tag: LanguageTag, plan: Plan, own: Plan, warning: string | undefined): ChangeWords {
  const action = changeLabel(tag, plan, own);
  const fromTo = text(tag, 'plans.from-to', { before: isolate(own.name), after: isolate(plan.name) });
  return {
    title: action,
    action,
    summary: html`${fromTo} ${warning ? notice('warning', warning) : nothing}`,
    yearly: [intervalOf(own) === 'year', intervalOf(plan) === 'year'],
  };
}

/** What became of a change that went through. */
export function changedText(tag: LanguageTag, wanted: Plan, result: Subscription | undefined): string {
  const scheduled = result?.scheduledChange;
  if (!scheduled) return text(tag, 'plans.changed', { plan: isolate(wanted.name) });
  const date = formatDate(tag, scheduled.on);
  return text(tag, 'plans.change-scheduled', { plan: isolate(scheduled.plan.name), date });
}

/** Which plan costs least now; empty where that can't be told. */
export function leastText(
  tag: LanguageTag,
  plans: readonly Plan[],
  priced: PricedPlans | BillingError | undefined,
): string {
  if (!priced || !('least' in priced)) return '';
  const [plan, cost] = [plans.find(({ id }) => id === priced.least), priced.costs.get(priced.least)];
  if (!plan || !cost) return '';
  return text(tag, 'what-if.least', { plan: isolate(plan.name), amount: formatMoney(tag, cost.total) });
}
