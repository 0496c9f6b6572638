import type { DayStarts } from './charges.js';
import { statusOf, type AllowanceStatus } from './invoice-preview.js';
import { needPeriod, type Period } from './period.js';
import { measureCharges } from './pool.js';
import { chargesIn } from './preview-charges.js';
import { PRICE_MODELS } from './price.js';
import { needSubscriptions, type RatedSubscription } from './subscription.js';

/** How far the allowances of a period are used, whether an invoice is due for it or not. Throws like `previewInvoice`. */
export function previewAllowances(
  period: Period,
  subscriptions: readonly RatedSubscription[],
  dayStarts?: DayStarts,
): AllowanceStatus[] {
  needPeriod(period, 'period');
  needSubscriptions(subscriptions, 'subscriptions', PRICE_MODELS);
  return measureCharges(chargesIn(period, subscriptions, PRICE_MODELS, dayStarts)).map(statusOf);
}
