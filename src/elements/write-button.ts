import { html, nothing, type TemplateResult } from 'lit';
import { refusalText } from '../locale/errors.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { isBusy, type WriteState } from '../store/write-state.js';
import { notice } from './notices.js';

/** A button that writes: what it says, also while it does. */
export interface WriteButton {
  readonly label: string;
  /** What it says while it is under way. */
  readonly busyLabel: string;
  readonly state: WriteState<unknown>;
  readonly kind?: 'primary' | 'danger' | 'plain';
}

/** The button that submits a form. It keeps its width while it works, and says so when that takes long. */
export function submitButton(
  tag: LanguageTag,
  { label, busyLabel, state, kind = 'primary' }: WriteButton,
): TemplateResult {
  const busy = isBusy(state);
  const says = state.slow ? text(tag, 'write.slow') : busyLabel;
  return html`<button class="button ${kind} working" type="submit" aria-disabled=${busy ? 'true' : 'false'}>
    <span class=${busy ? 'behind' : ''}>${label}</span> ${busy ? html`<span>${says}</span>` : nothing}
  </button>`;
}

/** What became of a write that did not simply succeed; in a live region that is always there. */
export function writeOutcome(
  tag: LanguageTag,
  state: WriteState<unknown>,
  check: () => void,
  own?: (code: string) => string | undefined,
): TemplateResult {
  return html`<div role="status">${saidOf(tag, state, check, own)}</div>`;
}

function saidOf(
  tag: LanguageTag,
  { status, error }: WriteState<unknown>,
  check: () => void,
  own: ((code: string) => string | undefined) | undefined,
): TemplateResult | typeof nothing {
  if (status === 'checking') return notice('info', text(tag, 'write.checking'));
  if (status === 'unknown') {
    const again = html`<button class="button" type="button" @click=${check}>${text(tag, 'write.look-again')}</button>`;
    return notice('warning', text(tag, 'write.unknown'), again);
  }
  if (status !== 'failed' || !error) return nothing;
  return notice('negative', refusalText(tag, error, own?.(error.code ?? '')));
}
