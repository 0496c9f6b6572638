import type { BillingError } from '../api/index.js';

/** A read has failed. What the user sees of it is up to the element; this is for logs and for the host's own notice. */
export class BillingErrorEvent extends Event {
  static readonly type = 'billing-error';

  constructor(readonly error: BillingError) {
    super(BillingErrorEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'billing-error': BillingErrorEvent;
  }
}
