import { parse } from './decimal.js';
import type { Unit } from './figure.js';
import type { PriceModel } from './price-model.js';
import type { PricedUsage } from './priced-usage.js';
import { flatPart, unitPart, type RatedPart } from './rated-part.js';
import { bands, needTierAmounts, needTiers, type Tier } from './tiers.js';
import { needZeroRule, type ZeroRule } from './zero-rule.js';

/** Each unit at the price of the tier that it falls into. */
export interface GraduatedPrice extends ZeroRule {
  readonly type: 'graduated';
  readonly tiers: readonly Tier[];
}

/** The model of `graduated` prices. */
export const graduatedModel: PriceModel<GraduatedPrice> = {
  type: 'graduated',
  rate: rateGraduated,
  need: needGraduated,
};

/**
 * Each unit at the price of the tier that it falls into, and the flat amount of every tier reached. 12 units over
 * tiers up to 5 at 5, up to 10 at 4, then at 3: 5 × 5 + 5 × 4 + 2 × 3 = 51. A later part of a period goes on where the
 * parts before ended, and pays no flat amount twice. Rows unrounded, in the order of the tiers.
 */
function rateGraduated(price: GraduatedPrice, usage: PricedUsage, currency: Unit): RatedPart[] {
  const touched = bands(price.tiers, usage, price.firstTierFlatAtZero ?? true);
  return touched.flatMap(({ tier, ref, quantity, entered }) => [
    ...unitPart(ref, quantity, parse(tier.unitAmount ?? '0'), currency),
    ...(entered ? flatPart(`${ref}-flat`, parse(tier.flatAmount ?? '0'), currency) : []),
  ]);
}

/** Throws `no-tiers`, `unsorted-tiers`, `no-open-tier`, `malformed-number` or `negative-amount`. */
export function needGraduated(price: GraduatedPrice, field: string): void {
  needTiers(price.tiers, `${field}.tiers`, needTierAmounts);
  needZeroRule(price, field);
}
