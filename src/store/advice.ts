import type { BillingError, Page, Plan, Subscription, Usage } from '../api/index.js';
import { bestPlan, type BestPlan, type Period, type UsageDay, type WhatIfUse } from '../rating/index.js';
import { ratedOrError } from './combine.js';
import { intervalOf, type Interval } from './interval.js';
import { inOneDay } from './one-day.js';

export { cheaperAmong } from './cost-effective.js';

/** Fewer months than these are no ground for advice. */
const FEWEST_MONTHS = 3;

/** Which plan would have been the best for a subscription, by the months that it was charged for. */
export interface Advice {
  readonly subscription: Subscription;
  /** The plans that were compared, the current one among them. */
  readonly plans: readonly Plan[];
  /** The months that were looked at, oldest first. */
  readonly months: readonly Period[];
  /** What was used in each of them, all on one day. */
  readonly uses: readonly WhatIfUse[];
  readonly best: BestPlan;
  /** How the compared plans are paid for, where there are others that are paid for otherwise. */
  readonly only?: Interval;
}

/**
 * The plans that a subscription can be compared with, its own first: of its family and currency, on offer, paid for by the
 * interval that is wanted, its own when left out, and able to charge its usage.
 */
export function comparable({ plan }: Subscription, plans: readonly Plan[], interval = intervalOf(plan)): Plan[] {
  const charges = plan.usage.map(({ id }) => id);
  const fits = (other: Plan): boolean =>
    other.family === plan.family &&
    other.currency === plan.currency &&
    other.exponent === plan.exponent &&
    (other.interval ?? 'month') === interval &&
    other.status !== 'retired' &&
    charges.every((id) => other.usage.some((charge) => charge.id === id));
  return [plan, ...plans.filter((other) => other.id !== plan.id && fits(other))];
}

/**
 * What each plan of the same interval would have cost at the usage of those months, with the lines and add-ons that there
 * are now: to pay a year ahead is a choice, and nothing that advice presses. `usage` is of all months together.
 */
export function adviceOf(
  subscription: Subscription,
  { items }: Page<Plan>,
  usage: Usage,
  months: readonly Period[],
): Advice | BillingError {
  const { plan, lines, addOns } = subscription;
  const only = intervalOf(plan);
  const others = comparable(subscription, items, only === 'year' ? 'month' : 'year');
  return ratedOrError(() => {
    const uses = months.map((period) => inOneDay({ period, lines, addOns, usage: within(usage.days, period) }));
    const advice = rankedBy(subscription, comparable(subscription, items), months, uses);
    return others.length > 1 ? { ...advice, only } : advice;
  });
}

/** The same months with other plans. */
export const adviceAmong = ({ subscription, months, uses }: Advice, plans: readonly Plan[]): Advice | BillingError =>
  ratedOrError(() => rankedBy(subscription, plans, months, uses));

function rankedBy(
  subscription: Subscription,
  plans: readonly Plan[],
  months: readonly Period[],
  uses: readonly WhatIfUse[],
): Advice {
  const best = bestPlan({ current: subscription.plan.id, plans, months: uses, minimumMonths: FEWEST_MONTHS });
  return { subscription, plans, months, uses, best };
}

const within = (days: readonly UsageDay[], { start, end }: Period): UsageDay[] =>
  days.filter(({ date }) => date >= start && date < end);
