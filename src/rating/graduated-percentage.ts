import { parse, type Decimal } from './decimal.js';
import { needAmount, needIfGiven } from './checks.js';
import type { Unit } from './figure.js';
import type { PriceModel } from './price-model.js';
import type { PricedUsage } from './priced-usage.js';
import { flatPart, percentPart, type RatedPart } from './rated-part.js';
import { bands, needTiers, type Bounded } from './tiers.js';

/** A tier over money: a percentage of what falls into it, and an amount due once it is reached. */
export interface PercentageTier extends Bounded {
  readonly rate: Decimal;
  readonly flatAmount?: Decimal;
}

/** A percentage that changes with the amount it is taken of. */
export interface GraduatedPercentagePrice {
  readonly type: 'graduated-percentage';
  readonly tiers: readonly PercentageTier[];
}

/** The model of `graduated-percentage` prices. */
export const graduatedPercentageModel: PriceModel<GraduatedPercentagePrice> = {
  type: 'graduated-percentage',
  rate: rateGraduatedPercentage,
  need: needGraduatedPercentage,
};

/**
 * The percentage of each tier on the part of the amount that falls into it, and the flat amount of every tier reached:
 * 1050 over 1 % and 200 up to 1000, then 2 % and 300, are 10 + 200 + 1 + 300 = 511. Nothing at zero. Unrounded.
 */
function rateGraduatedPercentage(price: GraduatedPercentagePrice, usage: PricedUsage, currency: Unit): RatedPart[] {
  return bands(price.tiers, usage, false).flatMap(({ tier, ref, quantity, entered }) => [
    ...percentPart(ref, quantity, parse(tier.rate), currency),
    ...(entered ? flatPart(`${ref}-flat`, parse(tier.flatAmount ?? '0'), currency) : []),
  ]);
}

/** Throws `no-tiers`, `unsorted-tiers`, `no-open-tier`, `malformed-number` or `negative-amount`. */
function needGraduatedPercentage(price: GraduatedPercentagePrice, field: string): void {
  needTiers(price.tiers, `${field}.tiers`, ({ rate, flatAmount }, at) => {
    needAmount(rate, `${at}.rate`);
    needIfGiven(flatAmount, `${at}.flatAmount`, needAmount);
  });
}
