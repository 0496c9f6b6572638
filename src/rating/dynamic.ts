import { parse, type Decimal } from './decimal.js';
import { needAmount } from './checks.js';
import { input, times, type Unit } from './figure.js';
import type { PriceModel } from './price-model.js';
import type { PricedUsage } from './priced-usage.js';
import { lumpPart, type RatedPart } from './rated-part.js';

/** The usage brings its price with it: what is counted is money, in whatever unit the multiplier turns into the currency. */
export interface DynamicPrice {
  readonly type: 'dynamic';
  readonly multiplier: Decimal;
}

/** The model of `dynamic` prices. */
export const dynamicModel: PriceModel<DynamicPrice> = { type: 'dynamic', rate: rateDynamic, need: needDynamic };

/** The sum that was reported × the multiplier, as one amount: 1234.56 cents × 0.01 = 12.3456. Unrounded. */
function rateDynamic(price: DynamicPrice, { quantity }: PricedUsage, currency: Unit): RatedPart[] {
  const multiplier = input(parse(price.multiplier), '', 'multiplier');
  return lumpPart('usage', times(quantity, multiplier, { unit: currency }));
}

/** Throws `malformed-number` or `negative-amount`. */
function needDynamic(price: DynamicPrice, field: string): void {
  needAmount(price.multiplier, `${field}.multiplier`);
}
