import { html, nothing, type TemplateResult } from 'lit';
import type { Member, Subscription } from '../api/index.js';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { rightName } from './account-users.form.js';
import { badge } from './badge.js';
import { personTable, rowButton } from './person-table.js';

/** What can be done with a user; what can't is left out, and has no button. */
export interface MemberActions {
  readonly edit: ((member: Member) => void) | undefined;
  readonly remove: ((member: Member) => void) | undefined;
  readonly resend: ((member: Member) => void) | undefined;
  /** Whose invitation is being sent again. */
  readonly resending: string | undefined;
}

/** The users, each with their products and rights. */
export function memberTable(
  tag: LanguageTag,
  members: readonly Member[] | undefined,
  subscriptions: readonly Subscription[],
  actions: MemberActions,
): TemplateResult {
  return personTable(tag, {
    part: 'member',
    people: members,
    expected: 3,
    mark: (member) => markOf(tag, member),
    columns: [
      { label: text(tag, 'users.products'), show: (member) => productsOf(tag, member, subscriptions) },
      { label: text(tag, 'users.rights'), show: ({ rights }) => rightsList(tag, rights) },
    ],
    buttons: (member) => buttons(tag, member, actions),
  });
}

function productsOf(tag: LanguageTag, { products }: Member, subscriptions: readonly Subscription[]): string {
  const names = subscriptions.filter(({ id }) => products.includes(id)).map(({ product }) => isolate(product));
  if (names.length === 0) return text(tag, 'users.no-products');
  return new Intl.ListFormat(tag, { style: 'narrow' }).format(names);
}

const rightsList = (tag: LanguageTag, rights: Member['rights']): TemplateResult =>
  html`<div>${rights.map((right) => html`<p>${rightName(tag, right)}</p>`)}</div>`;

const markOf = (tag: LanguageTag, member: Member): TemplateResult =>
  html`${member.you ? html`<span class="muted">(${text(tag, 'users.you')})</span>` : nothing} ${badgeOf(tag, member)}`;

function badgeOf(tag: LanguageTag, { role, status, invitedOn }: Member): TemplateResult | typeof nothing {
  if (status === 'invited' && invitedOn !== null)
    return badge('accent', text(tag, 'users.pending', { date: formatDate(tag, invitedOn, 'short') }));
  return role === 'admin' ? badge('neutral', text(tag, 'users.admin')) : nothing;
}

function buttons(tag: LanguageTag, member: Member, { edit, remove, resend, resending }: MemberActions): TemplateResult {
  const name = isolate(member.name);
  const isInvited = member.status === 'invited';
  const removes = text(tag, isInvited ? 'users.withdraw-label' : 'users.remove-label', { name });
  return html`${resend && isInvited ? resendButton(tag, member, resend, resending) : nothing}
  ${edit ? rowButton('edit', text(tag, 'users.edit-label', { name }), () => edit(member)) : nothing}
  ${remove && !member.you ? rowButton('trash', removes, () => remove(member)) : nothing}`;
}

function resendButton(
  tag: LanguageTag,
  member: Member,
  resend: (member: Member) => void,
  resending: string | undefined,
): TemplateResult {
  const isSending = resending === member.id;
  return html`<button
    type="button"
    class="link small"
    aria-label=${isSending ? nothing : text(tag, 'users.resend-label', { name: isolate(member.name) })}
    aria-disabled=${resending === undefined ? 'false' : 'true'}
    @click=${() => resend(member)}
  >
    ${text(tag, isSending ? 'users.resending' : 'users.resend')}
  </button>`;
}
