import { isZero, parse, whole, type Decimal } from './decimal.js';
import { needAmount, needCount, needIfGiven, needOneOf, needPositive, needQuantity } from './checks.js';
import { greatest, input, minus, nothing, over, rounded, type Figure, type Unit } from './figure.js';
import { beyond } from './per-unit.js';
import type { PriceModel } from './price-model.js';
import { opens, type PricedUsage } from './priced-usage.js';
import { unitPart, type RatedPart } from './rated-part.js';

/** Units sold in packages of one size. */
export interface PackagePrice {
  readonly type: 'package';
  readonly packageSize: Decimal;
  readonly packageAmount: Decimal;
  /** The first units of a period, free: packages begin after them. */
  readonly freeUnits?: Decimal;
  /** Whether a begun package counts (`up`) or only a full one. */
  readonly rounding: 'up' | 'down';
  /** Packages due in a period whatever is used. */
  readonly minimumPackages?: number;
}

/** The model of `package` prices. */
export const packageModel: PriceModel<PackagePrice> = { type: 'package', rate: ratePackage, need: needPackage };

/**
 * Packages × their price: 11 units in begun packages of 10 at 15 are 2 × 15 = 30. A later part of a period pays only for
 * packages that the parts before did not open. The minimum is due with the first part. Unrounded.
 */
function ratePackage(price: PackagePrice, usage: PricedUsage, currency: Unit): RatedPart[] {
  const now = packages(price, usage.total);
  const nothingBilled = isZero(usage.prior.exact) && opens(usage);
  const before = nothingBilled ? nothing(now.unit, 'packages') : packages(price, usage.prior);
  const opened = isZero(before.exact) ? now : minus(now, before, { label: 'packages' });
  return unitPart('package', opened, parse(price.packageAmount), currency);
}

function packages(
  { packageSize, freeUnits = '0', rounding, minimumPackages = 0 }: PackagePrice,
  quantity: Figure,
): Figure {
  const size = input(parse(packageSize), `${quantity.unit}/package`, 'package-size');
  const exact = over(beyond(quantity, freeUnits), size, { unit: 'package', label: 'packages' });
  const full = rounded(exact, { mode: rounding, scale: 0, policy: 'price.rounding' });
  if (minimumPackages === 0) return full;
  return greatest(full, input(whole(minimumPackages), 'package', 'minimum-packages'), { label: 'packages' });
}

/** Throws `malformed-number`, `negative-amount`, `negative-quantity` or `unknown-policy`. */
function needPackage(price: PackagePrice, field: string): void {
  needPositive(price.packageSize, `${field}.packageSize`);
  needAmount(price.packageAmount, `${field}.packageAmount`);
  needIfGiven(price.freeUnits, `${field}.freeUnits`, needQuantity);
  needOneOf(price.rounding, ['up', 'down'], `${field}.rounding`, 'unknown-policy');
  needIfGiven(price.minimumPackages, `${field}.minimumPackages`, needCount);
}
