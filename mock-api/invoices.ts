import type { InvoiceSummary } from '../src/api/index.js';
import {
  nextInvoiceDates,
  previewInvoice,
  type InvoiceDates,
  type InvoicePreview,
  type PlainDate,
  type RatedSubscription,
} from '../src/rating/index.js';
import type { Meter } from './meter.js';
import { collect, statusOf, type PaymentAttempt } from './payments.js';
import { valueOn, type AccountState, type SubscriptionState } from './state.js';
import { startOfDay } from './zone.js';

/** An issued invoice with all that is on it. */
export interface Invoice extends InvoiceSummary, Omit<InvoicePreview, 'total'> {
  /** Each try to collect it, in order. */
  readonly attempts: readonly PaymentAttempt[];
}

/** The dates of all invoices that were issued up to and including `today`, oldest first. */
export function issuedDates(start: PlainDate, trialEnd: PlainDate, today: PlainDate): InvoiceDates[] {
  const issued: InvoiceDates[] = [];
  let dates = nextInvoiceDates(start, trialEnd);
  while (dates.issueDate <= today) {
    issued.push(dates);
    dates = nextInvoiceDates(dates.issueDate, trialEnd);
  }
  return issued;
}

/** The invoice that the rating module makes of the usage that was metered when it was issued. */
export function rateInvoice(dates: InvoiceDates, meters: readonly Meter[]): InvoicePreview {
  const subscriptions = meters.flatMap((meter) => ratedFor(dates, meter));
  return previewInvoice({ dates, subscriptions });
}

/** What became of a rated invoice until `today`. */
export function issue(rated: InvoicePreview, number: number, account: AccountState, today: PlainDate): Invoice {
  const { issueDate } = rated.dates;
  const attempts = collect(rated.total, issueDate, account.cards);
  const status = statusOf(rated.total, issueDate, attempts, today);
  return {
    ...rated,
    id: `inv_${issueDate}`,
    number: `${account.invoicePrefix}-${String(number).padStart(4, '0')}`,
    status,
    issueDate,
    dueDate: null,
    amountDue: status === 'paid' ? { ...rated.total, amount: '0' } : rated.total,
    attempts,
  };
}

/** An invoice as a list shows it. */
export const summaryOf = ({ id, number, status, issueDate, dueDate, total, amountDue }: Invoice): InvoiceSummary => ({
  id,
  number,
  status,
  issueDate,
  dueDate,
  total,
  amountDue,
});

/** An ended subscription is on one more invoice, for what it used, without a fee in advance. */
function ratedFor(dates: InvoiceDates, meter: Meter): RatedSubscription[] {
  const { subscription } = meter;
  const { end } = subscription;
  const usage = dates.arrears ? meter.days(dates.arrears, startOfDay(dates.issueDate, meter.zone)) : [];
  const rated = { ...ratedOn(subscription, dates.issueDate), usage };
  if (end === null || end > dates.advance.start) return [rated];
  if (!dates.arrears || end <= dates.arrears.start) return [];
  return [{ ...rated, nextPlan: { ...rated.plan, baseFee: '0' }, lines: 0, addOns: [] }];
}

/** A subscription as rating takes it, with the lines and add-ons of a day. */
function ratedOn(
  { id, plan, trialEnd, lines, addOns }: SubscriptionState,
  date: PlainDate,
): Omit<RatedSubscription, 'usage'> {
  return { id, plan, trialEnd, lines: valueOn(lines, date).length, addOns: valueOn(addOns, date) };
}
