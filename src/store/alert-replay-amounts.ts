import type { Subscription, Usage } from '../api/index.js';
import { compare, type Exact } from '../rating/decimal.js';
import {
  addDays,
  fromMoney,
  PRICE_MODELS,
  sumMoney,
  type Currency,
  type InvoiceDates,
  type Period,
  type PlainDate,
  type RatedSubscription,
  type UsageDay,
} from '../rating/index.js';
import { policiesOf } from '../rating/policies.js';
import { rateCharges } from '../rating/preview-charges.js';
import { needSubscriptions } from '../rating/subscription.js';
import { nextOf } from './bill.js';
import { ratedFor } from './billed.js';

/** Days on which the next invoice is the same one, of the same subscriptions. */
interface Run {
  readonly days: readonly PlainDate[];
  /** What that invoice comes to at the end of one of the days, by its index; worked out once. */
  readonly totalOn: (index: number) => Exact;
  /** Whether more usage never makes it less. */
  readonly neverFalls: boolean;
}

/**
 * Finds the first day of a period at whose end the next invoice came to an amount. An invoice is worked out for the days
 * that are looked at: where it can't fall, for the last one and the few that a search by halves needs. Throws a
 * `RatingError`, now or never.
 */
export function amountFinder(
  subscriptions: readonly Subscription[],
  usage: readonly Usage[],
  seen: Period,
): (line: Exact) => PlainDate | undefined {
  const runs = runsIn(subscriptions, usage, seen);
  // What can't be rated is to be known now, and not when somebody looks for an amount.
  for (const { days, totalOn, neverFalls } of runs)
    (neverFalls ? [days.length - 1] : [...days.keys()]).forEach(totalOn);
  return (line) => {
    for (const run of runs) {
      const index = firstReached(run, line);
      if (index !== undefined) return run.days[index];
    }
    return undefined;
  };
}

function firstReached({ days, totalOn, neverFalls }: Run, line: Exact): number | undefined {
  const isReached = (index: number): boolean => compare(totalOn(index), line) >= 0;
  if (!neverFalls) return [...days.keys()].find(isReached);
  let [below, reached] = [-1, days.length - 1];
  if (!isReached(reached)) return undefined;
  while (reached - below > 1) {
    const middle = Math.floor((below + reached) / 2);
    if (isReached(middle)) reached = middle;
    else below = middle;
  }
  return reached;
}

/** A run ends with its invoice, and where another subscription begins. Without an invoice there is none. */
function runsIn(subscriptions: readonly Subscription[], usage: readonly Usage[], seen: Period): Run[] {
  const runs: Run[] = [];
  for (let date = seen.start, end = seen.end; date < seen.end; date = end) {
    const begun = subscriptions.filter(({ start }) => start <= date).map((subscription) => ({ subscription }));
    const { dates, onInvoice } = nextOf(begun, date);
    const starts = subscriptions.map(({ start }) => start).filter((start) => start > date);
    end = [dates?.issueDate ?? addDays(date, 1), ...starts].reduce((a, b) => (a < b ? a : b), seen.end);
    const on = onInvoice.map(({ subscription }) => subscription);
    if (dates) runs.push(runOf({ start: date, end }, dates, on, usage));
  }
  return runs;
}

/** Everything is checked once for a run. */
function runOf(span: Period, dates: InvoiceDates, on: readonly Subscription[], usage: readonly Usage[]): Run {
  const rated = on.map((each) => ratedFor(each, daysOf(each.id, usage), dates));
  const currency = needSubscriptions(rated, 'subscriptions', PRICE_MODELS);
  const days = daysIn(span);
  const totals = new Map<number, Exact>();
  const totalOn = (index: number): Exact => {
    const total = totals.get(index) ?? totalBy(days[index] ?? span.start, rated, dates, currency);
    totals.set(index, total);
    return total;
  };
  return { days, totalOn, neverFalls: rated.every(({ plan }) => isRising(plan)) };
}

/** The sum of the lines by what was used until the end of a day. */
function totalBy(date: PlainDate, rated: readonly RatedSubscription[], dates: InvoiceDates, currency: Currency): Exact {
  const subscriptions = rated.map((each) => ({ ...each, usage: each.usage.filter((day) => day.date <= date) }));
  const { lines } = rateCharges({ dates, subscriptions }, currency, PRICE_MODELS);
  const amounts = lines.map(({ amount }) => amount);
  return fromMoney(sumMoney(amounts, currency));
}

/** Amounts of units are never below zero, so that these prices rise with each of them; volume prices may fall. */
const isRising = ({ usage, policies }: Pick<RatedSubscription['plan'], 'usage' | 'policies'>): boolean =>
  policiesOf(policies).allowance.pooling !== 'same-plan' &&
  usage.every(({ price }) => price.type === 'per-unit' || price.type === 'graduated' || price.type === 'flat');

function daysIn({ start, end }: Period): PlainDate[] {
  const days = [];
  for (let date = start; date < end; date = addDays(date, 1)) days.push(date);
  return days;
}

const daysOf = (id: string, usage: readonly Usage[]): readonly UsageDay[] =>
  usage.find(({ subscription }) => subscription === id)?.days ?? [];
