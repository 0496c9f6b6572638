import * as v from 'valibot';
import { decimal, instant, list, name, names, pageOf, plainDate, text, type Schema } from './formats.js';
import type { AlertChoices, AlertPreferences, Contact, Member, NewContact, NewMember } from './people-types.js';
import type { Page } from './types.js';

const person = { name: text, email: text, phone: text };

const newContact = { ...person, receives: list(v.object({ topic: name, channels: names })) };

const newMember = { ...person, products: list(name), rights: names };

const contact: Schema<Contact> = v.object({ id: name, version: name, ...newContact });

const member: Schema<Member> = v.object({
  id: name,
  version: name,
  ...newMember,
  role: name,
  status: name,
  invitedOn: v.nullable(plainDate),
  you: v.boolean(),
});

const choices = {
  enabled: v.boolean(),
  snoozedUntil: v.nullable(instant),
  choices: list(v.object({ kind: name, channels: names })),
  thresholds: list(
    v.object({
      id: name,
      measure: name,
      at: decimal,
      subscription: v.nullable(name),
      charge: v.nullable(name),
    }),
  ),
};

/** A contact as a form gives it. */
export const newContactSchema: Schema<NewContact> = v.object(newContact);

/** The answer of `addContact` and `saveContact`. */
export const contactSchema: Schema<Contact> = contact;

/** The answer of `listContacts`. */
export const contactPageSchema: Schema<Page<Contact>> = pageOf(contact);

/** A member as a form gives it. */
export const newMemberSchema: Schema<NewMember> = v.object(newMember);

/** The answer of `inviteMember`, `resendInvitation` and `saveMember`. */
export const memberSchema: Schema<Member> = member;

/** The answer of `listMembers`. */
export const memberPageSchema: Schema<Page<Member>> = pageOf(member);

/** What an admin can choose. */
export const alertChoicesSchema: Schema<AlertChoices> = v.object(choices);

/** The answer of `getAlertPreferences` and `saveAlertPreferences`. */
export const alertPreferencesSchema: Schema<AlertPreferences> = v.object({
  ...choices,
  version: name,
  email: text,
  phone: text,
  sender: text,
});
