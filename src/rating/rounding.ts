import type { RoundingMode } from './decimal.js';
import { needObject, needOneOf } from './checks.js';
import { ROUNDING_MODES } from './modes.js';

/**
 * Where a charge is rounded to its currency: each `line`, so that rounded lines add up to the total, or the whole
 * `charge` once, whose lines then stay exact.
 */
export interface ChargeRounding {
  readonly mode: RoundingMode;
  readonly at: 'line' | 'charge';
}

/** Each line, half away from zero. */
export const DEFAULT_ROUNDING: ChargeRounding = { mode: 'half-up', at: 'line' };

/** Throws `malformed-input` or `unknown-policy`. */
export function needRounding(rounding: ChargeRounding, field: string): void {
  needObject(rounding, field, 'a rounding');
  needOneOf(rounding.mode, ROUNDING_MODES, `${field}.mode`, 'unknown-policy');
  needOneOf(rounding.at, ['line', 'charge'], `${field}.at`, 'unknown-policy');
}
