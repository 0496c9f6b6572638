import type { ContactTopic } from '../../api/index.js';
import { needField } from './refuse.js';

/** As a form gives it, before it is looked at. */
interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

const LONGEST_EMAIL = 254;

/** A person with blanks cut off. Throws `validation`, naming the field. */
export function personOf({ name, email, phone }: Person, needs: 'email' | 'any'): Person {
  const person = { name: name.trim(), email: email.trim(), phone: phone.trim() };
  needField(person.name !== '', 'name', 'required', 'A name is needed.');
  needField(needs === 'any' || person.email !== '', 'email', 'required', 'An e-mail address is needed.');
  needField(person.email === '' || isEmail(person.email), 'email', 'malformed-email', 'This is no e-mail address.');
  const isPhone = person.phone === '' || /^\+[1-9]\d{6,14}$/.test(person.phone);
  needField(isPhone, 'phone', 'malformed-phone', 'A number such as +16175550150 is expected.');
  needField(person.email !== '' || person.phone !== '', 'email', 'required', 'An e-mail address or a phone is needed.');
  return person;
}

/** Throws `validation` for a channel without an address, or a topic or channel that there is none of. */
export function needTopics(topics: readonly ContactTopic[], { email, phone }: Person): void {
  for (const [index, { topic, channels }] of topics.entries()) {
    needField(TOPICS.includes(topic), `receives[${index}].topic`, 'unknown-topic', 'There is no such topic.');
    needChannels(channels, `receives[${index}].channels`);
    needField(email !== '' || !channels.includes('email'), 'email', 'required', 'E-mails need an address.');
    needField(phone !== '' || !channels.includes('phone'), 'phone', 'required', 'Calls need a number.');
  }
}

/** Throws `validation`. */
export function needChannels(channels: readonly string[], field: string): void {
  const known = channels.every((channel) => CHANNELS.includes(channel));
  needField(known, field, 'unknown-channel', 'There is no such channel.');
}

/** What contacts can hear of. */
export const TOPICS: readonly string[] = ['invoices', 'payment-problems', 'usage'];

/** How people can be told. */
export const CHANNELS: readonly string[] = ['email', 'phone'];

const isEmail = (text: string): boolean =>
  text.length <= LONGEST_EMAIL && /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
