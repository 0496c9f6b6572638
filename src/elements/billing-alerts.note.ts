import { html, nothing, type TemplateResult } from 'lit';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import type { AlertSaving } from './alert-saving.js';
import { writeOutcome } from './write-button.js';

/** What became of a change, beside what was changed; the way back while there is one. It is spoken elsewhere. */
export function savedNote(
  tag: LanguageTag,
  saving: AlertSaving,
  place: string,
  undo: () => void,
): TemplateResult | typeof nothing {
  if (saving.place !== place) return nothing;
  const { outcome, state } = saving;
  if (outcome === 'saving') return said(text(tag, state.slow ? 'write.slow' : 'alerts.saving'));
  if (outcome === 'undone') return said(text(tag, 'alerts.undone'));
  if (outcome !== 'saved') return nothing;
  const button = html`<button type="button" class="link" @click=${undo}>${text(tag, 'common.undo')}</button>`;
  return html`<span class="saved small muted">${text(tag, 'alerts.saved')} ${saving.canUndo ? button : nothing}</span>`;
}

const said = (words: string): TemplateResult => html`<span class="saved small muted">${words}</span>`;

/** Why a change was not saved, or that nobody knows, below what was changed. */
export function refusedNote(tag: LanguageTag, saving: AlertSaving, place: string): TemplateResult | typeof nothing {
  return isRefused(saving, place) ? writeOutcome(tag, saving.state, saving.check) : nothing;
}

/** Whether there is more to say of a change than that it was saved. */
export const isRefused = (saving: AlertSaving, place: string): boolean =>
  saving.place === place && ['checking', 'unknown', 'failed'].includes(saving.state.status);
