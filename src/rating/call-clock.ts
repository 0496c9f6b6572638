import type { CallRule } from './call-rule.js';
import { multiply, parse, round, whole, type Decimal, type RoundingMode } from './decimal.js';
import { need } from './errors.js';

/** A call rule in whole milliseconds: what `billedSeconds` gives for a call, in plain integers and many times faster. */
export interface CallClock {
  /** The longest measured length that is free; -1 for none. */
  readonly free: number;
  /** What a length is rounded to, 1 for not at all, and how. */
  readonly unit: number;
  readonly mode: RoundingMode;
  readonly initial: number;
  readonly increment: number;
  readonly wrapUp: number;
}

/** The longest call that a clock takes: 24 days. */
export const LONGEST_CALL = 2 ** 31 - 1;
const LONGEST_STEP = 2 ** 29;

/**
 * Prepares a rule. Throws `unknown-policy` for what a clock of milliseconds cannot do: parts of one in a step or a
 * wrap-up, and free calls limited per month, which depend on the order of the calls (`rateCalls` does them).
 */
export function callClock(rule: CallRule, field: string): CallClock {
  const { free, durationRounding = { mode: 'half-up', scale: 3 }, steps, wrapUpSeconds = '0' } = rule;
  need(free?.perMonth === undefined, 'unknown-policy', `${field}.free.perMonth`, 'depends on the order of the calls');
  return {
    free: free ? longestFree(free.seconds, free.limit === 'up-to') : -1,
    unit: durationRounding.scale < 3 ? 10 ** (3 - durationRounding.scale) : 1,
    mode: durationRounding.mode,
    initial: milliseconds(steps?.initialSeconds ?? '0', `${field}.steps.initialSeconds`),
    increment: milliseconds(steps?.incrementSeconds ?? '0.001', `${field}.steps.incrementSeconds`),
    wrapUp: milliseconds(wrapUpSeconds, `${field}.wrapUpSeconds`),
  };
}

/** The billed milliseconds of a measured length. Quotients of whole numbers below 2^32 are far from a double's edge. */
export function billedMilliseconds(clock: CallClock, measured: number): number {
  if (measured <= clock.free) return 0;
  const length = clock.unit === 1 ? measured : roundTo(measured, clock.unit, clock.mode);
  if (length === 0) return 0;
  const { initial, increment, wrapUp } = clock;
  return wrapUp + initial + (length > initial ? Math.ceil((length - initial) / increment) * increment : 0);
}

function roundTo(length: number, unit: number, mode: RoundingMode): number {
  switch (mode) {
    case 'half-up':
      return Math.floor((length + unit / 2) / unit) * unit;
    case 'half-down':
      return Math.ceil((length - unit / 2) / unit) * unit;
    case 'half-even':
      return roundHalfEven(length, unit);
    case 'up':
    case 'ceil':
      return Math.ceil(length / unit) * unit;
    case 'down':
    case 'floor':
      return Math.floor(length / unit) * unit;
  }
}

function roundHalfEven(length: number, unit: number): number {
  const count = Math.floor(length / unit);
  const twice = 2 * (length - count * unit);
  return (twice > unit || (twice === unit && count % 2 === 1) ? count + 1 : count) * unit;
}

function longestFree(seconds: Decimal, including: boolean): number {
  const limit = multiply(parse(seconds), whole(1000));
  const most = including ? round(limit, 0, 'floor').n : round(limit, 0, 'ceil').n - 1n;
  return Number(most < LONGEST_CALL ? most : LONGEST_CALL);
}

function milliseconds(seconds: Decimal, field: string): number {
  const { n, d } = multiply(parse(seconds, field), whole(1000));
  need(n % d === 0n, 'unknown-policy', field, `expected whole milliseconds, got ${seconds}`);
  need(n / d <= LONGEST_STEP, 'amount-out-of-range', field, 'must be below six days');
  return Number(n / d);
}
