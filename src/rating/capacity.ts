import { compare, parse, type Decimal, type Exact } from './decimal.js';
import { needAmount, needList, needObject, needQuantity } from './checks.js';
import { need } from './errors.js';
import type { Figure, Unit } from './figure.js';
import type { PriceModel } from './price-model.js';
import { closes, type PricedUsage } from './priced-usage.js';
import { flatPart, type RatedPart } from './rated-part.js';
import { tierRef } from './tiers.js';

/** What a tier holds of each dimension (`lines`, `agents`), and what it costs. */
export interface CapacityTier {
  readonly amount: Decimal;
  /** The most that the tier holds, by dimension; `null` for no end. */
  readonly limits: Readonly<Record<string, Decimal | null>>;
}

/** A flat amount for room of a certain size. */
export interface CapacityPrice {
  readonly type: 'capacity';
  readonly tiers: readonly CapacityTier[];
}

/** The model of `capacity` prices. */
export const capacityModel: PriceModel<CapacityPrice> = { type: 'capacity', rate: rateCapacity, need: needCapacity };

/**
 * The amount of the first tier that holds every dimension: 5 lines and 101 calls need the tier of 50 and 500, at 10,
 * where the one below holds 10 and 100. Charged with the last part of a period, when the peaks are known. A price of one
 * dimension takes the quantity for it. Throws `missing-usage`, `unknown-dimension` or `over-last-tier`.
 */
function rateCapacity({ tiers }: CapacityPrice, usage: PricedUsage, currency: Unit): RatedPart[] {
  if (!closes(usage)) return [];
  const peaks = peaksOf(tiers[0], usage);
  const index = tiers.findIndex(({ limits }) => [...peaks].every(([name, peak]) => holds(limits[name], peak.exact)));
  const tier = tiers[index];
  need(tier !== undefined, 'over-last-tier', 'usage.dimensions', 'is more than the last tier of the price holds');
  return flatPart(tierRef(index), parse(tier.amount), currency);
}

const holds = (limit: Decimal | null | undefined, peak: Exact): boolean =>
  limit === null || (limit !== undefined && compare(peak, parse(limit)) <= 0);

function peaksOf(tier: CapacityTier | undefined, { dimensions, total }: PricedUsage): ReadonlyMap<string, Figure> {
  const known = Object.keys(tier?.limits ?? {});
  const [only] = known;
  if (!dimensions) {
    need(known.length === 1 && only !== undefined, 'missing-usage', 'usage.dimensions', `expected ${known.join(', ')}`);
    return new Map([[only, total]]);
  }
  for (const name of dimensions.keys()) {
    need(known.includes(name), 'unknown-dimension', `usage.dimensions.${name}`, 'the price does not limit it');
  }
  return dimensions;
}

/** Throws `no-tiers`, `unsorted-tiers`, `unknown-dimension`, `malformed-number`, `negative-amount` or `negative-quantity`. */
function needCapacity({ tiers }: CapacityPrice, field: string): void {
  needList(tiers, `${field}.tiers`, 'a list of tiers');
  need(tiers.length > 0, 'no-tiers', `${field}.tiers`, 'expected at least one tier');
  for (const [index, tier] of tiers.entries()) {
    const at = `${field}.tiers[${index}]`;
    needObject(tier, at, 'a tier');
    needAmount(tier.amount, `${at}.amount`);
    needObject(tier.limits, `${at}.limits`, 'limits by dimension');
    needLimits(tier, tiers[index - 1] ?? tier, `${at}.limits`);
  }
}

/** Every tier limits what the one before limits, and no lower. */
function needLimits({ limits }: CapacityTier, before: CapacityTier, field: string): void {
  const names = Object.keys(limits);
  const same = names.length === Object.keys(before.limits).length;
  need(same && names.length > 0, 'unknown-dimension', field, 'every tier must limit the same dimensions, at least one');
  for (const name of names) {
    const limit = limits[name] ?? null;
    if (limit !== null) needQuantity(limit, `${field}.${name}`);
    need(
      Object.hasOwn(before.limits, name),
      'unknown-dimension',
      `${field}.${name}`,
      'the tier before does not limit it',
    );
    const lower = before.limits[name] ?? null;
    const risen = limit === null || (lower !== null && compare(parse(limit), parse(lower)) >= 0);
    need(risen, 'unsorted-tiers', `${field}.${name}`, 'must not be below the limit of the tier before');
  }
}
