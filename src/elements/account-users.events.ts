import type { Member, NewMember } from '../api/index.js';

/** A user is to be invited or changed; it is sent unless the host prevents that. */
export class MemberSaveEvent extends Event {
  static readonly type = 'billing-member-save';

  constructor(
    readonly member: NewMember,
    /** Who is changed; `undefined` for an invitation. */
    readonly id: string | undefined,
  ) {
    super(MemberSaveEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A user is to be removed, or an invitation withdrawn; it is unless the host prevents that. */
export class MemberRemoveEvent extends Event {
  static readonly type = 'billing-member-remove';

  constructor(readonly member: Member) {
    super(MemberRemoveEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'billing-member-save': MemberSaveEvent;
    'billing-member-remove': MemberRemoveEvent;
  }
}
