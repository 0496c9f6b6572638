import { need, RatingError } from './errors.js';

/** A number in plain decimal notation: `"139.00"`, `"-0.5"`. At most 30 digits before and 20 behind the point. */
export type Decimal = string;

/** An exact rational number: `n / d` with `d > 0`, not necessarily in lowest terms. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

/**
 * How a figure between two steps is rounded. `half-up` goes away from zero on a tie, so that a credit is the exact
 * opposite of its charge; `up` and `down` mean away from and toward zero, `ceil` and `floor` toward either infinity.
 */
export type RoundingMode = 'half-up' | 'half-even' | 'half-down' | 'up' | 'down' | 'ceil' | 'floor';

const PATTERN = /^-?\d{1,30}(?:\.(\d{1,20}))?$/;
const POWERS = Array.from({ length: 41 }, (_, i) => 10n ** BigInt(i));
const MAX_SCALE = 20;

/** Zero. */
export const ZERO: Exact = { n: 0n, d: 1n };

/** The whole number `n`. */
export const whole = (n: bigint | number): Exact => ({ n: BigInt(n), d: 1n });

/** Reads a decimal string. Throws `malformed-number`, naming `field`, for anything else: numbers and blanks included. */
export function parse(text: unknown, field = 'number'): Exact {
  const match = typeof text === 'string' ? PATTERN.exec(text) : null;
  if (!match)
    throw new RatingError('malformed-number', field, `expected a decimal string such as "139.00", got ${shown(text)}`);
  const fraction = match[1];
  if (fraction === undefined) return { n: integer(match[0]), d: 1n };
  return { n: integer(match[0].replace('.', '')), d: power(fraction.length) };
}

/** A number holds 15 digits exactly, and is the faster way to a bigint. */
const integer = (digits: string): bigint => BigInt(digits.length <= 15 ? Number(digits) : digits);

/** Reads what `toText` wrote: a decimal, or a fraction `n/d`. */
export function parseExact(text: string, field = 'number'): Exact {
  if (typeof text !== 'string' || !text.includes('/')) return parse(text, field);
  const match = /^(-?\d{1,90})\/([1-9]\d{0,90})$/.exec(text);
  if (!match) throw new RatingError('malformed-number', field, `expected n/d, got ${shown(text)}`);
  return { n: BigInt(match[1] ?? ''), d: BigInt(match[2] ?? '') };
}

/** Keeps the finer of two denominators where one holds the other, so that sums of decimals don't grow with their length. */
export function add(a: Exact, b: Exact): Exact {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

/** The opposite. */
export const negate = (a: Exact): Exact => ({ n: -a.n, d: a.d });

/** `a` less `b`. */
export const subtract = (a: Exact, b: Exact): Exact => add(a, negate(b));

/** The exact product. */
export const multiply = (a: Exact, b: Exact): Exact => ({ n: a.n * b.n, d: a.d * b.d });

/** Throws `division-by-zero`. */
export function divide(a: Exact, b: Exact, field = 'divisor'): Exact {
  need(b.n !== 0n, 'division-by-zero', field, 'must not be zero');
  return b.n > 0n ? { n: a.n * b.d, d: a.d * b.n } : { n: -a.n * b.d, d: -a.d * b.n };
}

/** Below, at or above zero as `a` is below, at or above `b`. */
export function compare(a: Exact, b: Exact): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether it is zero. */
export const isZero = (a: Exact): boolean => a.n === 0n;
/** Whether it is below zero. */
export const isNegative = (a: Exact): boolean => a.n < 0n;

/** The nearest number with at most `scale` digits behind the point, ties and direction by `mode`. */
export function round(a: Exact, scale: number, mode: RoundingMode): Exact {
  const unit = power(scale);
  const scaled = a.n * unit;
  const quotient = scaled / a.d;
  const rest = scaled % a.d;
  return rest === 0n ? { n: quotient, d: unit } : { n: quotient + step(quotient, rest, a.d, mode), d: unit };
}

function step(quotient: bigint, rest: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const sign = rest < 0n ? -1n : 1n;
  const twice = 2n * rest * sign;
  const away = {
    up: true,
    down: false,
    ceil: sign > 0n,
    floor: sign < 0n,
    'half-up': twice >= divisor,
    'half-down': twice > divisor,
    'half-even': twice > divisor || (twice === divisor && quotient % 2n !== 0n),
  }[mode] as boolean | undefined;
  if (away === undefined) throw new RatingError('unknown-policy', 'rounding.mode', `unknown mode ${shown(mode)}`);
  return away ? sign : 0n;
}

/** As a decimal string where one ends, else as a fraction in lowest terms: `"4.63"`, `"139/30"`. */
export function toText(a: Exact): string {
  if (a.d === 1n) return a.n.toString();
  const scale = digitsFor(a.d);
  return scale === undefined ? reducedText(a) : withoutZeros(toFixedText(a, scale));
}

/** Most numbers end without this, and the common divisor is what costs time. */
function reducedText(a: Exact): string {
  const common = gcd(a.n < 0n ? -a.n : a.n, a.d);
  const [n, d] = [a.n / common, a.d / common];
  const scale = digitsFor(d);
  return scale === undefined ? `${n}/${d}` : toFixedText({ n, d }, scale);
}

const withoutZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** With exactly `scale` digits behind the point. The number must have no more of them. */
export function toFixedText(a: Exact, scale: number): Decimal {
  const units = (a.n * power(scale)) / a.d;
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const cut = digits.length - scale;
  return `${units < 0n ? '-' : ''}${digits.slice(0, cut)}${scale > 0 ? `.${digits.slice(cut)}` : ''}`;
}

/** The number of digits behind the point that a denominator needs, if it is a divisor of a power of ten. */
function digitsFor(d: bigint): number | undefined {
  const small = Number(d);
  const scale = Number.isSafeInteger(small) ? digitsForSmall(small) : POWERS.findIndex((unit) => unit % d === 0n);
  return scale >= 0 && scale < POWERS.length ? scale : undefined;
}

/** The same in plain integers, which is what takes most of the time of an explanation; -1 for none. */
function digitsForSmall(d: number): number {
  let [rest, twos, fives] = [d, 0, 0];
  for (; rest % 2 === 0; twos++) rest /= 2;
  for (; rest % 5 === 0; fives++) rest /= 5;
  return rest === 1 ? Math.max(twos, fives) : -1;
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

/** 10 to the power of a number of digits, 0 to 40. Throws `unknown-policy`. */
export function power(scale: number): bigint {
  const found = POWERS[scale];
  if (found !== undefined) return found;
  throw new RatingError(
    'unknown-policy',
    'scale',
    `expected a whole number from 0 to ${MAX_SCALE}, got ${shown(scale)}`,
  );
}

/** A short form of any value for an error message. */
export function shown(value: unknown): string {
  const text =
    typeof value === 'string'
      ? JSON.stringify(value)
      : typeof value === 'object' && value
        ? 'an object'
        : String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
