import * as v from 'valibot';
import { holdsCardNumber } from '../api/card-number.js';

/** Who someone is and how they are reached, as a form has it. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** What can be wrong with a field, as the key of its text. */
export type PersonFault =
  | 'field.required'
  | 'field.too-long'
  | 'field.card-number'
  | 'field.email'
  | 'field.phone'
  | 'contacts.phone-unchecked'
  | 'contacts.needs-email'
  | 'contacts.needs-phone'
  | 'contacts.needs-either';

/** What is wrong, by the field. */
export type PersonErrors = Partial<Record<keyof Person, PersonFault>>;

/** What is sent, and what is wrong with it. */
export interface Checked<Sent> {
  readonly sent: Sent;
  readonly errors: PersonErrors;
}

const LONGEST_EMAIL = 254;
const LONGEST_NAME = 200;

const mailbox = v.pipe(v.string(), v.maxLength(LONGEST_EMAIL), v.rfcEmail());

/** What knows phone numbers. It is large, and only a form needs it. */
export const loadPhones = (): Promise<typeof import('libphonenumber-js/min')> => import('libphonenumber-js/min');

/**
 * A person as it is sent: blanks cut off, the phone in E.164. A phone without a country code is of `region`. What is
 * empty is left for the form to judge.
 */
export async function checkPerson(person: Person, region: string | undefined): Promise<Checked<Person>> {
  const [name, email] = [person.name.trim(), person.email.trim()];
  const phone = await checkPhone(person.phone.trim(), region);
  const errors: PersonErrors = {
    ...faultIn('name', nameFault(name)),
    ...faultIn('email', email === '' || isEmail(email) ? undefined : 'field.email'),
    ...faultIn('phone', phone.fault),
  };
  return { sent: { name, email, phone: phone.number }, errors };
}

const faultIn = (field: keyof Person, fault: PersonFault | undefined): PersonErrors =>
  fault ? { [field]: fault } : {};

function nameFault(name: string): PersonFault | undefined {
  if (name === '') return 'field.required';
  if (name.length > LONGEST_NAME) return 'field.too-long';
  return holdsCardNumber(name) ? 'field.card-number' : undefined;
}

/** With a domain in any script, which mail servers know by its ASCII form. */
function isEmail(email: string): boolean {
  const at = email.lastIndexOf('@');
  const domain = asciiOf(email.slice(at + 1));
  return at > 0 && domain.includes('.') && !domain.endsWith('.') && v.is(mailbox, `${email.slice(0, at)}@${domain}`);
}

function asciiOf(domain: string): string {
  const url = `http://${domain}`;
  return URL.canParse(url) && !/[\s/?#:@\\]/.test(domain) ? new URL(url).hostname : '';
}

/** As it was typed where it is no number, or where that couldn't be found out. */
async function checkPhone(
  typed: string,
  region: string | undefined,
): Promise<{ readonly number: string; readonly fault: PersonFault | undefined }> {
  if (typed === '') return { number: '', fault: undefined };
  const phones = await loadPhones().catch(() => undefined);
  if (!phones) return { number: typed, fault: 'contacts.phone-unchecked' };
  const options = region === undefined ? {} : { defaultCountry: region as 'US' };
  const found = phones.parsePhoneNumberFromString(typed, { ...options, extract: false });
  return found?.isValid() ? { number: found.number, fault: undefined } : { number: typed, fault: 'field.phone' };
}
