import type { Adjustment } from './adjustment.js';
import { allowanceOf, alreadyCharged, chargeFor, pricedParts, type PeriodCharge } from './charges.js';
import { compare, parse, toText, ZERO, type Exact } from './decimal.js';
import { explain } from './derivation.js';
import { RatingError } from './errors.js';
import { input, minus, nothing, plus, times, type Figure } from './figure.js';
import { needPeriod, type Period } from './period.js';
import type { UsageCharge } from './plan.js';
import type { EarlyChargePolicy } from './policies.js';
import { PRICE_MODELS } from './price.js';
import { needSubscription, type RatedSubscription } from './subscription.js';

/** Whether overage of a running period is to be charged now. */
export interface EarlyCharge {
  readonly due: boolean;
  /** The units beyond the allowance that are not charged yet, exact; `alreadyCharged` takes them once they are. */
  readonly quantity: string;
  /** What to invoice now; empty when nothing is due. */
  readonly lines: readonly Adjustment[];
}

/**
 * Whether the usage of a period that still runs is charged before it ends, by the plan's `earlyCharge` policy: when the
 * units that are not charged yet, the included ones among them, pass `times` the allowance; or when their price reaches
 * `amount`. What is charged then is all overage so far. Throws like `previewInvoice`, and `unknown-charge`.
 *
 * @example 100 minutes included, twice the allowance: nothing at 200, at 201 the 101 minutes that are over
 */
export function rateEarlyCharge(subscription: RatedSubscription, chargeId: string, period: Period): EarlyCharge {
  needSubscription(subscription, 'subscription', PRICE_MODELS);
  needPeriod(period, 'period');
  const charge = chargeFor(subscription, subscription.plan, period, PRICE_MODELS);
  const usage = charge.plan.usage.find(({ id }) => id === chargeId);
  if (!usage) throw new RatingError('unknown-charge', 'charge', `the plan ${charge.plan.id} has no charge ${chargeId}`);
  const { included, used, over } = allowanceOf(charge, usage);
  const before = alreadyCharged(charge, usage);
  const already = before ?? nothing(usage.unit, 'already-charged');
  const open = minus(over, already);
  const parts = compare(open.exact, ZERO) > 0 ? pricedParts(charge, usage, over, before, false) : [];
  const price = plus(
    parts.map(({ amount }) => amount),
    { unit: charge.plan.currency },
  );
  const due = parts.length > 0 && isDue(charge.policies.earlyCharge, minus(used, already), included, price);
  return {
    due,
    quantity: toText(open.exact),
    lines: due ? parts.map((part) => lineOf(charge, usage, part, already.exact)) : [],
  };
}

function isDue(policy: EarlyChargePolicy, open: Figure, included: Figure, price: Figure): boolean {
  if (policy === null) return false;
  if (policy.at === 'amount') return compare(price.exact, parse(policy.amount)) >= 0;
  return compare(open.exact, times(included, input(parse(policy.times), '', 'times')).exact) > 0;
}

/** The units charged before tell apart the lines of several early charges in one period. */
function lineOf(
  { subscription, share }: PeriodCharge,
  usage: UsageCharge,
  part: ReturnType<typeof pricedParts>[number],
  already: Exact,
): Adjustment {
  return {
    kind: 'overage',
    subscription: subscription.id,
    item: usage.id,
    name: usage.name,
    term: 'arrears',
    period: share.charged,
    ref: `early/${toText(already)}/${part.ref}`,
    quantity: toText(part.quantity.exact),
    unit: usage.unit,
    unitPrice: toText(part.unitPrice.exact),
    amount: toText(part.amount.exact),
    derivation: explain(part.amount),
  };
}
