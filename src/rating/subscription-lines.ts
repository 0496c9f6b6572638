import {
  addOnLines,
  baseLines,
  chargeFor,
  furtherLines,
  overageLines,
  type DayStarts,
  type PeriodCharge,
} from './charges.js';
import { need } from './errors.js';
import { finishLines, type DraftLine, type InvoiceLine } from './line.js';
import type { Currency } from './money.js';
import type { MeasuredCharge } from './pool.js';
import type { Policies } from './policies.js';
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
  const finish = (charge: PeriodCharge | null, draw: (charge: PeriodCharge) => DraftLine[]): InvoiceLine[] =>
    charge ? finishLines(draw(charge), charge.policies, currency) : [];
  const base = (charge: PeriodCharge | null, term: Policies['baseFeeTerm']): InvoiceLine[] =>
    finish(charge?.policies.baseFeeTerm === term ? charge : null, baseLines);
  const mine = measured.filter(({ charge }) => charge.subscription === subscription);
  return [
    ...base(behind, 'arrears'),
    ...base(ahead, 'advance'),
    ...finish(behind, () => mine.flatMap(({ charge, usage, allowance }) => overageLines(charge, usage, allowance))),
    ...finish(ahead, (charge) => [...furtherLines(charge), ...addOnLines(charge)]),
  ];
}

/** The charge, if its subscription runs in its period. */
export const running = (charge: PeriodCharge): PeriodCharge | null =>
  runsIn(charge.share.full, charge.subscription, charge.policies.endDay) ? charge : null;
