import type { BillingError, Resource } from '../api/index.js';

/** A read has failed. What the user sees of it is up to the element; this is for logs and for the host's own notice. */
export class BillingErrorEvent extends Event {
  static readonly type = 'billing-error';

  constructor(readonly error: BillingError) {
    super(BillingErrorEvent.type, { bubbles: true, composed: true });
  }
}

/** The session has ended: elements keep what they show and mark it as old. Once for each end of a session. */
export class SessionExpiredEvent extends Event {
  static readonly type = 'billing-session-expired';

  constructor() {
    super(SessionExpiredEvent.type, { bubbles: true, composed: true });
  }
}

/** Another part of the billing page is wanted: the portal goes there, unless the host prevents it and goes itself. */
export class TabOpenEvent extends Event {
  static readonly type = 'billing-tab-open';

  constructor(
    readonly tab: TabName,
    /** What is to be seen there: the id of an invoice, the month of usage. */
    readonly detail = '',
  ) {
    super(TabOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** Something else is to be seen within a part of the page. The portal keeps it in the address; a host's own router may too. */
export class DetailChangeEvent extends Event {
  static readonly type = 'billing-detail-change';

  constructor(
    /** The id of the invoice that is open, the month of usage; empty for the part as a whole. */
    readonly detail: string,
  ) {
    super(DetailChangeEvent.type, { bubbles: true, composed: true });
  }
}

/** The parts of a billing page, in their order. */
export type TabName =
  | 'summary'
  | 'plan'
  | 'usage'
  | 'invoices'
  | 'payment-methods'
  | 'contacts'
  | 'add-ons'
  | 'subscriptions'
  | 'users'
  | 'alerts';

/** The back end has agreed to a change, and what is shown follows. Fired for each resource that was written. */
export class ChangedEvent extends Event {
  static readonly type = 'billing-changed';

  constructor(readonly resource: Resource) {
    super(ChangedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'billing-error': BillingErrorEvent;
    'billing-session-expired': SessionExpiredEvent;
    'billing-tab-open': TabOpenEvent;
    'billing-changed': ChangedEvent;
    'billing-detail-change': DetailChangeEvent;
  }
}
