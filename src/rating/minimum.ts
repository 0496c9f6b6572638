import { compare, isZero, parse, type Decimal } from './decimal.js';
import { input, minus, type Figure } from './figure.js';
import { billedSoFar, chargeLine, type ChargeLine, type Settle } from './charge-line.js';
import { lumpPart } from './rated-part.js';

/**
 * The line that brings a period up to its minimum, or none: measured by what all lines come to after discounts, with
 * what was billed before. A minimum of 1000.00 with 100.00 billed before and nothing now is a line of 900.00.
 */
export function shortfallLines(
  lines: readonly ChargeLine[],
  minimum: Decimal,
  priorBilled: Figure,
  settle: Settle,
): ChargeLine[] {
  const billed = billedSoFar(priorBilled, lines);
  const least = input(parse(minimum), priorBilled.unit, 'minimum');
  if (compare(billed.exact, least.exact) >= 0) return [];
  const missing = lumpPart(MINIMUM, minus(least, billed, { label: 'shortfall' }));
  return missing.map((part) => chargeLine(part, settle)).filter((line) => !isZero(line.amount.exact));
}

/** The name of the line that a minimum adds. */
export const MINIMUM = 'minimum';
