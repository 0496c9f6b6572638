import { contactSchema, type Contact, type NewContact } from '../../api/index.js';
import { answerOf, promised } from '../reads/read.js';
import { itemGone, itemIs } from './patch.js';
import type { Write } from './write.js';

/** A contact that is there, and what the form says of it. */
export interface ContactEdit {
  readonly id: string;
  readonly contact: NewContact;
}

const ofContacts = { resource: 'contacts', about: ['contacts'], changes: ['contacts'] } as const;

/** Adds a contact. */
export const addContact: Write<NewContact, Contact> = {
  ...ofContacts,
  method: 'addContact',
  send: async (adapter, contact, options) =>
    answerOf(contactSchema, adapter.addContact?.(contact, options), 'addContact'),
  patch: (now, _, seen) => itemIs(now, seen),
};

/** Changes a contact. `ifVersion` is the contact's. */
export const saveContact: Write<ContactEdit, Contact> = {
  ...ofContacts,
  method: 'saveContact',
  send: async (adapter, { id, contact }, options) =>
    answerOf(contactSchema, adapter.saveContact?.(id, contact, options), 'saveContact'),
  patch: (now, _, seen) => itemIs(now, seen),
};

/** Removes a contact, by its id. `ifVersion` is the contact's. */
export const removeContact: Write<string, void> = {
  ...ofContacts,
  method: 'removeContact',
  send: async (adapter, id, options) => promised(adapter.removeContact?.(id, options), 'removeContact'),
  patch: (_, id) => itemGone(id),
};
