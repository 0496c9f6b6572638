import { needAdjustment, type Adjustment } from './adjustment.js';
import { needList, needObject } from './checks.js';
import type { Coupon } from './coupons.js';
import type { Decimal, RoundingMode } from './decimal.js';
import { need } from './errors.js';
import { needSetting, ROUNDING_MODES } from './modes.js';
import { needCurrency, type Currency } from './money.js';
import { needPlanChanges, type PlanChange } from './plan-change-lines.js';
import { needInvoiceDates, type ChargesInput } from './preview-charges.js';
import { PRICE_MODELS } from './price.js';
import type { TaxRate } from './settle-lines.js';
import type { CreditNote, TaxPolicy } from './settle.js';
import { needSubscriptions, type RatedSubscription } from './subscription.js';

/** What an invoice is worked out from. Plain JSON; what is left out does not apply. */
export interface PreviewInput extends ChargesInput {
  /** May be empty where there are `adjustments` or `planChanges` and a `currency`: what is invoiced at once. */
  readonly subscriptions: readonly RatedSubscription[];
  /** Only where there are no subscriptions to have one. */
  readonly currency?: Currency;
  /** Changes of plan within a period that was invoiced already, in their order. */
  readonly planChanges?: readonly PlanChange[];
  /** Lines worked out elsewhere: late usage, early charges, add-ons bought in mid-period. */
  readonly adjustments?: readonly Adjustment[];
  /** Applied in this order. */
  readonly coupons?: readonly Coupon[];
  readonly taxes?: readonly TaxRate[];
  /** `taxRounding` is `line` and `prices` are `exclusive` when left out. */
  readonly tax?: Partial<TaxPolicy>;
  /** Used in this order, each up to what is still due. */
  readonly creditNotes?: readonly CreditNote[];
  /** The balance of prepaid credits. */
  readonly prepaid?: Decimal;
  /** How coupons and taxes are rounded; `half-up` when left out. */
  readonly rounding?: RoundingMode;
}

/** Checks all that an invoice is worked out from, once, and returns its currency. Throws a `RatingError` that names the field. */
export function needPreview(input: PreviewInput): Currency {
  needObject(input, 'input', 'what to preview');
  const { dates, planChanges = [], adjustments = [], rounding = 'half-up' } = input;
  needInvoiceDates(dates, 'dates');
  needSetting(rounding, ROUNDING_MODES, 'rounding');
  needList(adjustments, 'adjustments', 'a list of lines');
  adjustments.forEach((adjustment, index) => needAdjustment(adjustment, `adjustments[${index}]`));
  needList(planChanges, 'planChanges', 'a list of changes');
  needPlanChanges(planChanges, 'planChanges');
  const currency = currencyOf(input);
  const foreign = planChanges.findIndex(
    ({ from }) => from.currency !== currency.currency || from.exponent !== currency.exponent,
  );
  need(foreign < 0, 'currency-mismatch', `planChanges[${foreign}]`, `expected ${currency.currency}`);
  const stranger = adjustments.findIndex(
    ({ derivation }) => derivation && derivation.unit !== '' && derivation.unit.split('/')[0] !== currency.currency,
  );
  need(stranger < 0, 'currency-mismatch', `adjustments[${stranger}]`, `expected ${currency.currency}`);
  return currency;
}

function currencyOf({ subscriptions, adjustments = [], planChanges = [], currency }: PreviewInput): Currency {
  const alone =
    Array.isArray(subscriptions) && subscriptions.length === 0 && adjustments.length + planChanges.length > 0;
  if (!alone) return needSubscriptions(subscriptions, 'subscriptions', PRICE_MODELS);
  need(currency !== undefined, 'missing-policy', 'currency', 'lines without a subscription need a currency');
  needCurrency(currency, 'currency');
  return currency;
}
