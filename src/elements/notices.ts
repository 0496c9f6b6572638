import { html, nothing, type TemplateResult } from 'lit';
import { formatMoment } from '../locale/dates.js';
import { failureText, type FailureKey } from '../locale/errors.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import type { ReadState } from '../store/state.js';
import { icon } from './icons.js';

/** How a notice is meant: as a fact, as something to look after, or as something that failed. */
export type Tone = 'info' | 'warning' | 'negative';

/** Whether the first answer is still to come. */
export const isPending = ({ status }: ReadState<unknown>): boolean => status === 'loading' || status === 'waiting';

/** A remark with its sign and its tint; `extra` may hold the button that mends it. */
export function notice(tone: Tone, content: unknown, extra: unknown = nothing): TemplateResult {
  return html`<div part="notice notice-${tone}" class="notice ${tone}">
    ${icon(tone === 'info' ? 'info' : 'warning')}
    <p>${content}</p>
    ${extra}
  </div>`;
}

/**
 * The one place where an element says what became of its reads: why there is nothing, or why it is old. It is a live
 * region and stays, so that what comes into it is spoken; `said` is a last word for those who only hear.
 */
export function outcome(
  tag: LanguageTag,
  failed: FailureKey,
  state: ReadState<unknown>,
  retry: () => void,
  said = '',
): TemplateResult {
  return html`<div role="status">
    ${state.status === 'failed' ? notice('negative', failureText(tag, failed, state.error), retryButton(tag, retry)) : nothing}
    ${state.status === 'ready' && state.stale ? staleNotice(tag, state, retry) : nothing}
    ${said ? html`<span class="visually-hidden">${said}</span>` : nothing}
  </div>`;
}

/** Old because a reload failed, or only because it was read a while ago. */
function staleNotice(tag: LanguageTag, { updatedAt, error }: ReadState<unknown>, retry: () => void): TemplateResult {
  const time = updatedAt ? formatMoment(tag, updatedAt) : '';
  return error
    ? notice('info', text(tag, 'common.not-updated', { time }), retryButton(tag, retry))
    : notice('info', text(tag, 'common.as-of', { time }), retryButton(tag, retry, 'common.update'));
}

function retryButton(
  tag: LanguageTag,
  retry: () => void,
  label: 'common.retry' | 'common.update' = 'common.retry',
): TemplateResult {
  return html`<button part="retry" class="button" type="button" @click=${retry}>${text(tag, label)}</button>`;
}
