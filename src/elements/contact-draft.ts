import type { Channel, Contact, ContactTopic, NewContact } from '../api/index.js';
import { checkPerson, type PersonErrors } from './person-check.js';

/** A contact while it is edited; without an `id` it is a new one. */
export interface ContactDraft extends NewContact {
  readonly id?: string;
  readonly version?: string;
}

/** An empty form: invoices by e-mail is what most contacts are for. */
export const newDraft = (topics: readonly ContactTopic['topic'][]): ContactDraft => ({
  name: '',
  email: '',
  phone: '',
  receives: topics.includes('invoices') ? [{ topic: 'invoices', channels: ['email'] }] : [],
});

/** A contact's own form. */
export const draftOf = ({ id, version, name, email, phone, receives }: Contact): ContactDraft => ({
  id,
  version,
  name,
  email,
  phone,
  receives,
});

/** Whether something goes to a contact by a channel. */
export const receivesBy = ({ receives }: NewContact, topic: string, channel: string): boolean =>
  receives.some((each) => each.topic === topic && each.channels.includes(channel));

/** The same contact with one box ticked or cleared. A topic without a channel is left out. */
export function withTopic<D extends NewContact>(draft: D, topic: string, channel: Channel, on: boolean): D {
  const before = draft.receives.find((each) => each.topic === topic)?.channels ?? [];
  const channels = on ? [...before, channel] : before.filter((each) => each !== channel);
  const others = draft.receives.filter((each) => each.topic !== topic);
  return { ...draft, receives: channels.length > 0 ? [...others, { topic, channels }] : others };
}

/** What is sent, and what is wrong with it: what goes by a channel needs an address there. */
export async function checkContact(
  draft: ContactDraft,
  region: string | undefined,
): Promise<{ readonly contact: NewContact; readonly errors: PersonErrors }> {
  const { person, errors } = await checkPerson(draft, region);
  const uses = (channel: Channel): boolean => draft.receives.some(({ channels }) => channels.includes(channel));
  const missing: PersonErrors = {
    ...(person.email === '' && person.phone === '' && { email: 'contacts.needs-either' }),
    ...(person.email === '' && uses('email') && { email: 'contacts.needs-email' }),
    ...(person.phone === '' && uses('phone') && { phone: 'contacts.needs-phone' }),
  };
  return { contact: { ...person, receives: draft.receives }, errors: { ...missing, ...errors } };
}
