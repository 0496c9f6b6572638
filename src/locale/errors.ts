import type { BillingError, BillingErrorKind } from '../api/index.js';
import type { LanguageTag } from './intl.js';
import { text } from './messages.js';

/** The texts that name what couldn't be loaded. */
export type FailureKey = 'summary.failed' | 'usage.failed' | 'payment.failed' | 'invoice.failed';

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
