import type { ChangeKind, Quote, Subscription, SubscriptionChange } from '../api/index.js';

/**
 * The user has agreed to a quote. The change is committed and charged next, unless the host prevents it and does that
 * itself; the dialog is closed then.
 */
export class SubscriptionChangeEvent extends Event {
  static readonly type = 'billing-subscription-change';

  constructor(
    readonly subscription: Subscription,
    readonly change: SubscriptionChange,
    /** What was agreed to; `null` where the back end changes without a quote, and none could be had. */
    readonly quote: Quote | null,
  ) {
    super(SubscriptionChangeEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The user wants to take back a change that waits for the next period. Done next, unless the host prevents it. */
export class ChangeUndoEvent extends Event {
  static readonly type = 'billing-change-undo';

  constructor(
    readonly subscription: Subscription,
    readonly kind: ChangeKind,
  ) {
    super(ChangeUndoEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'billing-change-undo': ChangeUndoEvent;
    'billing-subscription-change': SubscriptionChangeEvent;
  }
}
