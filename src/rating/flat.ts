import { parse, type Decimal } from './decimal.js';
import { needAmount, needOneOf } from './checks.js';
import type { Unit } from './figure.js';
import type { PriceModel } from './price-model.js';
import { closes, opens, type PricedUsage } from './priced-usage.js';
import { flatPart, type RatedPart } from './rated-part.js';

/** One amount a period, whatever is used. */
export interface FlatPrice {
  readonly type: 'flat';
  readonly amount: Decimal;
  /** Due before the period, or after it. */
  readonly term: 'advance' | 'arrears';
}

/** The model of `flat` prices. */
export const flatModel: PriceModel<FlatPrice> = { type: 'flat', rate: rateFlat, need: needFlat };

/** The amount, once in a period that is billed in parts: with the first one in advance, with the last one in arrears. */
function rateFlat(price: FlatPrice, usage: PricedUsage, currency: Unit): RatedPart[] {
  const due = price.term === 'advance' ? opens(usage) : closes(usage);
  return due ? flatPart('flat', parse(price.amount), currency) : [];
}

/** Throws `malformed-number`, `negative-amount` or `unknown-policy`. */
function needFlat(price: FlatPrice, field: string): void {
  needAmount(price.amount, `${field}.amount`);
  needOneOf(price.term, ['advance', 'arrears'], `${field}.term`, 'unknown-policy');
}
