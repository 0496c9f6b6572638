import type { InvoiceSummary, PaymentMethod } from '../api/index.js';

/** An invoice is about to be opened in the list. The host may prevent it and show it elsewhere. */
export class InvoiceOpenEvent extends Event {
  static readonly type = 'billing-invoice-open';

  constructor(
    /** The id of the invoice. */
    readonly invoice: string,
  ) {
    super(InvoiceOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The user pays an invoice. It is charged next, unless the host prevents it and does that itself; the dialog closes then. */
export class InvoicePayEvent extends Event {
  static readonly type = 'billing-invoice-pay';

  constructor(
    /** The amount that was shown is its `amountDue`. */
    readonly invoice: InvoiceSummary,
    readonly method: PaymentMethod,
  ) {
    super(InvoicePayEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'billing-invoice-open': InvoiceOpenEvent;
    'billing-invoice-pay': InvoicePayEvent;
  }
}
