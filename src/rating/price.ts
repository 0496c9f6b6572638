import { blocksModel, type BlocksPrice } from './blocks.js';
import { capacityModel, type CapacityPrice } from './capacity.js';
import { dynamicModel, type DynamicPrice } from './dynamic.js';
import type { Figure, Unit } from './figure.js';
import { flatModel, type FlatPrice } from './flat.js';
import { graduatedModel, type GraduatedPrice } from './graduated.js';
import { graduatedPercentageModel, type GraduatedPercentagePrice } from './graduated-percentage.js';
import { packageModel, type PackagePrice } from './package.js';
import { percentageModel, type PercentagePrice } from './percentage.js';
import { perUnitModel, type PerUnitPrice } from './per-unit.js';
import { needPriceOf, rateBy, type PriceModel } from './price-model.js';
import type { PartFacts } from './priced-usage.js';
import type { RatedPart } from './rated-part.js';
import { stairstepModel, type StairstepPrice } from './stairstep.js';
import { volumeModel, type VolumePrice } from './volume.js';

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

/** Every price model. */
export const PRICE_MODELS: readonly PriceModel[] = [
  flatModel,
  perUnitModel,
  dynamicModel,
  graduatedModel,
  volumeModel,
  stairstepModel,
  packageModel,
  blocksModel,
  capacityModel,
  percentageModel,
  graduatedPercentageModel,
];

/**
 * What a price makes of a quantity: the rows in the order of the price's own tiers, unrounded, zero rows left out.
 * `facts` says what else is known: that this is one part of its period, and what was used before.
 */
export const ratePrice = (price: Price, quantity: Figure, currency: Unit, facts?: PartFacts): RatedPart[] =>
  rateBy(PRICE_MODELS, price, quantity, currency, facts);

/** Checks a price once, at the door. Throws `malformed-input`, `unknown-model` or what its kind throws. */
export const needPrice = (price: Price, field: string): void => needPriceOf(PRICE_MODELS, price, field);
