import { draftOf } from './adjustment.js';
import { chargeFor, type DayStarts, type PeriodCharge } from './charges.js';
import { toText } from './decimal.js';
import { explain, type Derivation } from './derivation.js';
import { need } from './errors.js';
import { finishLines, totalOf, type InvoiceLine } from './line.js';
import type { Currency, Money } from './money.js';
import { needPeriod, type Period } from './period.js';
import { planChangeLines } from './plan-change-lines.js';
import { policiesOf } from './policies.js';
import { measureCharges, type MeasuredCharge } from './pool.js';
import { needPreview, type PreviewInput } from './preview-input.js';
import type { InvoiceDates } from './schedule.js';
import { settleLines, type SettledLines } from './settle-lines.js';
import { running, subscriptionLines } from './subscription-lines.js';
import { needSubscriptions, type RatedSubscription } from './subscription.js';

/** The allowance of one usage charge in a period, and how far it is used. Quantities are exact, in `unit`. */
export interface AllowanceStatus {
  readonly subscription: string;
  readonly charge: string;
  readonly name: string;
  readonly unit: string;
  readonly included: string;
  readonly used: string;
  /** Less what a pool covers. */
  readonly over: string;
  /** How `included` came about. */
  readonly derivation: Derivation;
}

/** An invoice as it would be issued. */
export interface InvoicePreview extends Currency {
  readonly dates: InvoiceDates;
  readonly lines: readonly InvoiceLine[];
  readonly allowances: readonly AllowanceStatus[];
  readonly total: Money;
  readonly derivation: Derivation;
  /** The tax that is contained in the lines, where prices are inclusive. */
  readonly includedTax?: InvoiceLine;
}

/**
 * Works out an invoice, in this order: for each subscription the base fee, the overage of the period in arrears against
 * its allowances, further lines and add-ons; changes of plan and other adjustments; coupons; tax; credit notes; prepaid
 * credits. Each line is rounded once; the total is the sum of the lines. Throws a `RatingError` that names the field for
 * anything that cannot be rated.
 *
 * @example a trial that ended on 10 September, 139.00 a month: 139.00 ÷ 30 = 4.63, × 20 days = 92.60
 */
export function previewInvoice(input: PreviewInput): InvoicePreview {
  const currency = needPreview(input);
  const { dates, subscriptions, dayStarts } = input;
  const measured = dates.arrears ? measureCharges(chargesIn(dates.arrears, subscriptions, dayStarts)) : [];
  const charged = [
    ...subscriptions.flatMap((subscription) => subscriptionLines(subscription, dates, measured, currency, dayStarts)),
    ...adjustmentLines(input, currency),
  ];
  const { lines: settled, ...included } = settle(charged, input, currency);
  const lines = [...charged, ...settled];
  needDistinct(lines);
  return { ...currency, dates, lines, allowances: measured.map(statusOf), ...totalOf(lines, currency), ...included };
}

/** How far the allowances of a period are used, whether an invoice is due for it or not. Throws like `previewInvoice`. */
export function previewAllowances(
  period: Period,
  subscriptions: readonly RatedSubscription[],
  dayStarts?: DayStarts,
): AllowanceStatus[] {
  needPeriod(period, 'period');
  needSubscriptions(subscriptions, 'subscriptions');
  return measureCharges(chargesIn(period, subscriptions, dayStarts)).map(statusOf);
}

function chargesIn(
  period: Period,
  subscriptions: readonly RatedSubscription[],
  dayStarts: DayStarts | undefined,
): PeriodCharge[] {
  return subscriptions.flatMap(
    (subscription) => running(chargeFor(subscription, subscription.plan, period, dayStarts)) ?? [],
  );
}

/** Rounded by the policies of the plan that they are about. */
function adjustmentLines(
  { planChanges = [], adjustments = [], subscriptions }: PreviewInput,
  currency: Currency,
): InvoiceLine[] {
  const policies = new Map(subscriptions.map(({ id, plan }) => [id, policiesOf(plan.policies)]));
  return [...planChangeLines(planChanges), ...adjustments].flatMap((adjustment) =>
    finishLines(
      [draftOf(adjustment, currency.currency)],
      policies.get(adjustment.subscription) ?? policiesOf(),
      currency,
    ),
  );
}

function settle(charged: readonly InvoiceLine[], input: PreviewInput, currency: Currency): SettledLines {
  const { coupons = [], taxes = [], tax, creditNotes = [], prepaid = '0', rounding: mode = 'half-up', dates } = input;
  const policy = { taxRounding: 'line', prices: 'exclusive', ...tax } as const;
  return settleLines(charged, { coupons, taxes, tax: policy, creditNotes, prepaid, mode }, currency, dates.advance);
}

function statusOf({
  charge,
  usage: { id, name, unit },
  allowance: { included, used, over },
}: MeasuredCharge): AllowanceStatus {
  return {
    subscription: charge.subscription.id,
    charge: id,
    name,
    unit,
    included: toText(included.exact),
    used: toText(used.exact),
    over: toText(over.exact),
    derivation: explain(included),
  };
}

function needDistinct(lines: readonly InvoiceLine[]): void {
  const keys = new Set(lines.map(({ key }) => key));
  need(
    keys.size === lines.length,
    'duplicate-key',
    'lines',
    'two lines have the same key: give adjustments a ref of their own',
  );
}
