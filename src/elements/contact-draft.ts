import type { Channel, Contact, ContactTopic, NewContact } from '../api/index.js';
import { checkPerson, type Checked, type PersonErrors } from './person-check.js';
import type { PersonDraft } from './person-editor.js';

/** A contact while it is edited. */
export interface ContactDraft extends NewContact, PersonDraft {}

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
export async function checkContact(draft: ContactDraft, region: string | undefined): Promise<Checked<NewContact>> {
  const { sent, errors } = await checkPerson(draft, region);
  const uses = (channel: Channel): boolean => draft.receives.some(({ channels }) => channels.includes(channel));
  const missing: PersonErrors = {
    ...(sent.email === '' && sent.phone === '' && { email: 'contacts.needs-either' }),
    ...(sent.email === '' && uses('email') && { email: 'contacts.needs-email' }),
    ...(sent.phone === '' && uses('phone') && { phone: 'contacts.needs-phone' }),
  };
  return { sent: { ...sent, receives: draft.receives }, errors: { ...missing, ...errors } };
}
