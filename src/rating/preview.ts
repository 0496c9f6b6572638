import { draftOf } from './adjustment.js';
import { invoiceOf, type InvoicePreview } from './invoice-preview.js';
import { finishLines, type InvoiceLine } from './line.js';
import type { Currency } from './money.js';
import { planChangeLines } from './plan-change-lines.js';
import { policiesOf } from './policies.js';
import { rateCharges } from './preview-charges.js';
import { needPreview, type PreviewInput } from './preview-input.js';
import { PRICE_MODELS } from './price.js';
import { settleLines, type SettledLines } from './settle-lines.js';

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
  const { lines: own, allowances } = rateCharges(input, currency, PRICE_MODELS);
  const charged = [...own, ...adjustmentLines(input, currency)];
  const { lines: settled, ...included } = settle(charged, input, currency);
  return { ...invoiceOf([...charged, ...settled], allowances, input.dates, currency), ...included };
}

/** Rounded by the policies of the plan that they are about. */
function adjustmentLines(
  { planChanges = [], adjustments = [], subscriptions }: PreviewInput,
  currency: Currency,
): InvoiceLine[] {
  return [...planChangeLines(planChanges), ...adjustments].flatMap((adjustment) => {
    const about = subscriptions.find(({ id }) => id === adjustment.subscription);
    return finishLines([draftOf(adjustment, currency.currency)], policiesOf(about?.plan.policies), currency);
  });
}

function settle(charged: readonly InvoiceLine[], input: PreviewInput, currency: Currency): SettledLines {
  const { coupons = [], taxes = [], tax, creditNotes = [], prepaid = '0', rounding: mode = 'half-up', dates } = input;
  const policy = { taxRounding: 'line', prices: 'exclusive', ...tax } as const;
  return settleLines(charged, { coupons, taxes, tax: policy, creditNotes, prepaid, mode }, currency, dates.advance);
}
