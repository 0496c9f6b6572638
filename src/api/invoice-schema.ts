import * as v from 'valibot';
import type { InvoiceLine } from '../rating/index.js';
import { allowance, derivation, invoiceDates, invoiceLine } from './derivation-schema.js';
import { instant, list, money, name, pageOf, plainDate, text, type Schema } from './formats.js';
import type { Invoice, NextInvoice, Party, PaymentAttempt, PaymentOutcome } from './invoice-types.js';
import { last4 } from './payment-schema.js';
import type { InvoiceSummary, Page } from './types.js';

const summary = {
  id: name,
  number: name,
  status: name,
  issueDate: plainDate,
  dueDate: v.nullable(plainDate),
  total: money,
  amountDue: money,
};

const invoiceSummary: Schema<InvoiceSummary> = v.object(summary);

const party: Schema<Party> = v.object({
  name: text,
  address: list(text),
  taxId: v.exactOptional(text),
  email: v.exactOptional(text),
});

const attempt: Schema<PaymentAttempt> = v.object({
  id: name,
  method: v.object({ id: name, kind: name, brand: name, last4 }),
  at: instant,
  amount: money,
  outcome: name,
  code: v.nullable(name),
});

/** The answer of `listInvoices`. */
export const invoicePageSchema: Schema<Page<InvoiceSummary>> = pageOf(invoiceSummary);

/** The answer of `listInvoiceLines`. */
export const invoiceLinePageSchema: Schema<Page<InvoiceLine>> = pageOf(invoiceLine);

/** The answer of `getInvoice`. */
export const invoiceSchema: Schema<Invoice> = v.object({
  ...summary,
  seller: party,
  buyer: party,
  dates: invoiceDates,
  lines: invoiceLinePageSchema,
  allowances: list(allowance),
  derivation,
  includedTax: v.exactOptional(invoiceLine),
  attempts: list(attempt),
  credits: list(v.object({ id: name, on: plainDate, reason: text, amount: money })),
});

/** The answer of `previewNextInvoice`. */
export const nextInvoiceSchema: Schema<NextInvoice | null> = v.nullable(
  v.object({ dates: invoiceDates, lines: list(invoiceLine), total: money }),
);

/** The answer of `payInvoice`. */
export const paymentOutcomeSchema: Schema<PaymentOutcome> = v.object({
  status: name,
  code: v.nullable(name),
  invoice: invoiceSummary,
});
