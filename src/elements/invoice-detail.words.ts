import type { InvoiceSummary, PaymentAttempt } from '../api/index.js';
import type { MessageKey } from '../locale/catalogue.js';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { hasText, isolate, text } from '../locale/messages.js';
import type { BadgeTone } from './badge.js';

const TONES: Readonly<Record<string, BadgeTone>> = {
  open: 'accent',
  paid: 'positive',
  'past-due': 'warning',
  failed: 'negative',
};

/** What a state means; one that we don't know means nothing in particular. */
export const statusTone = (status: string): BadgeTone =>
  (Object.hasOwn(TONES, status) ? TONES[status] : undefined) ?? 'neutral';

/** A state in words; one that we don't know is called what the back end calls it. */
export const statusName = (tag: LanguageTag, status: string): string =>
  known(tag, `invoice-status.${status}`) ?? isolate(status);

/** When it has to be paid. */
export const dueText = (tag: LanguageTag, { dueDate }: InvoiceSummary): string =>
  dueDate === null ? text(tag, 'invoices.on-receipt') : formatDate(tag, dueDate, 'day-year');

/** Why a bank said no, by its code. */
export const declineReason = (tag: LanguageTag, code: string): string =>
  known(tag, `decline.${code}`) ?? text(tag, 'decline.other', { code: isolate(code) });

/** What became of a try to pay. */
export function attemptOutcome(tag: LanguageTag, { outcome, code }: PaymentAttempt): string {
  if (outcome === 'declined') return text(tag, 'attempt.declined', { reason: declineReason(tag, code ?? 'declined') });
  return known(tag, `attempt.${outcome}`) ?? isolate(outcome);
}

/** Texts by what a back end names, without placeholders. */
function known(tag: LanguageTag, key: string): string | undefined {
  return hasText(key) ? text(tag, key as MessageKey & 'invoice-status.paid') : undefined;
}
