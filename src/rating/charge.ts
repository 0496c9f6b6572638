import type { Decimal } from './decimal.js';
import { lineRef, plus, type Figure } from './figure.js';

/** An amount that other derivations refer to by its key: the share of a coupon that falls on a line, the tax of a line. */
export interface Working {
  readonly key: string;
  /** The line that it belongs to; none where it is about several. */
  readonly line?: string;
  readonly figure: Figure;
}

/** A line of an invoice before coupons and tax: what was charged, and what is left of it after each coupon. */
export interface Charge {
  readonly key: string;
  /** What a coupon may name to mean this line. */
  readonly names: readonly string[];
  readonly taxRates: readonly Decimal[];
  /** The charge and, after it, what was taken off: references to rounded amounts, in that order. */
  readonly parts: readonly Figure[];
}

/** What is left of a charge. */
export function leftOf({ parts }: Charge): Figure {
  const [only] = parts;
  return only && parts.length === 1 ? only : plus(parts, { label: 'net' });
}

/** A reference to a working. */
export const refTo = ({ key, figure }: Working): Figure => lineRef(key, figure.exact, figure.unit);
