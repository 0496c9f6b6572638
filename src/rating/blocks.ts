import { add, compare, isZero, multiply, parse, ZERO, type Decimal } from './decimal.js';
import { needAmount, needList, needObject, needOneOf, needPositive } from './checks.js';
import { need } from './errors.js';
import { input, minus, nothing, over, plus, rounded, times, type Figure, type Unit } from './figure.js';
import type { PriceModel } from './price-model.js';
import type { PricedUsage } from './priced-usage.js';
import { unitPart, type RatedPart } from './rated-part.js';
import { tierRef } from './tiers.js';

/** A tier that counts its own blocks. */
export interface BlockTier {
  readonly blockSize: Decimal;
  /** How many blocks of its own the tier takes; `null` for no end. */
  readonly maxBlocks: Decimal | null;
  readonly blockAmount: Decimal;
}

/** Units sold in begun blocks, tier after tier, each with a maximum of its own. */
export interface BlocksPrice {
  readonly type: 'blocks';
  /** Whether each tier charges the blocks that it took, or the tier reached charges them all. */
  readonly policy: 'all-tiers' | 'top-tier';
  readonly tiers: readonly BlockTier[];
}

/** The model of `blocks` prices. */
export const blocksModel: PriceModel<BlocksPrice> = { type: 'blocks', rate: rateBlocks, need: needBlocks };

/**
 * Begun blocks × their price. `all-tiers`: 101 units over 100 blocks of one at 2, then at 20, are 100 × 2 + 1 × 20 = 220.
 * `top-tier`: the tier that the quantity reaches prices all of it, the last one also beyond its maximum; 111 units that
 * reach the third tier at 0.5 are 111 × 0.5 = 55.50. Blocks billed before come off, tier by tier, and may leave less
 * than none. Unrounded. Throws `over-last-tier` when `all-tiers` is left with units.
 */
function rateBlocks(price: BlocksPrice, usage: PricedUsage, currency: Unit): RatedPart[] {
  const now = blocksOf(price, usage.total);
  const before = usage.priorBlocks ?? blocksOf(price, usage.prior);
  need(before.length <= now.length, 'malformed-input', 'usage.priorBlocks', 'must not have more tiers than the price');
  return price.tiers.flatMap((tier, index) => {
    const blocks = now[index] ?? NO_BLOCKS;
    const billed = before[index] ?? NO_BLOCKS;
    const count = isZero(billed.exact) ? blocks : minus(blocks, billed, { label: 'blocks' });
    return unitPart(tierRef(index), count, parse(tier.blockAmount), currency);
  });
}

const NO_BLOCKS = nothing('block', 'blocks');

function blocksOf({ policy, tiers }: BlocksPrice, quantity: Figure): Figure[] {
  return policy === 'all-tiers' ? inAllTiers(tiers, quantity) : inTopTier(tiers, quantity);
}

function inAllTiers(tiers: readonly BlockTier[], quantity: Figure): Figure[] {
  const top = tierReached(tiers, quantity);
  need(top < tiers.length, 'over-last-tier', 'usage.quantity', 'is more than all tiers of the price hold');
  return tiers.map((tier, index) => {
    if (index > top) return NO_BLOCKS;
    return index < top ? maximum(tier) : begunBlocks(tier, less(quantity, tiers.slice(0, index)));
  });
}

function inTopTier(tiers: readonly BlockTier[], quantity: Figure): Figure[] {
  const top = Math.min(tierReached(tiers, quantity), tiers.length - 1);
  return tiers.map((tier, index) => (index === top ? begunBlocks(tier, quantity) : NO_BLOCKS));
}

/** The tier that holds what the tiers before it leave; the number of tiers when none does. */
function tierReached(tiers: readonly BlockTier[], quantity: Figure): number {
  let room = ZERO;
  const reached = tiers.findIndex(({ blockSize, maxBlocks }) => {
    if (maxBlocks === null) return true;
    room = add(room, multiply(parse(blockSize), parse(maxBlocks)));
    return compare(quantity.exact, room) <= 0;
  });
  return reached === -1 ? tiers.length : reached;
}

/** What full tiers leave of a quantity. */
function less(quantity: Figure, full: readonly BlockTier[]): Figure {
  if (full.length === 0) return quantity;
  const held = full.map((tier) => times(maximum(tier), sizeOf(tier, quantity.unit), { unit: quantity.unit }));
  return minus(quantity, plus(held, { label: 'full-tiers' }), { label: 'rest' });
}

function begunBlocks(tier: BlockTier, quantity: Figure): Figure {
  const exact = over(quantity, sizeOf(tier, quantity.unit), { unit: 'block', label: 'blocks' });
  return rounded(exact, { mode: 'up', scale: 0, policy: 'price.blocks' });
}

const sizeOf = ({ blockSize }: BlockTier, unit: Unit): Figure => input(parse(blockSize), `${unit}/block`, 'block-size');
const maximum = ({ maxBlocks }: BlockTier): Figure => input(parse(maxBlocks), 'block', 'maximum-blocks');

/** Throws `no-tiers`, `unsorted-tiers`, `unknown-policy`, `malformed-number`, `negative-amount` or `negative-quantity`. */
function needBlocks(price: BlocksPrice, field: string): void {
  needOneOf(price.policy, ['all-tiers', 'top-tier'], `${field}.policy`, 'unknown-policy');
  needList(price.tiers, `${field}.tiers`, 'a list of tiers');
  need(price.tiers.length > 0, 'no-tiers', `${field}.tiers`, 'expected at least one tier');
  for (const [index, tier] of price.tiers.entries()) {
    const at = `${field}.tiers[${index}]`;
    needObject(tier, at, 'a tier');
    needPositive(tier.blockSize, `${at}.blockSize`);
    needAmount(tier.blockAmount, `${at}.blockAmount`);
    needMaximum(tier.maxBlocks, index === price.tiers.length - 1, `${at}.maxBlocks`);
  }
}

function needMaximum(maxBlocks: Decimal | null, last: boolean, field: string): void {
  if (maxBlocks === null) return need(last, 'unsorted-tiers', field, 'only the last tier may have no end');
  needPositive(maxBlocks, field);
  const { n, d } = parse(maxBlocks);
  need(n % d === 0n, 'malformed-number', field, 'must be a whole number of blocks');
}
