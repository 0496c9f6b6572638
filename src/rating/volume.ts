import { isZero, parse } from './decimal.js';
import type { Unit } from './figure.js';
import type { PriceModel } from './price-model.js';
import { closes, type PricedUsage } from './priced-usage.js';
import { flatPart, unitPart, type RatedPart } from './rated-part.js';
import { needTierAmounts, needTiers, tierOf, type Tier } from './tiers.js';
import { needZeroRule, type ZeroRule } from './zero-rule.js';

/** All units at the price of the one tier that the quantity falls into. */
export interface VolumePrice extends ZeroRule {
  readonly type: 'volume';
  readonly tiers: readonly Tier[];
}

/** The model of `volume` prices. */
export const volumeModel: PriceModel<VolumePrice> = { type: 'volume', rate: rateVolume, need: needVolume };

/**
 * All units of the period at the price of the tier that they fall into, and its flat amount: 6 units at 4 from the
 * sixth unit on are 24. A total may fall where a tier begins. The tier is not known before the period's last part, so
 * that earlier parts are charged nothing. `tierQuantity` chooses the tier where the priced quantity does not.
 */
export function rateVolume(
  { tiers, firstTierFlatAtZero = true }: Omit<VolumePrice, 'type'>,
  usage: PricedUsage,
  currency: Unit,
): RatedPart[] {
  if (!closes(usage)) return [];
  const chosenBy = (usage.tierQuantity ?? usage.total).exact;
  const { tier, ref } = tierOf(tiers, chosenBy);
  const flatDue = firstTierFlatAtZero || !isZero(chosenBy);
  return [
    ...unitPart(ref, usage.total, parse(tier.unitAmount ?? '0'), currency),
    ...(flatDue ? flatPart(`${ref}-flat`, parse(tier.flatAmount ?? '0'), currency) : []),
  ];
}

/** Throws `no-tiers`, `unsorted-tiers`, `no-open-tier`, `malformed-number` or `negative-amount`. */
export function needVolume(price: Omit<VolumePrice, 'type'>, field: string): void {
  needTiers(price.tiers, `${field}.tiers`, needTierAmounts);
  needZeroRule(price, field);
}
