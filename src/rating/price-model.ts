import { needObject } from './checks.js';
import { shown } from './decimal.js';
import { RatingError } from './errors.js';
import type { Figure, Unit } from './figure.js';
import type { Price } from './price.js';
import { pricedUsage, type PartFacts, type PricedUsage } from './priced-usage.js';
import type { RatedPart } from './rated-part.js';

/** One way in which units become money. A page that names the models it uses loads no others. */
export interface PriceModel<P extends Price = Price> {
  readonly type: P['type'];
  /** The rows of a quantity in the order of the price's own tiers, unrounded, zero rows left out. */
  rate(price: P, usage: PricedUsage, currency: Unit): RatedPart[];
  /** Checks a price, once. Throws a `RatingError` that names the field. */
  need(price: P, field: string): void;
}

/** What a price makes of a quantity, by the model that it names. */
export const rateBy = (
  models: readonly PriceModel[],
  price: Price,
  quantity: Figure,
  currency: Unit,
  facts: PartFacts = {},
): RatedPart[] => modelOf(models, price, 'price').rate(price, pricedUsage(quantity, facts), currency);

/** Checks a price. Throws `malformed-input`, `unknown-model` or what its model throws. */
export function needPriceOf(models: readonly PriceModel[], price: Price, field: string): void {
  needObject(price, field, 'a price');
  modelOf(models, price, field).need(price, field);
}

function modelOf(models: readonly PriceModel[], { type }: Price, field: string): PriceModel {
  const found = models.find((model) => model.type === type);
  if (!found) throw new RatingError('unknown-model', `${field}.type`, `there is no price model ${shown(type)}`);
  return found;
}
