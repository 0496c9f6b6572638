import { compare, parse, type Exact } from './decimal.js';
import { input, minus, named, nothing, over, rounded, type Figure } from './figure.js';
import type { UsageCharge } from './plan.js';
import type { AllowancePolicy, Policies } from './policies.js';
import { prorate, type Share } from './proration.js';

/** What a charge includes in a period, what was used of it, and what went beyond: figures in the charge's unit. */
export interface Allowance {
  readonly included: Figure;
  readonly used: Figure;
  readonly over: Figure;
}

/**
 * The allowance of a period, cut like the period is, and rounded to whole units: 100 minutes ÷ 30 days = 3.33 a day,
 * × 20 days = 66.60, 67 minutes. A whole period has the whole allowance.
 */
export function prorateAllowance(charge: UsageCharge, share: Share, policy: AllowancePolicy): Figure {
  const included = input(parse(charge.included), `${charge.unit}/month`, 'included');
  const mode = policy.rounding === 'exact' ? 'half-up' : policy.rounding;
  const part = prorate(included, share, policy.proration, mode);
  const unit = charge.unit;
  if (part === included || policy.rounding === 'exact') return named(part, { unit, label: 'allowance' });
  return rounded(part, { mode, scale: 0, policy: 'allowance.rounding' }, { unit, label: 'allowance' });
}

/** Sets a metered quantity (in the unit that it is reported in, unrounded) against the allowance. */
export function measureUsage(charge: UsageCharge, metered: Exact, share: Share, policies: Policies): Allowance {
  const included = prorateAllowance(charge, share, policies.allowance);
  const used = convert(charge, metered);
  return { included, used, over: overOf(used, included, policies) };
}

/** What goes beyond the allowance, less what others leave of theirs, by the rounding of the overage. */
export function overOf(used: Figure, included: Figure, { overageRounding: mode }: Policies, pooled?: Figure): Figure {
  if (compare(used.exact, included.exact) <= 0) return nothing(used.unit, 'over');
  const own = minus(used, included, { label: 'over' });
  const beyond = pooled ? minus(own, pooled, { label: 'over' }) : own;
  return mode === 'exact' ? beyond : rounded(beyond, { mode, scale: 0, policy: 'overageRounding' });
}

function convert(charge: UsageCharge, metered: Exact): Figure {
  const { unit, reported } = charge;
  if (!reported) return input(metered, unit, 'used');
  const perUnit = input(parse(reported.perUnit), `${reported.unit}/${unit}`, 'per-unit');
  return over(input(metered, reported.unit, 'metered'), perUnit, { unit, label: 'used' });
}
