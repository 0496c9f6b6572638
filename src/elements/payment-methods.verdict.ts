import type { BillingError, Setup, VaultResult } from '../api/index.js';
import type { MessageKey } from '../locale/catalogue.js';
import { refusalText } from '../locale/errors.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';

/** What became of a card that was to be verified. */
export type Verdict =
  | { readonly kind: 'verified' | 'processing' | 'redirecting' }
  | { readonly kind: 'refused'; readonly code: string; readonly retryAfterMs?: number };

const refused = (code: string): Verdict => ({ kind: 'refused', code });

/** By the back end's own word. A check that the bank doesn't make is no reason to refuse. */
export function verdictOn({ status, code, checks }: Setup): Verdict {
  if (checks.postalCode === 'fail') return refused('incorrect-postal-code');
  if (checks.securityCode === 'fail') return refused('incorrect-security-code');
  if (status === 'succeeded') return { kind: 'verified' };
  if (status === 'processing') return { kind: 'processing' };
  if (status === 'expired') return refused('setup-expired');
  if (status === 'action-required') return refused('authentication-failed');
  return refused(code ?? (status === 'failed' ? 'card-declined' : 'incomplete'));
}

/** By the vault's word: what it refuses, and what it says where the back end can't be asked. */
export function verdictOfVault({ status, code, checks, retryAfterMs }: VaultResult): Verdict {
  if (status === 'redirecting') return { kind: status };
  if (status === 'failed')
    return { ...refused(code ?? 'card-declined'), ...(retryAfterMs !== undefined && { retryAfterMs }) };
  const known = { id: '', status, code: null, checks: checks ?? NOTHING_CHECKED };
  return verdictOn(known);
}

const NOTHING_CHECKED = { postalCode: 'unchecked', addressLine1: 'unchecked', securityCode: 'unchecked' } as const;

type DeclinedKey = Exclude<Extract<MessageKey, `declined.${string}`>, 'declined.rate-limited'>;

const TEXTS: Readonly<Record<string, DeclinedKey>> = {
  'card-declined': 'declined.card-declined',
  'insufficient-funds': 'declined.insufficient-funds',
  'expired-card': 'declined.expired-card',
  'incorrect-security-code': 'declined.security-code',
  'incorrect-postal-code': 'declined.postal-code',
  'postal-mismatch': 'declined.postal-code',
  'authentication-failed': 'declined.authentication-failed',
  'authentication-cancelled': 'declined.authentication-cancelled',
  incomplete: 'declined.incomplete',
  'setup-expired': 'declined.session',
  'already-on-file': 'declined.already-on-file',
  'not-found': 'declined.not-found',
  unreachable: 'declined.unreachable',
  'consent-missing': 'declined.consent',
};

/** What a reader is told of a card that isn't taken; from the second one on, how many there were. */
export function declineText(tag: LanguageTag, code: string, tries: number, retryAfterMs = 0): string {
  if (code === 'rate-limited') {
    const minutes = Math.max(1, Math.ceil(retryAfterMs / 60_000));
    return text(tag, 'declined.rate-limited', { count: String(minutes) });
  }
  const said = text(tag, TEXTS[code] ?? 'declined.other');
  return isTry(code) && tries > 1 ? `${said} ${text(tag, 'adding.try', { count: String(tries) })}` : said;
}

/** What a reader is told when the back end refuses, be it for the card or for anything else. */
export function attachRefusal(tag: LanguageTag, error: BillingError): string {
  const code = codeOf(error);
  return refusalText(tag, error, code && declineText(tag, code, 0, error.retryAfterMs));
}

/** Which refusal of the back end is about the card, so that there is a text of ours for it. */
export function codeOf({ kind, code = '' }: BillingError): string | undefined {
  if (kind === 'rate-limited') return kind;
  return Object.hasOwn(TEXTS, code) ? code : undefined;
}

/** Refusals that say nothing about the card, and that don't count as a try. */
const NO_TRIES = new Set(['incomplete', 'setup-expired', 'rate-limited', 'unreachable', 'consent-missing', 'other']);

/** Whether a card was tried, and refused. */
export const isTry = (code: string): boolean => !NO_TRIES.has(code);

/** Whether it is the postal code that has to be looked at. */
export const isPostal = (code: string): boolean => code === 'incorrect-postal-code' || code === 'postal-mismatch';
