import type { CallRule, FreeCalls } from './call-rule.js';
import { needObject, needQuantity } from './checks.js';
import { compare, isZero, parse, type Decimal, type Exact } from './decimal.js';
import { need } from './errors.js';
import { greatest, input, minus, named, over, plus, rounded, times, type Figure } from './figure.js';

/** One call as it was measured. */
export interface CallRecord {
  readonly id?: string;
  /** Seconds by clock: `{ recording: "240", script: "180.5" }`. The longest one counts. */
  readonly clocks: Readonly<Record<string, Decimal>>;
  /** Why the call is not billed: a robocall, a fax tone, dead air, a test. Absent: it is. */
  readonly notBilled?: string;
  /** The kind of minutes where it has a rate of its own: `automated`, `patched`. Absent: the allowance's. */
  readonly kind?: string;
}

/** The measured length in seconds: the longest clock. Throws `malformed-number`, `negative-quantity`. */
export function measuredSeconds({ clocks }: CallRecord, field: string): Figure {
  needObject(clocks, `${field}.clocks`, 'seconds by clock');
  const all = Object.entries(clocks).map(([clock, seconds]) => {
    needQuantity(seconds, `${field}.clocks.${clock}`);
    return input(parse(seconds), 'second', clock);
  });
  const [first, ...others] = all;
  need(first !== undefined, 'malformed-input', `${field}.clocks`, 'expected at least one clock');
  return others.reduce((longest, each) => greatest(longest, each, { label: 'measured' }), first);
}

/** Whether a call is short enough to be free, by its measured length: rounding doesn't make it longer. */
export function isShort(measured: Figure, free: FreeCalls): boolean {
  const order = compare(measured.exact, parse(free.seconds));
  return order < 0 || (order === 0 && free.limit === 'up-to');
}

/**
 * The billed seconds of a call that is neither free nor unbilled: its measured length rounded, the initial part and
 * whole steps on top of it, then the wrap-up time. A call without any length, or one that rounds to none, bills nothing.
 *
 * @example 91 seconds by 90/60: 90 + 1 × 60 = 150
 */
export function billedSeconds(measured: Figure, { durationRounding, steps, wrapUpSeconds = '0' }: CallRule): Figure {
  const step = durationRounding && { ...durationRounding, policy: 'calls.durationRounding' };
  const duration = step ? rounded(measured, step) : measured;
  if (isZero(duration.exact)) return named(duration, { label: 'billed' });
  const stepped = steps ? inSteps(duration, parse(steps.initialSeconds), parse(steps.incrementSeconds)) : duration;
  const wrapUp = input(parse(wrapUpSeconds), 'second', 'wrap-up');
  return isZero(wrapUp.exact) ? named(stepped, { label: 'billed' }) : plus([stepped, wrapUp], { label: 'billed' });
}

function inSteps(duration: Figure, initialSeconds: Exact, incrementSeconds: Exact): Figure {
  const initial = input(initialSeconds, 'second', 'initial');
  if (compare(duration.exact, initialSeconds) <= 0) return greatest(duration, initial);
  const increment = input(incrementSeconds, 'second', 'increment');
  const beyond = isZero(initialSeconds) ? duration : minus(duration, initial);
  const count = rounded(over(beyond, increment, { unit: '', label: 'steps' }), {
    mode: 'up',
    scale: 0,
    policy: 'calls.steps',
  });
  const further = times(count, increment, { unit: 'second' });
  return isZero(initialSeconds) ? further : plus([initial, further], {});
}
