import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { receivedText } from './billing-contacts.form.js';
import { personTable, rowButton } from './person-table.js';

/** What can be done with a contact; what can't is left out, and has no button. */
export interface ContactActions {
  readonly edit: ((contact: Contact) => void) | undefined;
  readonly remove: ((contact: Contact) => void) | undefined;
  readonly isRemoving: boolean;
}

/** The contacts, each with what goes to them. */
export const contactTable = (
  tag: LanguageTag,
  contacts: readonly Contact[] | undefined,
  actions: ContactActions,
): TemplateResult =>
  personTable(tag, {
    part: 'contact',
    people: contacts,
    expected: 2,
    columns: [{ label: text(tag, 'contacts.receives'), show: ({ receives }) => receivedText(tag, receives) }],
    buttons: (contact) => buttons(tag, contact, actions),
  });

function buttons(tag: LanguageTag, contact: Contact, { edit, remove, isRemoving }: ContactActions): TemplateResult {
  const name = isolate(contact.name);
  return html`${edit ? rowButton('edit', text(tag, 'contacts.edit-label', { name }), () => edit(contact)) : nothing}
  ${remove ? rowButton('trash', text(tag, 'contacts.remove-label', { name }), () => remove(contact), isRemoving) : nothing}`;
}
