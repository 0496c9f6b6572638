import type { PlainDate } from '../../api/index.js';
import { periodContaining, type Period } from '../../rating/index.js';
import { isYearly } from '../../rating/plan.js';
import { policiesOf } from '../../rating/policies.js';
import { firstChargedDay } from '../../rating/schedule.js';
import { changedFrom, valueOn } from './dated.js';
import type { SeedSubscription } from './seed.js';

/** The first day of the year that a day lies in, or of the first one; `undefined` on a plan by the month. */
export function yearStartOn(subscription: SeedSubscription, day: PlainDate): PlainDate | undefined {
  const plan = valueOn(subscription.plan, day);
  if (!isYearly(plan)) return undefined;
  const { yearStart = [] } = subscription;
  const anchor = yearStart.length > 0 ? valueOn(yearStart, day) : firstPaidDay(subscription);
  return day < anchor ? anchor : yearFrom(anchor, day).start;
}

/** What the base fee has paid for on a day: the year that it lies in, or its month. */
export function paidPeriod(subscription: SeedSubscription, day: PlainDate, month: Period): Period {
  const start = yearStartOn(subscription, day);
  return start === undefined ? month : yearFrom(start, start);
}

/** The year that a day lies in; `anchor` is the first day of any of them. */
export const yearFrom = (anchor: PlainDate, day: PlainDate): Period => periodContaining(day, anchor, 12);

/** The same with years that begin on another day from some day on. */
export const withYears = (subscription: SeedSubscription, from: PlainDate, start: PlainDate): SeedSubscription => ({
  ...subscription,
  yearStart: changedFrom(subscription.yearStart ?? [], from, start),
});

/** The first day that isn't free. */
export function firstPaidDay({ start, trialEnd, plan }: SeedSubscription): PlainDate {
  if (trialEnd === null) return start;
  return firstChargedDay(trialEnd, policiesOf(valueOn(plan, trialEnd).policies).trialEndDay);
}
