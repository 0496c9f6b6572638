import { shown, type RoundingMode } from './decimal.js';
import { need, RatingError } from './errors.js';

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
  if (known.includes(value as string)) return;
  need(value !== undefined, 'missing-policy', field, `expected one of ${known.join(', ')}`);
  throw new RatingError('unknown-policy', field, `expected one of ${known.join(', ')}, got ${shown(value)}`);
}
