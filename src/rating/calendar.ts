import { needObject, needWhole } from './checks.js';
import { shown } from './decimal.js';
import { need } from './errors.js';
import { addDays, addMonths, dayNumber, daysBetween, needPeriod, type Period, type PlainDate } from './period.js';

const LENGTHS = {
  daily: { days: 1 },
  weekly: { days: 7 },
  biweekly: { days: 14 },
  'thirty-days': { days: 30 },
  'thirty-one-days': { days: 31 },
  'sixty-days': { days: 60 },
  'ninety-days': { days: 90 },
  monthly: { months: 1 },
  bimonthly: { months: 2 },
  quarterly: { months: 3 },
  triannual: { months: 4 },
  biannual: { months: 6 },
  annual: { months: 12 },
  sesquiennial: { months: 18 },
  biennial: { months: 24 },
  triennial: { months: 36 },
} as const satisfies Record<string, Cadence>;

/** How often is billed. */
export type BillingPeriod = keyof typeof LENGTHS;

/** The length of a billing period: whole months, which keep their day of the month, or days. */
export type Cadence = { readonly months: number } | { readonly days: number };

/** The length of a billing period by its name. Throws `unknown-policy`. */
export function cadenceOf(period: BillingPeriod, field: string): Cadence {
  need(
    Object.hasOwn(LENGTHS, period),
    'unknown-policy',
    field,
    `expected one of ${Object.keys(LENGTHS).join(', ')}, got ${shown(period)}`,
  );
  return LENGTHS[period];
}

/** The date `count` periods from `date`. Months land on `anchorDay`, or on the last day of a month that is shorter. */
export const advance = (date: PlainDate, cadence: Cadence, count: number, anchorDay?: number): PlainDate =>
  'months' in cadence ? addMonths(date, count * cadence.months, anchorDay) : addDays(date, count * cadence.days);

/**
 * The first day on or after `start` on which a cycle begins. Periods of months begin on `anchorDay`, and step from the
 * month of `start` by their whole length; periods of days begin on `start` itself.
 */
export function firstCycleDate(start: PlainDate, cadence: Cadence, anchorDay: number): PlainDate {
  if ('days' in cadence) return start;
  const inMonth = addMonths(start, 0, anchorDay);
  return inMonth >= start ? inMonth : addMonths(start, cadence.months, anchorDay);
}

/** A row of dates that keep their anchor. */
export type AnchorDatesInput = {
  readonly start: PlainDate;
  /** Day of the month, 1 to 31; that of `start` when left out. Only for steps of months. */
  readonly anchorDay?: number;
  readonly count: number;
} & ({ readonly months: number } | { readonly stepDays: number });

/**
 * The first `count` cycle days on or after `start`. The anchor day is kept: from 31 January the months give 28 February
 * and then 31 March; from 29 February the years give the 28th and, in the next leap year, the 29th again.
 * Throws `malformed-date` or `malformed-number`.
 */
export function anchorDates(input: AnchorDatesInput): PlainDate[] {
  needObject(input, 'input', 'a row of dates');
  dayNumber(input.start, 'start');
  needWhole(input.count, 0, 100_000, 'count', 'malformed-number');
  const cadence = 'months' in input ? { months: input.months } : { days: input.stepDays };
  if ('months' in cadence) needWhole(cadence.months, 1, 100_000, 'months', 'malformed-number');
  else needWhole(cadence.days, 1, 100_000, 'stepDays', 'malformed-number');
  const { start, anchorDay = dayOfMonth(start) } = input;
  needAnchorDay(anchorDay, 'anchorDay');
  const first = firstCycleDate(start, cadence, anchorDay);
  return Array.from({ length: input.count }, (_, index) => advance(first, cadence, index, anchorDay));
}

/**
 * The billing period of so many months that `date` lies in. Such periods tile: each ends where the next one starts.
 * `anchor` is the first day of any one of them; its day of the month is theirs, or `anchorDay` where `anchor` is the
 * last day of a month that is too short for it.
 */
export function periodContaining(
  date: PlainDate,
  anchor: PlainDate,
  months: number,
  anchorDay = dayOfMonth(anchor),
): Period {
  dayNumber(date, 'date');
  dayNumber(anchor, 'anchor');
  needWhole(months, 1, 1200, 'months', 'malformed-number');
  needAnchorDay(anchorDay, 'anchorDay');
  const apart = monthNumber(date) - monthNumber(anchor);
  const count = Math.floor(apart / months);
  const start = addMonths(anchor, count * months, anchorDay);
  const index = start <= date ? count : count - 1;
  return {
    start: addMonths(anchor, index * months, anchorDay),
    end: addMonths(anchor, (index + 1) * months, anchorDay),
  };
}

/** How many whole periods lie in a span, from its first day on; months count when their day is reached or clamped. */
export function wholePeriods(span: Period, unit: 'days' | 'weeks' | 'thirty-days' | 'months' | 'years'): number {
  needPeriod(span, 'span');
  const length = { days: 1, weeks: 7, 'thirty-days': 30, months: 0, years: 0 }[unit];
  need(
    length !== undefined,
    'unknown-policy',
    'unit',
    `expected days, weeks, thirty-days, months or years, got ${shown(unit)}`,
  );
  if (length > 0) return Math.floor(daysBetween(span.start, span.end) / length);
  const apart = monthNumber(span.end) - monthNumber(span.start);
  const months = addMonths(span.start, apart) <= span.end ? apart : apart - 1;
  return unit === 'months' ? months : Math.floor(months / 12);
}

/**
 * The days of a span when every month has `monthDays` of them: each month that the span leaves counts as long as that,
 * whatever its length. 23 May to 15 June are 22 days of 30-day months, and so are 23 February to 15 March.
 */
export function fixedDays(span: Period, monthDays: number): number {
  needPeriod(span, 'span');
  return (monthNumber(span.end) - monthNumber(span.start)) * monthDays + dayOfMonth(span.end) - dayOfMonth(span.start);
}

/** Throws `malformed-number` unless `day` is a day of the month, 1 to 31. */
export const needAnchorDay = (day: number, field: string): void => needWhole(day, 1, 31, field, 'malformed-number');

const monthNumber = (date: PlainDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
const dayOfMonth = (date: PlainDate): number => Number(date.slice(8));
