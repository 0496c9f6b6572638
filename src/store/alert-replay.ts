import type { Account, AlertThreshold, Plan, Subscription, Usage } from '../api/index.js';
import { compare, divide, multiply, parse, parseExact, whole, type Exact } from '../rating/decimal.js';
import {
  addDays,
  addMonths,
  monthOf,
  previewAllowances,
  runningTotals,
  type Period,
  type PlainDate,
} from '../rating/index.js';
import { policiesOf } from '../rating/policies.js';
import { chargedShare } from '../rating/schedule.js';
import { amountFinder } from './alert-replay-amounts.js';
import { datesAsOf, ratedFor } from './billed.js';
import { ratedOrNull } from './combine.js';
import { todayOf } from './today.js';
import { planIn, runningIn } from './usage-report.js';

/** How many whole months before the current one are looked at. */
export const REPLAYED_MONTHS = 6;

/** What thresholds are tried on: the account's usage day by day, and what the next invoice came to on each of them. */
export interface AlertReplay {
  /** The latest first; the current one is as long as it is old. */
  readonly months: readonly ReplayMonth[];
  /** Whether the back end keeps no history of plans, so that past months are measured by the plans of today. */
  readonly isByCurrentPlan: boolean;
}

/** What a replay is made from. Usage may be of any number of months. */
export interface ReplayInput {
  readonly account: Account;
  readonly subscriptions: readonly Subscription[];
  readonly plans: readonly Plan[];
  readonly usage: readonly Usage[];
}

/** When a threshold would have fired. */
export interface Replayed {
  /** At most one day a month, the latest first. */
  readonly on: readonly PlainDate[];
  /** How many months before the current one could be looked at. */
  readonly wholeMonths: number;
  /** Whether there was something to reach: a share of an allowance of nothing isn't. */
  readonly isReachable: boolean;
}

/** What a threshold is about, without its name. */
export type ThresholdTerms = Omit<AlertThreshold, 'id'>;

interface ReplayMonth {
  readonly isCurrent: boolean;
  /** By subscription and charge; one of which nobody can say what it included isn't there. */
  readonly charges: ReadonlyMap<string, ReplayCurve>;
  /** The next invoice as it stood at the end of each day; worked out when it is first asked for. */
  readonly amounts: () => ReplayCurve | null;
}

/** What was reached by the end of each day. */
interface ReplayCurve {
  readonly included: Exact;
  /** The first day at whose end so much was reached. */
  readonly firstAt: (line: Exact) => PlainDate | undefined;
}

const NOTHING = whole(0);

/** The months of a replay from the first one on, as one period. */
export const replayedPeriod = (today: PlainDate): Period => ({
  start: addMonths(monthOf(today).start, -REPLAYED_MONTHS),
  end: monthOf(today).end,
});

/** Works out what thresholds are tried on. A month that can't be rated is left out: it is not known, not quiet. */
export function replayOf(input: ReplayInput): AlertReplay {
  const today = todayOf(input.account);
  const starts = Array.from({ length: REPLAYED_MONTHS + 1 }, (_, back) => addMonths(monthOf(today).start, -back));
  return {
    months: starts.map((start) => monthAt(input, monthOf(start), today)),
    isByCurrentPlan: input.subscriptions.some(({ history }) => history === undefined),
  };
}

/** When a threshold would have fired; `undefined` where nothing is known to try it on. Throws `malformed-number`. */
export function replayThreshold({ months }: AlertReplay, terms: ThresholdTerms): Replayed | undefined {
  const at = parse(terms.at, 'at');
  const known = months.flatMap((month) => {
    const curve = curveOf(month, terms);
    return curve ? [{ ...month, line: lineOf(terms, at, curve), curve }] : [];
  });
  if (known.length === 0) return undefined;
  return {
    on: known.flatMap(({ curve, line }) => (line && curve.firstAt(line)) ?? []),
    wholeMonths: known.filter(({ isCurrent }) => !isCurrent).length,
    isReachable: known.some(({ line }) => line !== null),
  };
}

function curveOf(month: ReplayMonth, { measure, subscription, charge }: ThresholdTerms): ReplayCurve | null {
  if (measure === 'amount') return month.amounts();
  if (measure !== 'allowance-percent' && measure !== 'quantity') return null;
  return month.charges.get(nameOf(subscription, charge)) ?? null;
}

/** What has to be reached; `null` for a share of nothing. */
function lineOf({ measure }: ThresholdTerms, at: Exact, { included }: ReplayCurve): Exact | null {
  if (measure !== 'allowance-percent') return at;
  return compare(included, NOTHING) > 0 ? divide(multiply(included, at), whole(100)) : null;
}

const nameOf = (subscription: string | null, charge: string | null): string => JSON.stringify([subscription, charge]);

/** As it was then: with the plans of that time, where they are known, and the usage of that month alone. */
function monthAt({ subscriptions, plans, usage }: ReplayInput, period: Period, today: PlainDate): ReplayMonth {
  const isCurrent = today < period.end;
  const running = runningIn(subscriptions, period, '');
  const held = running.flatMap((each) => {
    const plan = isCurrent ? each.plan : planIn(each, period, plans);
    return plan ? [{ ...each, plan }] : [];
  });
  const seen = { start: period.start, end: isCurrent ? addDays(today, 1) : period.end };
  const within = usage.map((each) => ({ ...each, days: each.days.filter(({ date }) => contains(seen, date)) }));
  const charges = held.flatMap((each) => ratedOrNull(() => curvesOf(each, within, period, seen)) ?? []);
  const isWhole = held.length === running.length && held.length > 0;
  return {
    isCurrent,
    charges: new Map(charges),
    amounts: once(() => (isWhole ? ratedOrNull(() => amountCurve(held, within, seen)) : null)),
  };
}

/** The running total of each charge over the days that are charged, with what was included in them. */
function curvesOf(
  subscription: Subscription,
  usage: readonly Usage[],
  period: Period,
  seen: Period,
): [string, ReplayCurve][] {
  const { id, plan } = subscription;
  const days = usage.find((each) => each.subscription === id)?.days ?? [];
  const dates = datesAsOf(subscription, period.start);
  const { charged } = chargedShare(period, dates, policiesOf(plan.policies));
  const counted = { start: charged.start, end: charged.end < seen.end ? charged.end : seen.end };
  if (counted.start >= counted.end) return [];
  const included = previewAllowances(period, [ratedFor(subscription, [], { advance: period })]);
  return plan.usage.flatMap((charge) => {
    const own = included.find((each) => each.charge === charge.id);
    if (!own) return [];
    const totals = runningTotals(charge, days, counted).map(({ date, total }) => ({ date, total: parseExact(total) }));
    const firstAt = (line: Exact): PlainDate | undefined => totals.find(({ total }) => compare(total, line) >= 0)?.date;
    return [[nameOf(id, charge.id), { included: parseExact(own.included), firstAt }]];
  });
}

/** What the next invoice came to at the end of each day, from the first subscription on. */
const amountCurve = (...asked: Parameters<typeof amountFinder>): ReplayCurve => ({
  included: NOTHING,
  firstAt: amountFinder(...asked),
});

const contains = ({ start, end }: Period, date: PlainDate): boolean => date >= start && date < end;

function once<T>(work: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: work() }).value;
}
