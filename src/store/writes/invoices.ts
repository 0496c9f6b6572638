import { BillingError, paymentOutcomeSchema, type InvoicePayment, type PaymentOutcome } from '../../api/index.js';
import { answerOf } from '../reads/read.js';
import type { Write } from './write.js';

/** An invoice, the method to charge, and the amount that was shown. */
export interface Payment {
  readonly invoice: string;
  readonly payment: InvoicePayment;
}

/** Charges a method for an invoice. An outcome of `failed` is the error `payment-declined`. */
export const payInvoice: Write<Payment, PaymentOutcome> = {
  method: 'payInvoice',
  resource: 'invoices',
  changes: ['invoices', 'subscriptions'],
  send: async (adapter, { invoice, payment }, options) =>
    answerOf(paymentOutcomeSchema, adapter.payInvoice?.(invoice, payment, options), 'payInvoice'),
  refusal: ({ status, code }) =>
    status === 'failed'
      ? new BillingError('payment-declined', 'payInvoice: the outcome is failed', code === null ? {} : { code })
      : undefined,
};
