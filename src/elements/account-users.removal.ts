import { html, nothing, type TemplateResult } from 'lit';
import type { Member } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import type { AwaitedWrite } from './awaited-write.js';
import { dialog } from './dialog.js';
import { submitButton, writeOutcome, type WriteButton } from './write-button.js';

/** What the question can be answered with. */
interface Answers {
  readonly close: () => void;
  readonly confirm: () => void;
}

/** The question before someone is removed, or an invitation withdrawn: what it means, and that it can be made good. */
export function removalDialog(
  tag: LanguageTag,
  member: Member | undefined,
  { state, busy, check }: AwaitedWrite<string, void>,
  { close, confirm }: Answers,
): TemplateResult {
  const name = isolate(member?.name ?? '');
  const isInvited = member?.status === 'invited';
  const says = isInvited
    ? text(tag, 'users.withdraw-says', { email: isolate(member.email) })
    : text(tag, 'users.remove-says', { name });
  const button: WriteButton = {
    label: isInvited ? text(tag, 'users.withdraw') : text(tag, 'users.remove', { name }),
    busyLabel: text(tag, 'users.removing'),
    kind: 'danger',
    state,
  };
  return dialog(tag, {
    open: member !== undefined,
    id: 'removal',
    title: isInvited ? text(tag, 'users.withdraw-title', { name }) : text(tag, 'users.remove-title', { name }),
    busy,
    close,
    submit: confirm,
    content: member
      ? html`<p>${says}</p>
          ${writeOutcome(tag, state, check, (code) => refusalOf(tag, code))}`
      : nothing,
    actions: html`<button type="button" class="button" aria-disabled=${busy ? 'true' : 'false'} @click=${close}>
        ${text(tag, 'common.cancel')}
      </button>
      ${state.status === 'unknown' ? nothing : submitButton(tag, button)}`,
  });
}

function refusalOf(tag: LanguageTag, code: string): string | undefined {
  if (code === 'last-admin') return text(tag, 'users.last-admin');
  return code === 'own-membership' ? text(tag, 'users.own-membership') : undefined;
}
