import { needOneOf } from './checks.js';
import type { RoundingMode } from './decimal.js';

/** Every rounding mode. */
export const ROUNDING_MODES: readonly RoundingMode[] = [
  'half-up',
  'half-even',
  'half-down',
  'up',
  'down',
  'ceil',
  'floor',
];

/** Throws `missing-policy` for nothing and `unknown-policy` for anything that is not among `known`. */
export function needSetting(value: unknown, known: readonly string[], field: string): void {
  needOneOf(value, known, field, value === undefined ? 'missing-policy' : 'unknown-policy');
}
