import type { PaymentMethod, PaymentRoles } from '../api/index.js';

/** A payment method is to be added; the form opens unless that is prevented. */
export class PaymentMethodAddEvent extends Event {
  static readonly type = 'billing-payment-method-add';

  constructor() {
    super(PaymentMethodAddEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A payment method is to be removed; the question opens unless that is prevented. */
export class PaymentMethodRemoveEvent extends Event {
  static readonly type = 'billing-payment-method-remove';

  constructor(readonly method: PaymentMethod) {
    super(PaymentMethodRemoveEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** Others are to be charged, or in another order; that is sent unless it is prevented. */
export class PaymentRolesChangeEvent extends Event {
  static readonly type = 'billing-payment-roles-change';

  constructor(readonly roles: PaymentRoles) {
    super(PaymentRolesChangeEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'billing-payment-method-add': PaymentMethodAddEvent;
    'billing-payment-method-remove': PaymentMethodRemoveEvent;
    'billing-payment-roles-change': PaymentRolesChangeEvent;
  }
}
