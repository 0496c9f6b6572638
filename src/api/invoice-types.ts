import type { AllowanceStatus, Derivation, InvoiceDates, InvoiceLine, Money } from '../rating/index.js';
import type { Instant, InvoiceSummary, Open, Page, PaymentMethod } from './types.js';

/** Who sells or buys, as an invoice prints it. */
export interface Party {
  readonly name: string;
  /** The address, line by line, in the order of its country. */
  readonly address: readonly string[];
  readonly taxId?: string;
  readonly email?: string;
}

/** One try to collect an invoice. */
export interface PaymentAttempt {
  readonly id: string;
  readonly method: Pick<PaymentMethod, 'id' | 'kind' | 'brand' | 'last4'>;
  readonly at: Instant;
  readonly amount: Money;
  readonly outcome: Open<'succeeded' | 'processing' | 'declined'>;
  /** The bank's reason, `insufficient-funds`; `null` when it paid. */
  readonly code: string | null;
}

/** An amount in the customer's favour that an invoice was settled with, or that it gave. */
export interface InvoiceCredit {
  readonly id: string;
  readonly on: string;
  readonly reason: string;
  readonly amount: Money;
}

/** An issued invoice with all that is on it. */
export interface Invoice extends InvoiceSummary {
  readonly seller: Party;
  readonly buyer: Party;
  readonly dates: InvoiceDates;
  /** The first page of the lines; `listInvoiceLines` has the rest. */
  readonly lines: Page<InvoiceLine>;
  readonly allowances: readonly AllowanceStatus[];
  /** How the total came about. */
  readonly derivation: Derivation;
  /** Tax that the prices contain. */
  readonly includedTax?: InvoiceLine;
  /** Each try to collect it, in order. */
  readonly attempts: readonly PaymentAttempt[];
  readonly credits: readonly InvoiceCredit[];
}

/** The next invoice as the back end works it out; where there is one, it wins over the page's own. */
export interface NextInvoice {
  readonly dates: InvoiceDates;
  readonly lines: readonly InvoiceLine[];
  readonly total: Money;
}

/** What a user pays: the invoice, the method, and the amount that was shown. */
export interface InvoicePayment {
  readonly method: string;
  readonly amount: Money;
}

/** What became of a payment. */
export interface PaymentOutcome {
  readonly status: Open<'succeeded' | 'processing' | 'failed'>;
  /** Why it failed; `null` otherwise. */
  readonly code: string | null;
  readonly invoice: InvoiceSummary;
}
