import { compare, isZero, parse, type Decimal } from './decimal.js';
import { needAmount, needIfGiven, needQuantity } from './checks.js';
import { input, minus, nothing, type Figure, type Unit } from './figure.js';
import type { PriceModel } from './price-model.js';
import type { PricedUsage } from './priced-usage.js';
import { pricedPart, type RatedPart } from './rated-part.js';

/** The same price for every unit. */
export interface PerUnitPrice {
  readonly type: 'per-unit';
  /** Major units of the currency for one unit; as many digits as the price needs. */
  readonly unitAmount: Decimal;
  /** The first units of a period, free. */
  readonly freeUnits?: Decimal;
}

/** The model of `per-unit` prices. */
export const perUnitModel: PriceModel<PerUnitPrice> = { type: 'per-unit', rate: ratePerUnit, need: needPerUnit };

/**
 * Quantity × unit price: 10 minutes × 1.29 = 12.90. Free units are used up once in a period, by its first parts.
 * Unrounded; no row at a quantity of zero.
 */
function ratePerUnit(price: PerUnitPrice, usage: PricedUsage, currency: Unit): RatedPart[] {
  const quantity = chargedUnits(price.freeUnits, usage);
  if (isZero(quantity.exact)) return [];
  const unitPrice = input(parse(price.unitAmount), `${currency}/${quantity.unit}`, 'unit-price');
  return [pricedPart('unit', quantity, unitPrice, currency)];
}

function chargedUnits(freeUnits: Decimal | undefined, { quantity, prior, total }: PricedUsage): Figure {
  if (freeUnits === undefined) return quantity;
  const now = beyond(total, freeUnits);
  const before = beyond(prior, freeUnits);
  return isZero(before.exact) ? now : minus(now, before, { label: 'quantity' });
}

/** What of a quantity is not free. */
export function beyond(quantity: Figure, freeUnits: Decimal): Figure {
  const free = input(parse(freeUnits), quantity.unit, 'free-units');
  if (isZero(free.exact)) return quantity;
  if (compare(quantity.exact, free.exact) <= 0) return nothing(quantity.unit, 'quantity');
  return minus(quantity, free, { label: 'quantity' });
}

/** Throws `malformed-number`, `negative-amount` or `negative-quantity`. */
function needPerUnit(price: PerUnitPrice, field: string): void {
  needAmount(price.unitAmount, `${field}.unitAmount`);
  needIfGiven(price.freeUnits, `${field}.freeUnits`, needQuantity);
}
