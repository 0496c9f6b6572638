import * as v from 'valibot';
import type { Instant, Money, Page, Period, PlainDate } from './types.js';

/** What turns an unknown value into a `T`, or into issues that name the field. It is a Standard Schema too. */
export type Schema<T> = v.GenericSchema<unknown, T>;

/** Long enough for any name, short enough that no answer can flood a page. */
const TEXT_LENGTH = 10_000;
const ID_LENGTH = 255;
const LIST_LENGTH = 1000;

const short = v.pipe(v.string(), v.maxLength(ID_LENGTH, `expected at most ${ID_LENGTH} characters`));

const pattern = (regex: RegExp, message: string): Schema<string> => v.pipe(v.string(), v.regex(regex, message));

const checked = (test: (text: string) => boolean, message: string): Schema<string> =>
  v.pipe(v.string(), v.check(test, message));

/** Any words, the empty ones too. */
export const text: Schema<string> = v.pipe(
  v.string(),
  v.maxLength(TEXT_LENGTH, `expected at most ${TEXT_LENGTH} characters`),
);

/** A name that something is known by: ids, versions, states. Members that we don't know pass. */
export const name: Schema<string> = v.pipe(short, v.minLength(1, 'must not be empty'));

/** A whole number of things, zero or more. */
export const count: Schema<number> = v.pipe(
  v.number(),
  v.safeInteger('expected a whole number'),
  v.minValue(0, 'must not be negative'),
);

/** A decimal string, with the digits that rating reads. */
export const decimal: Schema<string> = pattern(/^-?\d{1,30}(\.\d{1,20})?$/, 'expected a decimal such as "139.00"');

/** An exact number: a decimal, or a fraction `n/d` where no decimal ends. */
export const number: Schema<string> = pattern(/^-?\d{1,1000}([./]\d{1,1000})?$/, 'expected a number such as "4.63"');

/** ISO 4217 code and the digits that the money of it has. */
export const currencyEntries = {
  currency: pattern(/^[A-Z]{3}$/, 'expected three capital letters such as "USD"'),
  exponent: v.pipe(count, v.maxValue(4, 'expected 0 to 4')),
};

/** Integer minor units; `"19.99"` and numbers are refused, so that no float ever becomes money. */
export const money: Schema<Money> = v.object({
  amount: pattern(/^-?\d{1,18}$/, 'expected integer minor units such as "9260"'),
  ...currencyEntries,
});

/** A day that exists. */
export const plainDate: Schema<PlainDate> = checked(isDay, 'expected a date such as "2026-09-30"');

/** A month of expiry, `2027-04`. */
export const month: Schema<string> = pattern(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month such as "2027-04"');

/** A point in time in UTC. */
export const instant: Schema<Instant> = checked(isInstant, 'expected an instant such as "2026-11-21T22:10:42Z"');

/** A zone that this browser knows the calendar of. */
export const timeZone: Schema<string> = checked(isZone, 'expected a time zone such as "America/New_York"');

/** One of our own names, and any other: what a newer back end has gets a neutral fallback. */
export const names: Schema<string[]> = v.pipe(v.array(short), v.maxLength(100, 'expected at most 100 names'));

/** Half-open days. */
export const period: Schema<Period> = v.pipe(
  v.object({ start: plainDate, end: plainDate }),
  v.check(({ start, end }) => start <= end, 'ends before it starts'),
);

/** A list of at most 1,000 items; its length is looked at before its items. */
export const list = <T>(item: Schema<T>): Schema<T[]> =>
  v.pipe(v.array(v.unknown()), v.maxLength(LIST_LENGTH, `expected at most ${LIST_LENGTH} items`), v.array(item));

/** One page of a list. */
export const pageOf = <T>(item: Schema<T>): Schema<Page<T>> => v.object({ items: list(item), next: v.nullable(text) });

/** At most 1,000 entries by name; `__proto__` and its like are left out. */
export const byName = <T>(value: Schema<T>): Schema<Record<string, T>> =>
  v.pipe(v.record(short, value), v.maxEntries(LIST_LENGTH, `expected at most ${LIST_LENGTH} entries`));

// `Date` moves 30 February to March instead of refusing it: a real day comes back as it went in.
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}

function isInstant(text: string): boolean {
  const form = /^(.{10})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/.exec(text);
  return form !== null && isDay(form[1] ?? '');
}

function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
