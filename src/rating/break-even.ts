import { costCurve, firstAtOrBelowZero, lessCurve } from './cost-curve.js';
import { compare, parseExact, toText } from './decimal.js';
import { need } from './errors.js';
import { isYearly, monthlyFee, needPlan, type RatedPlan, type UsageCharge } from './plan.js';
import { PRICE_MODELS } from './price.js';

/** The usage of one charge from which on a plan costs no more than another. */
export interface BreakEven {
  /** In `unit`, exact: a decimal, or a fraction `n/d` where no decimal ends. */
  readonly quantity: string;
  readonly unit: string;
  /** Whether it holds only above the quantity, not yet at it: a fee of the other plan begins there. */
  readonly beyond: boolean;
}

/** The usage from which on another plan is the cheaper one. */
export interface CostEffectiveTo extends BreakEven {
  /** The id of that plan. */
  readonly plan: string;
}

/**
 * The smallest usage of `charge` at which `planB` costs no more than `planA` for a whole period: base fee and overage,
 * with no other usage. Exact: amounts are not rounded to the currency, and a part of a unit costs its part of the price
 * even where `overageRounding` rounds it, so close to the quantity an invoice may differ by that rounding. `null` when
 * planB costs more at any usage. Throws what the check of a plan throws, `unknown-charge`, `unit-mismatch`,
 * `currency-mismatch`, or `unknown-model` for a price that is no straight line between bounds (packages).
 *
 * @example 139.00 with 100 minutes, then 1.29; 219.00 with 200 minutes: 100 + 80.00 ÷ 1.29 = 20900/129 minutes
 */
export function breakEven(planA: RatedPlan, planB: RatedPlan, charge: string): BreakEven | null {
  const a = usageOf(planA, charge, 'planA');
  const b = usageOf(planB, charge, 'planB');
  need(sameCurrency(planA, planB), 'currency-mismatch', 'planB', `expected ${planA.currency}, got ${planB.currency}`);
  need(a.unit === b.unit, 'unit-mismatch', 'planB.usage', `expected ${charge} in ${a.unit}, got ${b.unit}`);
  const place = firstAtOrBelowZero(lessCurve(costCurve(planB, b, 'planB.usage'), costCurve(planA, a, 'planA.usage')));
  return place && { quantity: toText(place.quantity), unit: a.unit, beyond: place.beyond };
}

/**
 * The usage at which the next plan up becomes cheaper: the smallest break-even of `current` with a plan of a higher base
 * fee, and that plan's id; among equals the lowest base fee. Plans in another currency, paid for by the year where the
 * current one is by the month, or without this charge in the same unit, are no alternatives and left out. `null` when no
 * plan up is ever cheaper. Throws like `breakEven`.
 */
export function costEffectiveTo(
  current: RatedPlan,
  plans: readonly RatedPlan[],
  charge: string,
): CostEffectiveTo | null {
  const { unit } = usageOf(current, charge, 'current');
  const up = plans
    .filter((plan) => sameCurrency(plan, current) && isYearly(plan) === isYearly(current))
    .filter((plan) => plan.usage.some((each) => each.id === charge && each.unit === unit))
    .filter((plan) => byBaseFee(plan, current) > 0)
    .sort(byBaseFee);
  return up.reduce<CostEffectiveTo | null>((nearest, plan) => {
    const found = breakEven(current, plan, charge);
    return found && (!nearest || comesBefore(found, nearest)) ? { ...found, plan: plan.id } : nearest;
  }, null);
}

function usageOf(plan: RatedPlan, charge: string, field: string): UsageCharge {
  needPlan(plan, field, PRICE_MODELS);
  const usage = plan.usage.find((each) => each.id === charge);
  need(usage !== undefined, 'unknown-charge', `${field}.usage`, `the plan ${plan.id} has no charge ${charge}`);
  return usage;
}

const sameCurrency = (a: RatedPlan, b: RatedPlan): boolean => a.currency === b.currency && a.exponent === b.exponent;

const byBaseFee = (a: RatedPlan, b: RatedPlan): number => compare(monthlyFee(a), monthlyFee(b));

function comesBefore(a: BreakEven, b: BreakEven): boolean {
  const order = compare(parseExact(a.quantity), parseExact(b.quantity));
  return order < 0 || (order === 0 && b.beyond && !a.beyond);
}
