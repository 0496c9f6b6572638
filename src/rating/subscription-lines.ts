import {
  addOnLines,
  baseLine,
  chargeFor,
  furtherLines,
  overageLines,
  type DayStarts,
  type PeriodCharge,
} from './charges.js';
import { need } from './errors.js';
import { finishLines, type InvoiceLine } from './line.js';
import type { Currency } from './money.js';
import type { MeasuredCharge } from './pool.js';
import type { PriceModel } from './price-model.js';
import { runsIn, type InvoiceDates } from './schedule.js';
import type { RatedSubscription } from './subscription.js';

/**
 * The lines of one subscription, in this order: the base fee, in advance or in arrears; the overage in arrears; further
 * lines; add-ons. A period in which it does not run has none. Throws `outside-subscription` when neither period has any.
 */
export function subscriptionLines(
  subscription: RatedSubscription,
  dates: InvoiceDates,
  measured: readonly MeasuredCharge[],
  currency: Currency,
  models: readonly PriceModel[],
  dayStarts?: DayStarts,
): InvoiceLine[] {
  const { plan, nextPlan = plan } = subscription;
  const ahead = running(chargeFor(subscription, nextPlan, dates.advance, models, dayStarts));
  const behind = dates.arrears && running(chargeFor(subscription, plan, dates.arrears, models, dayStarts));
  need(
    ahead !== null || behind !== null,
    'outside-subscription',
    `subscriptions.${subscription.id}`,
    'does not run in the periods of this invoice',
  );
  const late = behind?.policies.baseFeeTerm === 'arrears' ? [baseLine(behind)] : [];
  const base = ahead?.policies.baseFeeTerm === 'advance' ? [baseLine(ahead)] : [];
  const mine = measured.filter(({ charge }) => charge.subscription === subscription);
  const overage = mine.flatMap(({ charge, usage, allowance }) => overageLines(charge, usage, allowance));
  return [
    ...(behind ? finishLines(late, behind.policies, currency) : []),
    ...(ahead ? finishLines(base, ahead.policies, currency) : []),
    ...(behind ? finishLines(overage, behind.policies, currency) : []),
    ...(ahead ? finishLines([...furtherLines(ahead), ...addOnLines(ahead)], ahead.policies, currency) : []),
  ];
}

/** The charge, if its subscription runs in its period. */
export const running = (charge: PeriodCharge): PeriodCharge | null =>
  runsIn(charge.share.full, charge.subscription, charge.policies.endDay) ? charge : null;
