import type { Contact, Member, NewContact, NewMember } from '../../api/index.js';
import type { Kit } from '../needs.js';

/** A contact that no test account has. */
export function newContact({ features }: Kit<never>): NewContact {
  const channels = (features.contactChannels ?? []).slice(0, 1);
  const receives = (features.contactTopics ?? []).slice(0, 1).map((topic) => ({ topic, channels }));
  return { name: 'Ada Conformance', email: 'ada@conformance.example', phone: '+16175550199', receives };
}

/** The contact as it is after it was added. */
export const addedContact = (kit: Kit<'addContact'>, change: Partial<NewContact> = {}): Promise<Contact> =>
  kit.adapter.addContact({ ...newContact(kit), ...change }, { idempotencyKey: kit.key() });

/** A member that no test account has, who may use nothing. */
export const NEW_MEMBER: NewMember = {
  name: 'Grace Conformance',
  email: 'grace@conformance.example',
  phone: '+16175550198',
  products: [],
  rights: [],
};

/** The member as it is after the invitation. */
export const invitedMember = (
  { adapter, key }: Kit<'inviteMember'>,
  change: Partial<NewMember> = {},
): Promise<Member> => adapter.inviteMember({ ...NEW_MEMBER, ...change }, { idempotencyKey: key() });
