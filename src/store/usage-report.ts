import type { Account, BillingError, Plan, Subscription, Usage } from '../api/index.js';
import { addDays, addMonths, monthOf, type Period, type PlainDate } from '../rating/index.js';
import { billOf, isBilled, type Bill } from './bill.js';
import { ratedOrError, ratedOrNull } from './combine.js';
import { todayOf } from './today.js';

export { zoneOf } from './today.js';

/** Far more than anybody looks back; a subscription that began in the year 1 doesn't make a list without end. */
const MOST_MONTHS = 240;

/** What one calendar month of an account's usage comes to. */
export interface UsageMonth {
  readonly account: Account;
  /** The account's calendar day by the back end's clock. */
  readonly today: PlainDate;
  readonly period: Period;
  readonly isCurrent: boolean;
  /** Those that ran in the month, on the plan that they had then. */
  readonly subscriptions: readonly Subscription[];
  readonly usage: readonly Usage[];
  /** As it stands today, or stood on the month's last day; `null` where nobody can say what was included then. */
  readonly bill: Bill | null;
  /** Whether the back end keeps no history of plans, so that a past month is measured by the plan of today. */
  readonly isByCurrentPlan: boolean;
  /** The plans on offer. */
  readonly plans: readonly Plan[];
}

/** What a month is worked out from. */
export interface MonthInput {
  readonly account: Account;
  readonly subscriptions: readonly Subscription[];
  readonly plans: readonly Plan[];
  readonly usage: readonly Usage[];
  readonly period: Period;
}

/** The months that there may be usage of, `2026-11`, the current one first. */
export function monthsOf(subscriptions: readonly Subscription[], today: PlainDate): string[] {
  const current = monthOf(today).start;
  const first = subscriptions.reduce((earliest, { start }) => (start < earliest ? start : earliest), today);
  const months = [current];
  while (months.length < MOST_MONTHS && (months.at(-1) ?? '') > first) months.push(addMonths(current, -months.length));
  return months.map((start) => start.slice(0, 7));
}

/** The month that is wanted; the current one where that is none of those that there are. */
export function periodOf(wanted: string, months: readonly string[]): Period {
  const month = months.includes(wanted) ? wanted : (months[0] ?? wanted);
  return monthOf(`${month}-01`);
}

/** The subscriptions that ran in a month, or the one of them that is asked for. */
export const runningIn = (subscriptions: readonly Subscription[], period: Period, id: string): Subscription[] =>
  subscriptions.filter((each) => each.start < period.end && isBilled(each, period) && (id === '' || each.id === id));

/** Works out a month. What rating refuses of the current one is a failure; of a past one it is only not known. */
export function usageMonth({ account, subscriptions, plans, usage, period }: MonthInput): UsageMonth | BillingError {
  const today = todayOf(account);
  const isCurrent = today >= period.start && today < period.end;
  const known = { account, today, period, isCurrent, usage, plans };
  if (isCurrent) {
    const bill = ratedOrError(() => billOf(account, subscriptions, usage));
    return 'current' in bill ? { ...known, subscriptions, bill, isByCurrentPlan: false } : bill;
  }
  const then = subscriptions.map((each) => ({ ...each, plan: planIn(each, period, plans) }));
  const asThen = then.filter((each): each is Subscription => each.plan !== null);
  const bill =
    asThen.length < then.length ? null : ratedOrNull(() => billOf(onLastDay(account, period), asThen, usage));
  const isByCurrentPlan = subscriptions.some(({ history }) => history === undefined);
  return { ...known, subscriptions: bill ? asThen : subscriptions, bill, isByCurrentPlan };
}

/** The plan at the end of a month; `null` where it isn't on offer any more, so that its allowance isn't known. */
export function planIn({ plan, history }: Subscription, { end }: Period, plans: readonly Plan[]): Plan | null {
  const held = history?.findLast(({ from }) => from < end)?.plan ?? plan.id;
  return held === plan.id ? plan : (plans.find(({ id }) => id === held) ?? null);
}

/** Noon in UTC is on that day whatever the zone: days of usage are dates, and have none. */
const onLastDay = (account: Account, { end }: Period): Account => ({
  ...account,
  timeZone: 'UTC',
  now: `${addDays(end, -1)}T12:00:00Z`,
});
