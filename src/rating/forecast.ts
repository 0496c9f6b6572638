import { compare, parse, toText, whole, ZERO, type Exact } from './decimal.js';
import { need, RatingError } from './errors.js';
import { dateOf, dayNumber, needPeriod, weekday, type Period, type PlainDate } from './period.js';
import { needQuantity } from './plan.js';
import { expectationOf, squareRoot } from './spread.js';
import type { UsageDay } from './usage.js';

/**
 * What the coming days are judged by: `run-rate` is the average of this period's complete days, `weekday` the average
 * of the same weekday over the history and this period's complete days.
 */
export type ForecastMethod = 'run-rate' | 'weekday';

/** What a forecast is made from. A day that nothing is reported for is a day without usage. */
export interface ForecastInput {
  /** This period's days, in the units that the charges report. */
  readonly usage: readonly UsageDay[];
  readonly period: Period;
  /** Today: the first day that is not complete. In the period, or its end. */
  readonly asOf: PlainDate;
  /** Earlier days, up to the period without a gap; read by `weekday`. Where `usage` has the same day, it wins. */
  readonly history?: readonly UsageDay[];
  readonly method: ForecastMethod;
}

/** What a forecast goes by. */
export interface ForecastBasis {
  /** The first complete day, and the first that is not. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly days: number;
  /** How far `low` and `high` are from `expected`. */
  readonly range: 'standard-deviation';
}

/** The usage that is still to come: each list has every day from `asOf` to the period's end. */
export interface UsageForecast {
  readonly method: ForecastMethod;
  readonly basis: ForecastBasis;
  readonly expected: readonly UsageDay[];
  readonly low: readonly UsageDay[];
  readonly high: readonly UsageDay[];
}

interface Sample {
  readonly from: number;
  readonly to: number;
  readonly quantity: (day: number, charge: string) => Exact;
  readonly charges: readonly string[];
}

type Outlook = Readonly<Record<'expected' | 'low' | 'high', Exact>>;

/**
 * What each coming day is expected to use: an average, half-up to whole reported units. The range widens with the days
 * ahead: the running totals of `low` and `high` lie one standard deviation of the sum below and above, with the days
 * taken as independent, in whole units rounded down, and no day below zero. The day of `asOf` is in it with its full
 * quantity, never less than it already has. `null` where there is no complete day to go by; `weekday` goes by a complete
 * week. Throws `malformed-date`, `period-reversed`, `outside-period`, `duplicate-key`, `malformed-number`,
 * `negative-quantity` or `unknown-policy`.
 *
 * @example 100, 110 and 150 seconds on three days: 120 on each day to come, 94 to 146 on the first
 */
export function forecastUsage(input: ForecastInput): UsageForecast | null {
  const sample = sampleOf(input);
  const { from, to, charges } = sample;
  if (to - from < (input.method === 'weekday' ? 7 : 1)) return null;
  const ahead = range(to, dayNumber(input.period.end));
  const rows = charges.map((charge) => outlooksOf(ahead, sample, charge, input.method));
  const daysOf = (which: keyof Outlook): UsageDay[] =>
    ahead.map((day, index) => {
      const entries = charges.map((charge, row) => [charge, toText(rows[row]?.[index]?.[which] ?? ZERO)]);
      return { date: dateOf(day), quantities: Object.fromEntries(entries) as Record<string, string> };
    });
  const basis = { from: dateOf(from), to: dateOf(to), days: to - from, range: 'standard-deviation' } as const;
  return { method: input.method, basis, expected: daysOf('expected'), low: daysOf('low'), high: daysOf('high') };
}

function sampleOf({ usage, history = [], period, asOf, method }: ForecastInput): Sample {
  const known = method === 'run-rate' || method === 'weekday';
  need(known, 'unknown-policy', 'method', 'expected run-rate or weekday');
  needPeriod(period, 'period');
  const [start, to] = [dayNumber(period.start), dayNumber(asOf, 'asOf')];
  need(to >= start && asOf <= period.end, 'outside-period', 'asOf', 'must be a day of the period, or its end');
  const earlier = method === 'weekday' ? byDay(history, 'history') : new Map<number, UsageDay>();
  const days = new Map([...earlier, ...byDay(usage, 'usage')]);
  const charges = [...new Set([...days.values()].flatMap((day) => Object.keys(day.quantities)))].sort();
  const quantity = (day: number, charge: string): Exact => parse(days.get(day)?.quantities[charge] ?? '0');
  return { from: Math.min(start, ...earlier.keys()), to, quantity, charges };
}

function byDay(usage: readonly UsageDay[], field: string): Map<number, UsageDay> {
  const days = new Map<number, UsageDay>();
  usage.forEach((each, index) => {
    const day = dayNumber(each.date, `${field}[${index}].date`);
    if (days.has(day)) throw new RatingError('duplicate-key', `${field}[${index}].date`, `${each.date} is there twice`);
    days.set(day, each);
    for (const [charge, quantity] of Object.entries(each.quantities)) {
      needQuantity(quantity, `${field}[${index}].quantities.${charge}`);
    }
  });
  return days;
}

function outlooksOf(ahead: readonly number[], sample: Sample, charge: string, method: ForecastMethod): Outlook[] {
  const kindOf = (day: number): number => (method === 'weekday' ? weekday(dateOf(day)) : 0);
  const complete = range(sample.from, sample.to);
  const expectations = range(0, 7).map((kind) =>
    expectationOf(complete.filter((day) => kindOf(day) === kind).map((day) => sample.quantity(day, charge))),
  );
  let variance = 0n;
  return ahead.map((day) => {
    const { mean, variance: own } = expectations[kindOf(day)] ?? expectationOf([]);
    const nearer = squareRoot(variance);
    variance += own;
    const half = squareRoot(variance) - nearer;
    // Only the day of asOf has something already.
    const had = day === sample.to ? sample.quantity(day, charge) : ZERO;
    return { expected: most(mean, had), low: most(mean - half, had), high: most(mean + half, had) };
  });
}

const most = (expected: bigint, had: Exact): Exact => (compare(whole(expected), had) > 0 ? whole(expected) : had);

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(to - from, 0) }, (_, i) => from + i);
