import { compare, isNegative, parse, shown, type Decimal } from './decimal.js';
import { need, RatingError, type RatingErrorCode } from './errors.js';

/** Throws `code` unless `value` is an object that is no list. `what` says what was expected. */
export function needObject(value: unknown, field: string, what: string, code?: RatingErrorCode): void {
  const good = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!good) throw unexpected(value, field, what, code);
}

/** Throws `malformed-input` unless `value` is a list. */
export function needList(value: unknown, field: string, what: string): void {
  if (!Array.isArray(value)) throw unexpected(value, field, what);
}

/** Throws `malformed-input` unless `value` is a text that is not empty. */
export function needName(value: unknown, field: string): void {
  if (typeof value !== 'string' || value === '') throw unexpected(value, field, 'a name');
}

/** Throws `code` unless `value` is one of the known words. */
export function needOneOf(value: unknown, known: readonly string[], field: string, code: RatingErrorCode): void {
  const good = typeof value === 'string' && known.includes(value);
  if (!good) throw unexpected(value, field, `one of ${known.join(', ')}`, code);
}

/** Throws `malformed-input` unless `value` is true or false. */
export function needFlag(value: boolean, field: string): void {
  if (typeof value !== 'boolean') throw unexpected(value, field, 'true or false');
}

/** A decimal of zero or more, in units. Throws `malformed-number` or `negative-quantity`. */
export function needQuantity(value: Decimal, field: string): void {
  need(!isNegative(parse(value, field)), 'negative-quantity', field, 'must not be negative');
}

/** A decimal of zero or more, in major units of the currency. Throws `malformed-number` or `negative-amount`. */
export function needAmount(value: Decimal, field: string): void {
  need(!isNegative(parse(value, field)), 'negative-amount', field, 'must not be negative');
}

/** A decimal above zero: a size, a factor. Throws `malformed-number` or `negative-quantity`. */
export function needPositive(value: Decimal, field: string): void {
  need(parse(value, field).n > 0n, 'negative-quantity', field, 'must be above zero');
}

/** A percentage of 0 to 100. Throws `malformed-number` or `percentage-out-of-range`. */
export function needShare(percent: Decimal, field: string): void {
  const { n, d } = parse(percent, field);
  need(n >= 0n && n <= 100n * d, 'percentage-out-of-range', field, 'must be 0 to 100');
}

/** A whole number of things, zero or more. Throws `malformed-number`. */
export function needCount(value: number, field: string): void {
  needWhole(value, 0, Number.MAX_SAFE_INTEGER, field, 'malformed-number');
}

/** How many digits something is rounded to: 0 to 12. Throws `unknown-policy`. */
export function needDigits(value: number | undefined, field: string): void {
  needWhole(value, 0, 12, field, 'unknown-policy');
}

/** Throws `code` unless `value` is a whole number from `least` to `most`. */
export function needWhole(
  value: number | undefined,
  least: number,
  most: number,
  field: string,
  code: RatingErrorCode,
): void {
  const good = value !== undefined && Number.isInteger(value) && value >= least && value <= most;
  if (!good) throw unexpected(value, field, `a whole number from ${least} to ${most}`, code);
}

/** Throws `minimum-above-maximum` where both are given and the first is more. Each must have been checked. */
export function needOrder(min: Decimal | undefined, max: Decimal | undefined, field: string): void {
  const ordered = min === undefined || max === undefined || compare(parse(min), parse(max)) <= 0;
  need(ordered, 'minimum-above-maximum', field, 'must not be more than the maximum');
}

/** Runs a check on a value that may be absent. */
export function needIfGiven<T>(value: T | undefined, field: string, check: (value: T, field: string) => void): void {
  if (value !== undefined) check(value, field);
}

/** Written only when it is thrown: most checks pass. */
const unexpected = (
  value: unknown,
  field: string,
  what: string,
  code: RatingErrorCode = 'malformed-input',
): RatingError => new RatingError(code, field, `expected ${what}, got ${shown(value)}`);
