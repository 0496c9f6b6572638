import type { Contact, NewContact } from '../api/index.js';

/** A contact is to be added or changed; it is sent unless the host prevents that. */
export class ContactSaveEvent extends Event {
  static readonly type = 'billing-contact-save';

  constructor(
    readonly contact: NewContact,
    /** The one that is changed; `undefined` for a new one. */
    readonly id: string | undefined,
  ) {
    super(ContactSaveEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A contact is to be removed; it is unless the host prevents that. */
export class ContactRemoveEvent extends Event {
  static readonly type = 'billing-contact-remove';

  constructor(readonly contact: Contact) {
    super(ContactRemoveEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'billing-contact-save': ContactSaveEvent;
    'billing-contact-remove': ContactRemoveEvent;
  }
}
