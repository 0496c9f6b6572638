import { isZero, whole, type Exact } from './decimal.js';
import { input, over, times, type Figure, type Unit } from './figure.js';

/** One row of a rated charge, not yet rounded. `ref` tells the rows of a charge apart: `unit`, `tier-2`, `tier-2-flat`. */
export interface RatedPart {
  readonly ref: string;
  readonly quantity: Figure;
  readonly unitPrice: Figure;
  readonly amount: Figure;
  /** One amount for all of it, so that its unit price is the amount as it is billed. */
  readonly lump?: true;
}

/** A row of quantity × price per unit. None where either is zero. */
export function unitPart(ref: string, quantity: Figure, unitAmount: Exact, currency: Unit): RatedPart[] {
  if (isZero(quantity.exact) || isZero(unitAmount)) return [];
  return [pricedPart(ref, quantity, input(unitAmount, `${currency}/${quantity.unit}`, 'unit-price'), currency)];
}

/** A row of an amount of money × a percentage of it. None where either is zero. */
export function percentPart(ref: string, base: Figure, percent: Exact, currency: Unit): RatedPart[] {
  if (isZero(base.exact) || isZero(percent)) return [];
  return [pricedPart(ref, base, fraction(percent), currency)];
}

/** A row of a quantity × what one of it costs, zero or not. */
export function pricedPart(ref: string, quantity: Figure, unitPrice: Figure, currency: Unit): RatedPart {
  return { ref, quantity, unitPrice, amount: times(quantity, unitPrice, { unit: currency }) };
}

/** A row of one flat amount. None where it is zero. */
export function flatPart(ref: string, flatAmount: Exact, currency: Unit): RatedPart[] {
  if (isZero(flatAmount)) return [];
  const flat = input(flatAmount, currency, 'flat-fee');
  return [{ ref, quantity: ONCE, unitPrice: flat, amount: flat }];
}

/** A row whose amount was not made of one quantity and one price. None where it is zero. */
export function lumpPart(ref: string, amount: Figure): RatedPart[] {
  return isZero(amount.exact) ? [] : [{ ref, quantity: ONCE, unitPrice: amount, amount, lump: true }];
}

/** A percentage as the fraction that it is: 1.3 % is 0.013. */
export function fraction(percent: Exact): Figure {
  const rate = input(percent, 'percent', 'rate');
  return over(rate, input(whole(100), 'percent', 'hundred'), { unit: '', label: 'fraction' });
}

const ONCE = input(whole(1), '', 'quantity');
