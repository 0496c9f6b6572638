import type { Unit } from './figure.js';
import type { PriceModel } from './price-model.js';
import type { PricedUsage } from './priced-usage.js';
import type { RatedPart } from './rated-part.js';
import type { Tier } from './tiers.js';
import { needVolume, rateVolume } from './volume.js';
import type { ZeroRule } from './zero-rule.js';

/** One flat amount for whatever quantity falls into a step. */
export interface StairstepPrice extends ZeroRule {
  readonly type: 'stairstep';
  readonly tiers: readonly Tier[];
}

/** The model of `stairstep` prices. */
export const stairstepModel: PriceModel<StairstepPrice> = {
  type: 'stairstep',
  rate: rateStairstep,
  need: needStairstep,
};

/**
 * The flat amount of the one step that the quantity falls into: 100 up to 5 units, 150 up to 10, so 6 units are 150.
 * Steps replace each other, they don't add up: that is a volume price of flat amounts, billed like one.
 */
function rateStairstep(price: StairstepPrice, usage: PricedUsage, currency: Unit): RatedPart[] {
  return rateVolume(price, usage, currency);
}

/** Throws what a volume price throws. */
function needStairstep(price: StairstepPrice, field: string): void {
  needVolume(price, field);
}
