import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Contact } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { formatPhone } from '../locale/phone.js';
import { receivedText } from './billing-contacts.form.js';
import { icon } from './icons.js';

/** What can be done with a contact; what can't is left out, and has no button. */
export interface ContactActions {
  readonly edit: ((contact: Contact) => void) | undefined;
  readonly remove: ((contact: Contact) => void) | undefined;
  readonly isRemoving: boolean;
}

/** The contacts as a table, as cards where it is narrow; grey bars in their place while they are read. */
export function contactTable(
  tag: LanguageTag,
  contacts: readonly Contact[] | undefined,
  actions: ContactActions,
): TemplateResult {
  const rows = contacts
    ? repeat(
        contacts,
        ({ id }) => id,
        (each) => row(tag, each, actions),
      )
    : [skeleton, skeleton];
  return html`<div class="cards">
    <table>
      <thead>
        <tr>
          <th scope="col">${text(tag, 'contacts.name')}</th>
          <th scope="col">${text(tag, 'contacts.reach')}</th>
          <th scope="col">${text(tag, 'contacts.receives')}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

const bar = html`<span class="skeleton long"></span>`;

const skeleton = html`<tr aria-hidden="true">
  <th scope="row">${bar}</th>
  <td>
    <p>${bar}</p>
    <p>${bar}</p>
  </td>
  <td>${bar}</td>
  <td class="actions-cell"></td>
</tr>`;

function row(tag: LanguageTag, contact: Contact, actions: ContactActions): TemplateResult {
  const { name, email, phone, receives } = contact;
  return html`<tr part="contact">
    <th scope="row" data-label=${text(tag, 'contacts.name')}><bdi class="strong">${name}</bdi></th>
    <td data-label=${text(tag, 'contacts.reach')}>
      <div>
        ${[email, formatPhone(phone)].filter((each) => each !== '').map((each) => html`<p><bdi>${each}</bdi></p>`)}
      </div>
    </td>
    <td class="small" data-label=${text(tag, 'contacts.receives')}>${receivedText(tag, receives)}</td>
    <td class="actions-cell">${buttons(tag, contact, actions)}</td>
  </tr>`;
}

function buttons(tag: LanguageTag, contact: Contact, { edit, remove, isRemoving }: ContactActions): TemplateResult {
  const name = isolate(contact.name);
  const editButton = html`<button
    type="button"
    class="icon-button"
    aria-label=${text(tag, 'contacts.edit-label', { name })}
    @click=${() => edit?.(contact)}
  >
    ${icon('edit')}
  </button>`;
  const removeButton = html`<button
    type="button"
    class="icon-button"
    aria-label=${text(tag, 'contacts.remove-label', { name })}
    aria-disabled=${isRemoving ? 'true' : 'false'}
    @click=${() => remove?.(contact)}
  >
    ${icon('trash')}
  </button>`;
  return html`<div class="actions">${edit ? editButton : nothing} ${remove ? removeButton : nothing}</div>`;
}
