import { html, nothing, type TemplateResult } from 'lit';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { dialog } from './dialog.js';
import type { PersonDraft, PersonEditor } from './person-editor.js';
import { submitButton, writeOutcome } from './write-button.js';

/** What the dialog of a form says. */
export interface PersonDialog {
  /** Unique in the element. */
  readonly id: string;
  readonly title: string;
  /** What the button does, and what it says while it does. */
  readonly label: string;
  readonly busyLabel: string;
  /** The fields; nothing while it is closed. */
  readonly fields: TemplateResult | undefined;
}

/** The form in its dialog. What may have happened already is not offered again before that is known. */
export function personDialog<Draft extends PersonDraft, Sent, Change, Listed>(
  tag: LanguageTag,
  editor: PersonEditor<Draft, Sent, Change, Listed>,
  { id, title, label, busyLabel, fields }: PersonDialog,
): TemplateResult {
  const { state, busy, close } = editor;
  return dialog(tag, {
    open: editor.draft !== undefined,
    id,
    title,
    busy,
    close,
    submit: editor.submit,
    content: fields ? html`${fields} ${writeOutcome(tag, state, editor.check)}` : nothing,
    actions: html`<button type="button" class="button" aria-disabled=${busy ? 'true' : 'false'} @click=${close}>
        ${text(tag, 'common.cancel')}
      </button>
      ${state.status === 'unknown' ? nothing : submitButton(tag, { label, busyLabel, state })}`,
  });
}
