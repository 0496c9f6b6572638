import { needBlocks, rateBlocks, type BlocksPrice } from './blocks.js';
import { needCapacity, rateCapacity, type CapacityPrice } from './capacity.js';
import { needObject } from './checks.js';
import { shown } from './decimal.js';
import { needDynamic, rateDynamic, type DynamicPrice } from './dynamic.js';
import { need } from './errors.js';
import type { Figure, Unit } from './figure.js';
import { needFlat, rateFlat, type FlatPrice } from './flat.js';
import { needGraduated, rateGraduated, type GraduatedPrice } from './graduated.js';
import {
  needGraduatedPercentage,
  rateGraduatedPercentage,
  type GraduatedPercentagePrice,
} from './graduated-percentage.js';
import { needPackage, ratePackage, type PackagePrice } from './package.js';
import { needPercentage, ratePercentage, type PercentagePrice } from './percentage.js';
import { needPerUnit, ratePerUnit, type PerUnitPrice } from './per-unit.js';
import { pricedUsage, type PartFacts, type PricedUsage } from './priced-usage.js';
import type { RatedPart } from './rated-part.js';
import { needStairstep, rateStairstep, type StairstepPrice } from './stairstep.js';
import { needVolume, rateVolume, type VolumePrice } from './volume.js';

export type { RatedPart } from './rated-part.js';

/** How units become money. One kind a file. */
export type Price =
  | FlatPrice
  | PerUnitPrice
  | DynamicPrice
  | GraduatedPrice
  | VolumePrice
  | StairstepPrice
  | PackagePrice
  | BlocksPrice
  | CapacityPrice
  | PercentagePrice
  | GraduatedPercentagePrice;

interface Kind<P> {
  rate(price: P, usage: PricedUsage, currency: Unit): RatedPart[];
  need(price: P, field: string): void;
}

const KINDS: { readonly [T in Price['type']]: Kind<Extract<Price, { type: T }>> } = {
  flat: { rate: rateFlat, need: needFlat },
  'per-unit': { rate: ratePerUnit, need: needPerUnit },
  dynamic: { rate: rateDynamic, need: needDynamic },
  graduated: { rate: rateGraduated, need: needGraduated },
  volume: { rate: rateVolume, need: needVolume },
  stairstep: { rate: rateStairstep, need: needStairstep },
  package: { rate: ratePackage, need: needPackage },
  blocks: { rate: rateBlocks, need: needBlocks },
  capacity: { rate: rateCapacity, need: needCapacity },
  percentage: { rate: ratePercentage, need: needPercentage },
  'graduated-percentage': { rate: rateGraduatedPercentage, need: needGraduatedPercentage },
};

/**
 * What a price makes of a quantity: the rows in the order of the price's own tiers, unrounded, zero rows left out.
 * `facts` says what else is known: that this is one part of its period, and what was used before.
 */
export function ratePrice(price: Price, quantity: Figure, currency: Unit, facts: PartFacts = {}): RatedPart[] {
  return kindOf(price).rate(price, pricedUsage(quantity, facts), currency);
}

/** Checks a price once, at the door. Throws `malformed-input`, `unknown-model` or what its kind throws. */
export function needPrice(price: Price, field: string): void {
  needObject(price, field, 'a price');
  const known = typeof price.type === 'string' && Object.hasOwn(KINDS, price.type);
  need(known, 'unknown-model', `${field}.type`, `there is no price model ${shown(price.type)}`);
  kindOf(price).need(price, field);
}

const kindOf = ({ type }: Price): Kind<Price> => KINDS[type];
