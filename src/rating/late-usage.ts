import type { Adjustment } from './adjustment.js';
import { allowanceOf, alreadyCharged, chargeFor, pricedParts, type PeriodCharge } from './charges.js';
import { divide, isZero, subtract, toText, ZERO } from './decimal.js';
import { explain } from './derivation.js';
import { need } from './errors.js';
import { minus, plus, rounded, type Figure } from './figure.js';
import { needPeriod, type Period } from './period.js';
import type { UsageCharge } from './plan.js';
import { PRICE_MODELS } from './price.js';
import { needSubscription, type RatedSubscription } from './subscription.js';
import type { UsageDay } from './usage.js';

/** A closed period whose usage was not known in full, or was wrong, when it was invoiced. */
export interface LateUsageInput {
  /** As it was invoiced: with the plan of that period, and the usage that was known. */
  readonly subscription: RatedSubscription;
  readonly period: Period;
  /** The usage of the period as it is known now. */
  readonly usage: readonly UsageDay[];
}

/**
 * One adjustment a charge, for a later invoice: what the closed period comes to with all usage, less what it was
 * invoiced at, both by that period's plan, allowance and tiers, their rows rounded like the invoice's. Below zero where
 * less was used; none where the amount is the same. The quantity is the difference in use, the unit price their
 * quotient. Not for pooled allowances, which depend on other subscriptions: throws `unknown-policy` for those, else like
 * `previewInvoice`.
 *
 * @example 100 minutes included, 110 invoiced at 12.90, a late call of 5 minutes: 115 minutes are 19.35, less 12.90
 */
export function lateUsage({ subscription, period, usage }: LateUsageInput): Adjustment[] {
  needPeriod(period, 'period');
  needSubscription(subscription, 'subscription', PRICE_MODELS);
  const now = { ...subscription, usage };
  needSubscription(now, 'late', PRICE_MODELS);
  const [before, after] = [subscription, now].map((each) => chargeFor(each, each.plan, period, PRICE_MODELS));
  if (!before || !after) return [];
  const pooled = (before.policies.allowance.pooling ?? 'none') !== 'none';
  need(!pooled, 'unknown-policy', 'subscription.plan.policies.allowance.pooling', 'must be none');
  return subscription.plan.usage.flatMap((charge) => lineOf(before, after, charge));
}

function lineOf(before: PeriodCharge, after: PeriodCharge, usage: UsageCharge): Adjustment[] {
  const figure = minus(costOf(after, usage), costOf(before, usage), { label: 'late-usage' });
  if (isZero(figure.exact)) return [];
  const used = allowanceOf(after, usage).used.exact;
  const quantity = subtract(used, allowanceOf(before, usage).used.exact);
  return [
    {
      kind: 'adjustment',
      subscription: after.subscription.id,
      item: usage.id,
      name: usage.name,
      term: 'arrears',
      period: after.share.charged,
      ref: `late/${toText(used)}`,
      quantity: toText(quantity),
      unit: usage.unit,
      unitPrice: toText(isZero(quantity) ? ZERO : divide(figure.exact, quantity)),
      amount: toText(figure.exact),
      derivation: explain(figure),
    },
  ];
}

function costOf(charge: PeriodCharge, usage: UsageCharge): Figure {
  const { policies, plan } = charge;
  const { over } = allowanceOf(charge, usage);
  const parts = pricedParts(charge, usage, over, alreadyCharged(charge, usage), true);
  const step = { mode: policies.rounding, scale: plan.exponent, policy: 'rounding' };
  const rows = parts.map(({ amount }) => rounded(amount, step, { unit: plan.currency, label: 'line-total' }));
  return plus(rows, { unit: plan.currency, label: 'overage' });
}
