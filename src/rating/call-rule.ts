import { needCount, needDigits, needIfGiven, needObject, needOneOf, needPositive, needQuantity } from './checks.js';
import type { Decimal, RoundingMode } from './decimal.js';
import { ROUNDING_MODES } from './modes.js';

/** Short calls that are not billed, by the measured duration. */
export interface FreeCalls {
  /** Calls of this many seconds are free too (`up-to`), or are the first that are not (`below`). */
  readonly limit: 'up-to' | 'below';
  readonly seconds: Decimal;
  /** How many a month; absent: all of them. The first ones of the list are free. */
  readonly perMonth?: number;
}

/** How the measured length of a call becomes billed seconds. What is absent is not done. In the order of the fields. */
export interface CallRule {
  readonly free?: FreeCalls;
  /** Of the measured seconds, before steps. */
  readonly durationRounding?: { readonly mode: RoundingMode; readonly scale: number };
  /** A first part that is billed whole, then whole steps on top of it: 90 and 60 seconds bill 90, 150, 210. */
  readonly steps?: { readonly initialSeconds: Decimal; readonly incrementSeconds: Decimal };
  /** Added to each billed call after rounding. */
  readonly wrapUpSeconds?: Decimal;
}

/** Throws `malformed-input`, `malformed-number`, `negative-quantity` or `unknown-policy`. */
export function needCallRule(rule: CallRule, field: string): void {
  needObject(rule, field, 'a call rule');
  const { free, durationRounding, steps, wrapUpSeconds } = rule;
  if (free) needFreeCalls(free, `${field}.free`);
  if (durationRounding) needRounding(durationRounding, `${field}.durationRounding`);
  if (steps) {
    needQuantity(steps.initialSeconds, `${field}.steps.initialSeconds`);
    needPositive(steps.incrementSeconds, `${field}.steps.incrementSeconds`);
  }
  needIfGiven(wrapUpSeconds, `${field}.wrapUpSeconds`, needQuantity);
}

/** A rounding that a plan states: throws `unknown-policy`. */
export function needRounding({ mode, scale }: { mode: RoundingMode; scale: number }, field: string): void {
  needOneOf(mode, ROUNDING_MODES, `${field}.mode`, 'unknown-policy');
  needDigits(scale, `${field}.scale`);
}

function needFreeCalls({ limit, seconds, perMonth }: FreeCalls, field: string): void {
  needOneOf(limit, ['up-to', 'below'], `${field}.limit`, 'unknown-policy');
  needQuantity(seconds, `${field}.seconds`);
  needIfGiven(perMonth, `${field}.perMonth`, needCount);
}
