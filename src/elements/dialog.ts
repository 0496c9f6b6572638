import { html, nothing, type TemplateResult } from 'lit';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { icon } from './icons.js';
import { modal } from './modal.js';

/** A dialog: what it is about, what is in it, and its buttons with the primary one last. */
export interface DialogParts {
  readonly open: boolean;
  /** Unique in the element. */
  readonly id: string;
  readonly title: string;
  readonly content: unknown;
  readonly actions: unknown;
  /** While a write is under way nothing closes it. */
  readonly busy?: boolean;
  readonly close: () => void;
  /** What Enter in a field does; the buttons of `actions` are in the same form. */
  readonly submit?: () => void;
}

/**
 * A native modal dialog. It stays in the page while it is closed; its content is there only while it is open. Escape and
 * the cross close it, a click beside it doesn't: what was typed would be lost.
 */
export function dialog(tag: LanguageTag, parts: DialogParts): TemplateResult {
  const { open, id, close, busy = false } = parts;
  const cancel = (event: Event): void => {
    event.preventDefault();
    if (!busy) close();
  };
  // Browsers may close it without asking, the second time that Escape is pressed.
  const closed = ({ target }: Event): void => {
    if (!open || (target as HTMLDialogElement).open) return;
    if (busy) (target as HTMLDialogElement).showModal();
    else close();
  };
  return html`<dialog
    part="dialog"
    class="dialog"
    aria-labelledby="${id}-title"
    .closedBy=${busy ? 'none' : 'closerequest'}
    ${modal(open)}
    @cancel=${cancel}
    @close=${closed}
  >
    ${open ? form(tag, parts) : nothing}
  </dialog>`;
}

function form(tag: LanguageTag, { id, title, content, actions, busy, close, submit }: DialogParts): TemplateResult {
  const send = (event: Event): void => {
    event.preventDefault();
    if (!busy) submit?.();
  };
  return html`<form class="dialog-form" novalidate @submit=${send} @keydown=${stay}>
    <div class="dialog-head">
      <h3 id="${id}-title" class="dialog-title" tabindex="-1">${title}</h3>
      <button
        type="button"
        class="icon-button"
        aria-label=${text(tag, 'common.close')}
        aria-disabled=${busy ? 'true' : 'false'}
        @click=${() => (busy ? undefined : close())}
      >
        ${icon('cross')}
      </button>
    </div>
    <div class="dialog-body">${content}</div>
    <div class="dialog-actions">${actions}</div>
  </form>`;
}

/** On a choice Enter would send the form, in lists not in every browser: whoever chooses has not said "pay" yet. */
function stay(event: KeyboardEvent): void {
  const isChoice = (event.target as Element).matches('select, [type=radio], [type=checkbox]');
  if (event.key === 'Enter' && isChoice) event.preventDefault();
}
