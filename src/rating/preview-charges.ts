import { chargeFor, type DayStarts, type PeriodCharge } from './charges.js';
import { needObject } from './checks.js';
import { need } from './errors.js';
import { invoiceOf, statusOf, type AllowanceStatus, type InvoicePreview } from './invoice-preview.js';
import type { InvoiceLine } from './line.js';
import type { Currency } from './money.js';
import { dayNumber, needPeriod, type Period } from './period.js';
import { measureCharges } from './pool.js';
import type { PriceModel } from './price-model.js';
import type { InvoiceDates } from './schedule.js';
import { running, subscriptionLines } from './subscription-lines.js';
import { needSubscriptions, type RatedSubscription } from './subscription.js';

/** What the charges of an invoice are worked out from. Plain JSON. */
export interface ChargesInput {
  readonly dates: InvoiceDates;
  readonly subscriptions: readonly RatedSubscription[];
  /** When days begin, for plans that prorate by seconds. */
  readonly dayStarts?: DayStarts;
}

const NAMES: readonly string[] = ['dates', 'subscriptions', 'dayStarts'];

/**
 * The part of `previewInvoice` that rates subscriptions, with the price models that it is given: for a page whose plans
 * have few kinds of prices, and which knows no adjustments, coupons, taxes and credits. It has two thirds of the code to
 * load. Throws like `previewInvoice`: `unknown-model` for any other price, `malformed-input` for any other input.
 *
 * @example previewCharges({ dates, subscriptions }, [perUnitModel, graduatedModel])
 */
export function previewCharges(input: ChargesInput, models: readonly PriceModel[]): InvoicePreview {
  needObject(input, 'input', 'what to preview');
  for (const name of Object.keys(input)) need(NAMES.includes(name), 'malformed-input', name, 'is for previewInvoice');
  const { dates, subscriptions } = input;
  needInvoiceDates(dates, 'dates');
  const currency = needSubscriptions(subscriptions, 'subscriptions', models);
  const { lines, allowances } = rateCharges(input, currency, models);
  return invoiceOf(lines, allowances, dates, currency);
}

/** The lines of checked subscriptions, and the allowances of the period in arrears. */
export function rateCharges(
  { dates, subscriptions, dayStarts }: ChargesInput,
  currency: Currency,
  models: readonly PriceModel[],
): { lines: InvoiceLine[]; allowances: AllowanceStatus[] } {
  const measured = dates.arrears ? measureCharges(chargesIn(dates.arrears, subscriptions, models, dayStarts)) : [];
  const lines = subscriptions.flatMap((subscription) =>
    subscriptionLines(subscription, dates, measured, currency, models, dayStarts),
  );
  return { lines, allowances: measured.map(statusOf) };
}

/** The charges of the subscriptions that run in a period. */
export function chargesIn(
  period: Period,
  subscriptions: readonly RatedSubscription[],
  models: readonly PriceModel[],
  dayStarts: DayStarts | undefined,
): PeriodCharge[] {
  return subscriptions.flatMap(
    (subscription) => running(chargeFor(subscription, subscription.plan, period, models, dayStarts)) ?? [],
  );
}

/** Throws `malformed-input`, `malformed-date` or `period-reversed`. */
export function needInvoiceDates(dates: InvoiceDates, field: string): void {
  needObject(dates, field, 'the dates of the invoice');
  dayNumber(dates.issueDate, `${field}.issueDate`);
  needPeriod(dates.advance, `${field}.advance`);
  if (dates.arrears !== null) needPeriod(dates.arrears, `${field}.arrears`);
}
