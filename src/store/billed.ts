import type { Subscription } from '../api/index.js';
import type {
  InvoiceDates,
  Period,
  PlainDate,
  RatedSubscription,
  SubscriptionDates,
  UsageDay,
} from '../rating/index.js';
import { need } from '../rating/errors.js';
import { isYearly } from '../rating/plan.js';

/** Whether a subscription is on an invoice for a period in arrears, or for the one after it in advance. */
export const isBilled = (subscription: Subscription, { start, end }: Period): boolean =>
  runsOn(subscription, start) || runsOn(subscription, end);

/** Whether a subscription is on the invoice of these dates: one that is cancelled in its trial is on none. */
export const isOn = (subscription: Subscription, { issueDate, arrears }: InvoiceDates): boolean =>
  runsOn(subscription, issueDate) || (arrears !== null && runsOn(subscription, arrears.start));

/** A subscription as rating takes it, with what holds from the period in advance on. */
export function ratedFor(
  subscription: Subscription,
  usage: readonly UsageDay[],
  { advance }: Pick<InvoiceDates, 'advance'>,
): RatedSubscription {
  const { id, plan, lines, scheduledChange, scheduledAddOns } = subscription;
  const holds = ({ on }: { readonly on: PlainDate }): boolean => on <= advance.start;
  const next = scheduledChange && holds(scheduledChange) ? scheduledChange : null;
  const yearStart = next ? next.on : subscription.yearStart;
  return {
    ...datesAsOf(subscription, advance.start),
    id,
    plan,
    ...(next && { nextPlan: next.plan }),
    ...(isYearly(next?.plan ?? plan) && { yearStart: needYearStart(yearStart, id) }),
    lines,
    addOns: scheduledAddOns && holds(scheduledAddOns) ? scheduledAddOns.addOns : subscription.addOns,
    usage,
  };
}

/** When a year is charged can't be guessed. */
function needYearStart(yearStart: PlainDate | undefined, id: string): PlainDate {
  need(yearStart !== undefined, 'malformed-input', `subscriptions.${id}.yearStart`, 'a plan by the year needs it');
  return yearStart;
}

/** The days that are charged as seen from a day: a pause that runs then is an end, one that is over a new start. */
export function datesAsOf({ start, end, trialEnd, pause }: Subscription, day: PlainDate): SubscriptionDates {
  const begun = pause !== undefined && pause.from <= day ? pause : undefined;
  const until = begun?.until ?? null;
  if (until !== null && until <= day) return { start: until, trialEnd, ...(end !== null && { end }) };
  const last = earliest(end, begun?.from ?? null);
  return { start, trialEnd, ...(last !== null && { end: last }) };
}

/** One that rests without saying from when on isn't charged at all. */
function runsOn(subscription: Subscription, day: PlainDate): boolean {
  const { end } = datesAsOf(subscription, day);
  const rests = subscription.status === 'paused' && subscription.pause === undefined;
  return !rests && (end === undefined || end > day);
}

function earliest(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
