import type { BillingError, BillingErrorKind } from '../api/index.js';
import type { MessageKey } from './catalogue.js';
import type { LanguageTag } from './intl.js';
import { text } from './messages.js';

/** The texts that name what couldn't be loaded. */
export type FailureKey = Extract<MessageKey, `${string}.failed`>;

type AdviceKey = 'try-again' | 'connection' | 'later' | 'sign-in' | 'forbidden' | 'support';

const ADVICE: Partial<Record<BillingErrorKind, AdviceKey>> = {
  network: 'connection',
  'rate-limited': 'later',
  unavailable: 'try-again',
  timeout: 'try-again',
  unauthenticated: 'sign-in',
  forbidden: 'forbidden',
  contract: 'support',
  internal: 'support',
};

/** What a reader is told of a read that failed: what happened, what it means for the money, what to do. */
export function failureText(tag: LanguageTag, failed: FailureKey, error: BillingError | undefined): string {
  const advice: AdviceKey = (error && ADVICE[error.kind]) ?? 'try-again';
  return [text(tag, failed), text(tag, 'error.no-charge'), text(tag, `error.${advice}`)].join(' ');
}

type RefusalKey = Extract<MessageKey, `refused.${string}`>;

const REFUSALS: Partial<Record<BillingErrorKind, RefusalKey>> = {
  network: 'refused.connection',
  timeout: 'refused.unavailable',
  unavailable: 'refused.unavailable',
  'rate-limited': 'refused.rate-limited',
  forbidden: 'refused.forbidden',
  unsupported: 'refused.forbidden',
  unauthenticated: 'refused.sign-in',
  'stale-version': 'refused.stale-version',
  'preview-expired': 'refused.preview-expired',
  'payment-declined': 'refused.payment-declined',
  conflict: 'refused.conflict',
  validation: 'refused.validation',
  'not-found': 'refused.not-found',
};

/**
 * What a reader is told of a write that was refused. A widget that knows the back end's code says more (`own`); the last
 * word is always that nothing was changed.
 */
export function refusalText(tag: LanguageTag, error: BillingError, own?: string): string {
  if (error.kind === 'outcome-unknown') return text(tag, 'write.unknown');
  const known: RefusalKey = error.code === 'offline' ? 'refused.offline' : (REFUSALS[error.kind] ?? 'refused.support');
  return [own ?? text(tag, known), text(tag, 'refused.no-change')].join(' ');
}

/** The codes of field faults that have a text of their own. */
const FIELDS = {
  taken: 'field.taken',
  'card-number': 'field.card-number',
  required: 'field.required',
  'too-long': 'field.too-long',
  email: 'field.email',
  phone: 'field.phone',
} as const satisfies Readonly<Record<string, MessageKey>>;

/** What is wrong with a field, by the back end's code for it. */
export const fieldText = (tag: LanguageTag, code: string): string =>
  text(tag, Object.hasOwn(FIELDS, code) ? FIELDS[code as keyof typeof FIELDS] : 'field.invalid');
