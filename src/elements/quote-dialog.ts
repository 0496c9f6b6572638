import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../locale/dates.js';
import { failureText, refusalText } from '../locale/errors.js';
import type { LanguageTag } from '../locale/intl.js';
import { hasText, isolate, text } from '../locale/messages.js';
import { formatMoney } from '../locale/money.js';
import { formatQuantity } from '../locale/units.js';
import type { BillingError } from '../api/index.js';
import { dialog } from './dialog.js';
import { notice } from './notices.js';
import { dueText, isDue, quoteFigures, quoteSkeleton } from './quote-dialog.figures.js';
import type { QuoteFlow } from './quote-flow.js';

/**
 * The dialog of a quote flow: what changes, when, what is due now and how that was worked out, and one button that says
 * what it does. It is always in the page.
 */
export function quoteDialog(tag: LanguageTag, flow: QuoteFlow): TemplateResult {
  const { words, busy, close, confirm } = flow;
  const content = words && html`${remarks(tag, flow)} ${figures(tag, flow)} ${flow.request?.content?.()}`;
  const actions = words && html`${cancelButton(tag, flow)} ${confirmButton(tag, flow)}`;
  const title = words?.title ?? '';
  return dialog(tag, { open: words !== undefined, id: 'quote', title, content, actions, busy, close, submit: confirm });
}

/** What became of a change that was under way when the page was loaded anew; to stand below the element's heading. */
export function leftChange(tag: LanguageTag, flow: QuoteFlow): TemplateResult | typeof nothing {
  const { status, error } = flow.committing;
  if (flow.words || status === 'idle') return nothing;
  if (status === 'done') return notice('info', text(tag, 'quote.went-through'));
  if (status === 'failed') return error ? notice('negative', refusal(tag, flow, error)) : nothing;
  if (status === 'unknown') return notice('warning', text(tag, 'quote.unknown'), checkButton(tag, flow));
  return notice('info', text(tag, 'quote.checking'));
}

/** Live: each of them is spoken as it comes. */
function remarks(tag: LanguageTag, flow: QuoteFlow): TemplateResult {
  return html`<div role="status">
    ${renewal(tag, flow)} ${failure(tag, flow)} ${outcome(tag, flow)} ${validity(tag, flow)}
    <span class="visually-hidden">${spoken(tag, flow)}</span>
  </div>`;
}

function spoken(tag: LanguageTag, { quote, failure: failed }: QuoteFlow): string {
  if (quote) return text(tag, 'quote.worked-out', { amount: dueText(tag, quote) });
  return failed ? '' : text(tag, 'quote.working-out');
}

function figures(
  tag: LanguageTag,
  { words, quote, failure: failed, busy }: QuoteFlow,
): TemplateResult | typeof nothing {
  if (!words) return nothing;
  const isAsking = !quote && !failed;
  return html`<div aria-busy=${isAsking || busy ? 'true' : 'false'}>
    <div class="quote-summary">${words.summary}</div>
    ${quote ? quoteFigures(tag, quote, words) : nothing} ${isAsking ? quoteSkeleton : nothing}
  </div>`;
}

/** Why there is another quote than before. */
function renewal(tag: LanguageTag, { renewed, quote }: QuoteFlow): TemplateResult | typeof nothing {
  if (!renewed || !quote) return nothing;
  if (renewed.why === 'stale') return notice('warning', text(tag, 'quote.stale'));
  const now = formatMoney(tag, quote.dueNow);
  const before = renewed.before ? formatMoney(tag, renewed.before) : now;
  return notice(
    'warning',
    before === now ? text(tag, 'quote.same', { now }) : text(tag, 'quote.moved', { before, now }),
  );
}

/** Why there is none. */
function failure(tag: LanguageTag, flow: QuoteFlow): TemplateResult | typeof nothing {
  const { failure: error, mayRetry, isUnquoted, retry } = flow;
  if (!error) return nothing;
  const again = mayRetry ? button(tag, 'common.retry', retry) : nothing;
  if (isUnquoted) return notice('warning', text(tag, 'quote.unquoted'), again);
  return notice('negative', mayRetry ? failureText(tag, 'quote.failed', error) : refusal(tag, flow, error), again);
}

/** What became of the commit. */
function outcome(tag: LanguageTag, flow: QuoteFlow): TemplateResult | typeof nothing {
  const { status, error } = flow.committing;
  if (status === 'checking') return notice('info', text(tag, 'write.checking'));
  if (status === 'unknown') return notice('warning', text(tag, 'write.unknown'), checkButton(tag, flow));
  if (status !== 'failed' || !error) return nothing;
  if (error.kind === 'stale-version')
    return notice('warning', text(tag, 'quote.stale-waiting'), button(tag, 'quote.again', flow.retry));
  const leave = (): void => flow.leave('payment-methods');
  const away = error.kind === 'payment-declined' ? button(tag, 'quote.methods', leave) : nothing;
  return notice('negative', refusal(tag, flow, error), away);
}

function validity(tag: LanguageTag, { left, quote, busy }: QuoteFlow): TemplateResult | typeof nothing {
  if (!quote || busy || left === undefined) return nothing;
  if (left === 0) return notice('info', text(tag, 'quote.ran-out'));
  const time = left < 60 ? formatQuantity(tag, `${left}`, 'second') : formatQuantity(tag, `${left / 60}`, 'minute');
  return html`<p class="muted small">${text(tag, 'quote.stands', { time })}</p>`;
}

/** What the element says of a code, else what all changes say of it, else what is said of the kind. */
function refusal(tag: LanguageTag, { request }: QuoteFlow, error: BillingError): string {
  const key = `quote.refused.${error.code}`;
  const known = hasText(key) ? text(tag, key as 'quote.refused.same-plan') : undefined;
  return refusalText(tag, error, request?.refusal?.(error) ?? known);
}

const button = (
  tag: LanguageTag,
  label: 'common.retry' | 'quote.again' | 'quote.methods' | 'write.look-again',
  click: () => void,
): TemplateResult => html`<button type="button" class="button" @click=${click}>${text(tag, label)}</button>`;

const checkButton = (tag: LanguageTag, { check }: QuoteFlow): TemplateResult => button(tag, 'write.look-again', check);

function cancelButton(tag: LanguageTag, { words, busy, close }: QuoteFlow): TemplateResult {
  return html`<button type="button" class="button" aria-disabled=${busy ? 'true' : 'false'} @click=${close}>
    ${words?.keep ?? text(tag, 'common.cancel')}
  </button>`;
}

/** Absent where there is nothing to agree to, or where it may have happened already. It keeps its width while it works. */
function confirmButton(tag: LanguageTag, flow: QuoteFlow): TemplateResult | typeof nothing {
  const { busy, quote, committing, words } = flow;
  const kind = words?.keep === undefined ? 'primary' : '';
  const isOffered = flow.isUnquoted || !flow.failure;
  if (!isOffered || committing.status === 'unknown' || committing.error?.kind === 'stale-version') return nothing;
  const isOff = busy || (!quote && !flow.isUnquoted);
  return html`<button type="submit" class="button ${kind} working" aria-disabled=${isOff ? 'true' : 'false'}>
    <span class=${busy ? 'behind' : ''}>${confirmLabel(tag, flow)}</span>
    ${busy ? html`<span role="status">${text(tag, committing.slow ? 'write.slow' : 'write.pending')}</span>` : nothing}
  </button>`;
}

function confirmLabel(tag: LanguageTag, { quote, words, left, isUnquoted }: QuoteFlow): string {
  const action = words?.action ?? '';
  if (isUnquoted) return text(tag, 'quote.ok-unquoted', { action });
  if (!quote) return action;
  if (left === 0) return text(tag, 'quote.again');
  if (isDue(quote)) return text(tag, 'quote.ok-pay', { action, amount: isolate(formatMoney(tag, quote.dueNow)) });
  return quote.timing === 'next-period'
    ? text(tag, 'quote.ok-on', { action, date: formatDate(tag, quote.effective) })
    : action;
}
