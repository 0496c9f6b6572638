import { add, compare, divide, isNegative, parse, subtract, whole, ZERO, type Exact } from './decimal.js';
import { need } from './errors.js';
import { input } from './figure.js';
import { monthlyFee, type RatedPlan, type UsageCharge } from './plan.js';
import { boundsOf } from './price-bounds.js';
import { ratePrice } from './price.js';

/**
 * An amount by a quantity of zero or more: a straight line from just above one bound up to the next, which is in it, and
 * beyond the last one. Just above a bound it may jump.
 */
export interface Curve {
  readonly at: (quantity: Exact) => Exact;
  readonly bounds: readonly Exact[];
}

/** A place on a curve: at `quantity`, or all that is `beyond` it. */
export interface Place {
  readonly quantity: Exact;
  readonly beyond: boolean;
}

/**
 * What a plan costs for a whole period by the usage of one charge: base fee, of a yearly one a twelfth, and overage,
 * unrounded. Throws `unknown-model` for a price that is no straight line between bounds (packages).
 */
export function costCurve(plan: RatedPlan, usage: UsageCharge, field: string): Curve {
  const included = parse(usage.included);
  const base = monthlyFee(plan);
  const at = (quantity: Exact): Exact => add(base, overageCost(usage, subtract(quantity, included), plan.currency));
  const bounds = boundsOf(usage.price);
  need(bounds !== null, 'unknown-model', `${field}.price`, 'the cost of this price is no straight line between bounds');
  return { at, bounds: [included, ...bounds.map((bound) => add(included, bound))] };
}

/** The curve of `a` less `b`. */
export const lessCurve = (a: Curve, b: Curve): Curve => ({
  at: (quantity) => subtract(a.at(quantity), b.at(quantity)),
  bounds: [...a.bounds, ...b.bounds],
});

/** The smallest quantity at which a curve is at or below zero; `null` when it never is. */
export function firstAtOrBelowZero(curve: Curve): Place | null {
  if (!isAbove(curve.at(ZERO))) return { quantity: ZERO, beyond: false };
  const bounds = curve.bounds.filter(isAbove).sort(compare);
  for (const [index, start] of [ZERO, ...bounds].entries()) {
    const found = inSegment(curve, start, bounds[index]);
    if (found) return found;
  }
  return null;
}

/** The same within one straight line; the curve is above zero at `start`, which is not in it. */
function inSegment(curve: Curve, start: Exact, end: Exact | undefined): Place | null {
  const last = end ?? add(start, whole(2));
  const width = subtract(last, start);
  if (!isAbove(width)) return null;
  const half = divide(width, whole(2));
  const [middle, final] = [curve.at(add(start, half)), curve.at(last)];
  const limit = subtract(add(middle, middle), final);
  const slope = divide(subtract(final, middle), half);
  if (isNegative(limit) || (limit.n === 0n && !isAbove(slope))) return { quantity: start, beyond: true };
  if (!isNegative(slope)) return null;
  const quantity = subtract(start, divide(limit, slope));
  return end === undefined || compare(quantity, end) <= 0 ? { quantity, beyond: false } : null;
}

const isAbove = (a: Exact): boolean => a.n > 0n;

function overageCost({ price, unit }: UsageCharge, over: Exact, currency: string): Exact {
  const quantity = isNegative(over) ? ZERO : over;
  const parts = ratePrice(price, input(quantity, unit, 'over'), currency);
  return parts.map((part) => part.amount.exact).reduce(add, ZERO);
}
