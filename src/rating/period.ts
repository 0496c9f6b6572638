import { needObject } from './checks.js';
import { shown } from './decimal.js';
import { need, RatingError } from './errors.js';

/** A calendar day in the account's time zone, `2026-09-30`. Never an instant. */
export type PlainDate = string;

/** Half-open: `start` is in it, `end` is the first day that is not. */
export interface Period {
  readonly start: PlainDate;
  readonly end: PlainDate;
}

const FORM = /^\d{4}-\d\d-\d\d$/;

/** Days since 1970-01-01 in the Gregorian calendar. Throws `malformed-date`, also for a day that does not exist. */
export function dayNumber(date: unknown, field = 'date'): number {
  if (typeof date !== 'string' || !FORM.test(date))
    throw malformed(field, `expected a date such as "2026-09-30", got ${shown(date)}`);
  const [year, month, day] = [numberAt(date, 0, 4), numberAt(date, 5, 7), numberAt(date, 8, 10)];
  const real = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (!real) throw malformed(field, `there is no day ${shown(date)}`);
  return civilDay(year, month, day);
}

/** The day with the given number; years 0000 to 9999. */
export function dateOf(day: number, field = 'date'): PlainDate {
  const time = new Date(day * 86_400_000);
  const year = time.getUTCFullYear();
  need(year >= 0 && year <= 9999, 'malformed-date', field, 'must lie in the years 0000 to 9999');
  return time.toISOString().slice(0, 10);
}

/** The date so many days later, or earlier. */
export const addDays = (date: PlainDate, days: number): PlainDate => dateOf(dayNumber(date) + days);

/** The number of days from `start` up to, not including, `end`. */
export const daysBetween = (start: PlainDate, end: PlainDate): number => dayNumber(end) - dayNumber(start);

/** 0 for Sunday to 6 for Saturday. 1970-01-01 was a Thursday. */
export const weekday = (date: PlainDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/** 28 to 31; `month` from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * The date `months` after the month of `date`, on `anchorDay` or, where the month is shorter, on its last day. The
 * anchor is never lost: 31 January, 28 February, 31 March.
 */
export function addMonths(date: PlainDate, months: number, anchorDay = Number(date.slice(8))): PlainDate {
  dayNumber(date);
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dateOf(civilDay(year, month, Math.min(anchorDay, daysInMonth(year, month))));
}

/** The calendar month that `date` lies in. */
export function monthOf(date: PlainDate): Period {
  const start = addMonths(date, 0, 1);
  return { start, end: addMonths(start, 1) };
}

/** Throws `malformed-date` or `period-reversed`; an empty period is one that starts where it ends. */
export function needPeriod(period: Period, field: string): void {
  needObject(period, field, 'a period');
  const days = dayNumber(period.end, `${field}.end`) - dayNumber(period.start, `${field}.start`);
  need(days >= 0, 'period-reversed', field, `ends on ${period.end}, before it starts on ${period.start}`);
}

/** Whether a day lies in a period. */
export const contains = (period: Period, date: PlainDate): boolean => date >= period.start && date < period.end;

/** The whole number that digits of a text give. */
function numberAt(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

/** Years from March on, so that a leap day is the last of its year; 306 days from 1 March to the end of December. */
function civilDay(year: number, month: number, day: number): number {
  const [from, since] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const leapDays = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  return from * 365 + leapDays + Math.floor((since * 153 + 2) / 5) + day - 719_469;
}

const malformed = (field: string, message: string): RatingError => new RatingError('malformed-date', field, message);
