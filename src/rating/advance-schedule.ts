import { needDigits, needName, needObject } from './checks.js';
import { advance, cadenceOf, firstCycleDate, needAnchorDay, type BillingPeriod, type Cadence } from './calendar.js';
import { add, parse, toText, ZERO, type Decimal } from './decimal.js';
import { explain, type Derivation } from './derivation.js';
import { input, lineRef, over, plus, rounded, times, type Figure } from './figure.js';
import { dayNumber, needPeriod, type Period, type PlainDate } from './period.js';
import { needRounding, type AmountRounding } from './prorate-amount.js';
import { measureShare } from './proration.js';
import type { ProrationPolicy } from './proration-policy.js';

/** What is billed in advance, and until when. Plain JSON. */
export interface AdvanceScheduleInput {
  /** For a whole period, in major units of `currency`. */
  readonly amount: Decimal;
  readonly currency: string;
  readonly billingPeriod: BillingPeriod;
  /** The day of the month on which periods begin, 1 to 31. Periods of days begin on `start` instead. */
  readonly billCycleDay: number;
  readonly start: PlainDate;
  /** The first day that is not billed any more. */
  readonly end?: PlainDate;
  /** Every period that begins on or before this day is billed. */
  readonly targetDate: PlainDate;
  /** Digits of the share of a period; 9 when left out. */
  readonly factorScale?: number;
  readonly rounding: AmountRounding;
}

/** The lines that are billed in advance. `cycles` is the number of periods, parts by their rounded share. */
export interface AdvanceSchedule {
  readonly lines: readonly (Period & { readonly amount: Decimal; readonly derivation: Derivation })[];
  readonly cycles: string;
  readonly total: Decimal;
  readonly derivation: Derivation;
}

interface Span {
  readonly charged: Period;
  readonly full: Period;
}

/**
 * The lines of a subscription that is billed in advance, each rounded. A part before the first cycle day is measured
 * against the whole period that ends on that day, stepped back from the day itself; a part at the end against the whole
 * period that begins there. Nothing is due when the subscription ends as it starts, or starts after the target date.
 * Throws `malformed-date`, `period-reversed`, `malformed-number` or `unknown-policy`. Source: Kill Bill.
 *
 * @example 99.99 a month from 14 February on, cycle day 27: 13 of 31 days are 41.93, then 99.99 from the 27th
 */
export function advanceSchedule(schedule: AdvanceScheduleInput): AdvanceSchedule {
  needObject(schedule, 'input', 'what is billed in advance');
  const { amount, currency, factorScale: scale = 9, rounding, start, end, targetDate } = schedule;
  needName(currency, 'currency');
  needSchedule(schedule);
  const policy: ProrationPolicy = { basis: 'calendar-days', round: { step: 'factor', scale }, cap: 'full-price' };
  const fee = input(parse(amount, 'amount'), currency, 'full-price');
  const due = start <= targetDate && (end === undefined || start < end);
  const rated = (due ? spansOf(schedule) : []).map((span) => {
    const factor = factorOf(span, policy, rounding, scale);
    const figure = rounded(
      factor ? times(fee, factor) : fee,
      { ...rounding, policy: 'rounding' },
      { label: 'line-total' },
    );
    return { span, figure, cycles: factor?.exact ?? { n: 1n, d: 1n } };
  });
  const total = plus(
    rated.map(({ span, figure }) => lineRef(span.charged.start, figure.exact, currency)),
    { unit: currency, label: 'total' },
  );
  return {
    lines: rated.map(({ span, figure }) => ({
      ...span.charged,
      amount: toText(figure.exact),
      derivation: explain(figure),
    })),
    cycles: toText(rated.map(({ cycles }) => cycles).reduce(add, ZERO)),
    total: toText(total.exact),
    derivation: explain(total),
  };
}

function spansOf({ start, end, targetDate, billingPeriod, billCycleDay }: AdvanceScheduleInput): Span[] {
  const cadence = cadenceOf(billingPeriod, 'billingPeriod');
  const first = firstCycleDate(start, cadence, billCycleDay);
  const until = (date: PlainDate): PlainDate => (end !== undefined && end < date ? end : date);
  const spans: Span[] = [];
  if (start < first)
    spans.push({ charged: { start, end: until(first) }, full: { start: stepBack(first, cadence), end: first } });
  for (let index = 0; ; index++) {
    const full = {
      start: advance(first, cadence, index, billCycleDay),
      end: advance(first, cadence, index + 1, billCycleDay),
    };
    if (full.start > targetDate || full.start >= until(full.end)) return spans;
    spans.push({ charged: { start: full.start, end: until(full.end) }, full });
  }
}

/** One period before the first cycle day, kept to that day of the month: 28 February gives 28 January, for any cycle day. */
const stepBack = (first: PlainDate, cadence: Cadence): PlainDate => advance(first, cadence, -1);

function factorOf(
  { charged, full }: Span,
  policy: ProrationPolicy,
  { mode }: AmountRounding,
  scale: number,
): Figure | null {
  if (charged.start === full.start && charged.end === full.end) return null;
  const { part, whole } = measureShare({ full, charged }, policy);
  return rounded(over(part, whole, { unit: '', label: 'factor' }), { mode, scale, policy: 'factorScale' });
}

function needSchedule({
  start,
  end,
  targetDate,
  billCycleDay,
  billingPeriod,
  factorScale = 9,
  rounding,
}: AdvanceScheduleInput): void {
  cadenceOf(billingPeriod, 'billingPeriod');
  needAnchorDay(billCycleDay, 'billCycleDay');
  needRounding(rounding, 'rounding');
  needDigits(factorScale, 'factorScale');
  dayNumber(targetDate, 'targetDate');
  needPeriod({ start, end: end ?? start }, 'subscription');
}
