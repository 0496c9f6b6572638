import { compare, isZero, parse, ZERO, type Decimal, type Exact } from './decimal.js';
import { needAmount, needIfGiven, needList, needObject } from './checks.js';
import { need } from './errors.js';
import { input, least, minus, nothing, type Figure } from './figure.js';
import { opens, type PricedUsage } from './priced-usage.js';

/** The upper bound of a tier: the last quantity that is in it; `null` for no end. */
export interface Bounded {
  readonly upTo: Decimal | null;
}

/** A band of quantities, from the bound of the tier before (not included) up to its own (included). */
export interface Tier extends Bounded {
  readonly unitAmount?: Decimal;
  /** Due once as soon as the tier is reached. */
  readonly flatAmount?: Decimal;
}

/** What of the usage falls into one tier, and whether the tier is reached by it, not before. */
export interface Band<T> {
  readonly tier: T;
  readonly ref: string;
  readonly quantity: Figure;
  readonly entered: boolean;
}

/**
 * The tiers that the usage of this part touches, each with its share. A bound is in the lower tier, and tiers touch:
 * between 10 and 11 there is no gap for 10.5. `atZero` says that the first tier counts as reached before anything is
 * used, so that the first part of a period enters it; otherwise the first unit does.
 */
export function bands<T extends Bounded>(tiers: readonly T[], usage: PricedUsage, atZero: boolean): Band<T>[] {
  const found: Band<T>[] = [];
  let start = ZERO;
  for (const [index, tier] of tiers.entries()) {
    const first = index === 0;
    if (!first && compare(usage.total.exact, start) <= 0) break;
    const entered = first ? entersFirst(usage, atZero) : compare(usage.prior.exact, start) <= 0;
    found.push({ tier, ref: tierRef(index), quantity: within(tier, start, usage), entered });
    if (tier.upTo !== null) start = parse(tier.upTo);
  }
  return found;
}

/** The tier that holds a quantity. The last one has no end, so there is one. */
export function tierOf<T extends Bounded>(tiers: readonly T[], quantity: Exact): { tier: T; ref: string } {
  const index = tiers.findIndex(({ upTo }) => upTo === null || compare(quantity, parse(upTo)) <= 0);
  const tier = tiers[index];
  need(tier !== undefined, 'no-open-tier', 'tiers', 'the last tier must have no end (null)');
  return { tier, ref: tierRef(index) };
}

export const tierRef = (index: number): string => `tier-${index + 1}`;

function entersFirst(usage: PricedUsage, atZero: boolean): boolean {
  if (!isZero(usage.prior.exact)) return false;
  return atZero ? opens(usage) : !isZero(usage.total.exact);
}

function within(tier: Bounded, start: Exact, { prior, total }: PricedUsage): Figure {
  const end = tier.upTo === null ? null : input(parse(tier.upTo), total.unit, 'tier-end');
  if (end && compare(prior.exact, end.exact) >= 0) return nothing(total.unit, 'tier-quantity');
  const reached = end && compare(end.exact, total.exact) < 0 ? least(total, end) : total;
  const from = compare(prior.exact, start) > 0 ? prior : input(start, total.unit, 'tier-start');
  return isZero(from.exact) ? reached : minus(reached, from, { label: 'tier-quantity' });
}

/** Checks the bounds of tiers, and each tier by `needTier`. Throws `malformed-input`, `no-tiers`, `unsorted-tiers` or `no-open-tier`. */
export function needTiers<T extends Bounded>(
  tiers: readonly T[],
  field: string,
  needTier: (tier: T, at: string) => void,
): void {
  needList(tiers, field, 'a list of tiers');
  need(tiers.length > 0, 'no-tiers', field, 'expected at least one tier');
  let start = ZERO;
  for (const [index, tier] of tiers.entries()) {
    const at = `${field}[${index}]`;
    needObject(tier, at, 'a tier');
    needTier(tier, at);
    const last = index === tiers.length - 1;
    if (last) need(tier.upTo === null, 'no-open-tier', `${at}.upTo`, 'the last tier must have no end (null)');
    else start = needBound(tier.upTo, start, `${at}.upTo`);
  }
}

/** Throws `malformed-number` or `negative-amount`. */
export function needTierAmounts({ unitAmount, flatAmount }: Tier, at: string): void {
  needIfGiven(unitAmount, `${at}.unitAmount`, needAmount);
  needIfGiven(flatAmount, `${at}.flatAmount`, needAmount);
}

function needBound(upTo: Decimal | null, start: Exact, field: string): Exact {
  need(upTo !== null, 'unsorted-tiers', field, 'only the last tier may have no end');
  const end = parse(upTo, field);
  need(compare(end, start) > 0, 'unsorted-tiers', field, 'must be above the bound of the tier before');
  return end;
}
