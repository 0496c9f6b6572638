import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Member, Subscription } from '../api/index.js';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { formatPhone } from '../locale/phone.js';
import { rightName } from './account-users.form.js';
import { badge } from './badge.js';
import { icon } from './icons.js';

/** What can be done with a user; what can't is left out, and has no button. */
export interface MemberActions {
  readonly edit: ((member: Member) => void) | undefined;
  readonly remove: ((member: Member) => void) | undefined;
  readonly resend: ((member: Member) => void) | undefined;
  readonly isBusy: boolean;
}

/** The users as a table, as cards where it is narrow; grey bars in their place while they are read. */
export function memberTable(
  tag: LanguageTag,
  members: readonly Member[] | undefined,
  subscriptions: readonly Subscription[],
  actions: MemberActions,
): TemplateResult {
  const rows = members
    ? repeat(
        members,
        ({ id }) => id,
        (each) => row(tag, each, subscriptions, actions),
      )
    : [skeleton, skeleton, skeleton];
  return html`<div class="cards">
    <table>
      <thead>
        <tr>
          <th scope="col">${text(tag, 'contacts.name')}</th>
          <th scope="col">${text(tag, 'contacts.reach')}</th>
          <th scope="col">${text(tag, 'users.products')}</th>
          <th scope="col">${text(tag, 'users.rights')}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

const bar = html`<span class="skeleton"></span>`;

const skeleton = html`<tr aria-hidden="true">
  <th scope="row">${bar}</th>
  <td>
    <p>${bar}</p>
    <p>${bar}</p>
  </td>
  <td>${bar}</td>
  <td>${bar}</td>
  <td class="actions-cell"></td>
</tr>`;

function row(
  tag: LanguageTag,
  member: Member,
  subscriptions: readonly Subscription[],
  actions: MemberActions,
): TemplateResult {
  const { name, email, phone, you, rights, products } = member;
  const names = subscriptions.filter(({ id }) => products.includes(id)).map(({ product }) => isolate(product));
  const list = new Intl.ListFormat(tag, { style: 'narrow' });
  return html`<tr part="member">
    <th scope="row" data-label=${text(tag, 'contacts.name')}>
      <div class="who">
        <span
          ><bdi class="strong">${name}</bdi
          >${you ? html` <span class="muted">(${text(tag, 'users.you')})</span>` : nothing}</span
        >
        ${stateOf(tag, member)}
      </div>
    </th>
    <td data-label=${text(tag, 'contacts.reach')}>
      <div>
        ${[email, formatPhone(phone)].filter((each) => each !== '').map((each) => html`<p><bdi>${each}</bdi></p>`)}
      </div>
    </td>
    <td class="small" data-label=${text(tag, 'users.products')}>
      ${names.length > 0 ? list.format(names) : text(tag, 'users.no-products')}
    </td>
    <td class="small" data-label=${text(tag, 'users.rights')}>
      <div>${rights.map((right) => html`<p>${rightName(tag, right)}</p>`)}</div>
    </td>
    <td class="actions-cell">${buttons(tag, member, actions)}</td>
  </tr>`;
}

function stateOf(tag: LanguageTag, { role, status, invitedOn }: Member): TemplateResult | typeof nothing {
  if (status === 'invited' && invitedOn !== null)
    return badge('accent', text(tag, 'users.pending', { date: formatDate(tag, invitedOn, 'short') }));
  return role === 'admin' ? badge('neutral', text(tag, 'users.admin')) : nothing;
}

function buttons(tag: LanguageTag, member: Member, { edit, remove, resend, isBusy }: MemberActions): TemplateResult {
  const name = isolate(member.name);
  const isInvited = member.status === 'invited';
  const busy = isBusy ? 'true' : 'false';
  const again = html`<button
    type="button"
    class="link small"
    aria-label=${text(tag, 'users.resend-label', { name })}
    aria-disabled=${busy}
    @click=${() => resend?.(member)}
  >
    ${text(tag, 'users.resend')}
  </button>`;
  const pencil = html`<button
    type="button"
    class="icon-button"
    aria-label=${text(tag, 'users.edit-label', { name })}
    @click=${() => edit?.(member)}
  >
    ${icon('edit')}
  </button>`;
  const bin = html`<button
    type="button"
    class="icon-button"
    aria-label=${text(tag, isInvited ? 'users.withdraw-label' : 'users.remove-label', { name })}
    @click=${() => remove?.(member)}
  >
    ${icon('trash')}
  </button>`;
  return html`<div class="actions">
    ${resend && isInvited ? again : nothing} ${edit ? pencil : nothing} ${remove && !member.you ? bin : nothing}
  </div>`;
}
