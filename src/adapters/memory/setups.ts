import type { Consent, Setup, SetupSession } from '../../api/index.js';
import { BillingError } from '../../api/index.js';
import { found, needField, needState, refusal } from './refuse.js';
import type { SeedMethod, StoredSetup } from './seed.js';
import { newId, replaced, type State } from './state.js';
import { challenges, testCards, UNCHECKED, type TestCard } from './test-cards.js';
import { instantOf } from './zone.js';

const SESSION_MS = 1_800_000;
const WINDOW_MS = 600_000;
const MOST_FAILURES = 5;

/** What the user authorizes. */
export const CONSENT: Consent = {
  version: '2026-01',
  text: 'I authorize charges to this payment method for what is due on this account, until I remove it.',
};

/** Opens a session for half an hour. Throws `validation` for a vault that there is none of. */
export function openSession(state: State, vault: string): SetupSession {
  needField(vault === 'sandbox', 'vault', 'unknown-vault', 'There is no such vault.');
  const id = newId(state, 'set');
  const expiresAt = instantOf(Date.parse(state.now) + SESSION_MS);
  const setup: StoredSetup = {
    id,
    status: 'open',
    code: null,
    checks: UNCHECKED,
    expiresAt,
    token: null,
    asked: 0,
    attached: false,
  };
  state.setups = [...state.setups, setup];
  return { id, vault, params: { session: id }, consent: CONSENT, expiresAt };
}

/** How far a setup has come. One that the processor is slow with has succeeded when it is asked after again. */
export function readSetup(state: State, id: string): Setup {
  const setup = found(state.setups, id, 'setup');
  if (setup.status !== 'processing') return shown(state, setup);
  const asked = setup.asked + 1;
  const next: StoredSetup = { ...setup, asked, status: asked > 1 ? 'succeeded' : 'processing' };
  state.setups = replaced(state.setups, next);
  return shown(state, next);
}

/** What the processor does with a card, or with the answer to its challenge. Throws `not-found` or `validation`. */
export function confirmSetup(state: State, id: string, token: string): Setup {
  const setup = found(state.setups, id, 'setup');
  needState(!setup.attached, 'setup-used', 'Its payment method is on file already.');
  if (isExpired(state, setup)) return shown(state, setup);
  const next = setup.status === 'action-required' ? answered(setup, token) : entered(setup, token);
  const failed = next.status === 'failed' || Object.values(next.checks).includes('fail');
  state.setups = replaced(state.setups, next);
  if (failed) state.setupFailures = [...state.setupFailures, { setup: id, at: state.now }];
  return shown(state, next);
}

/** The card of a setup that may be put on file. Throws what keeps it from there. */
export function needConfirmed(
  state: State,
  id: string,
): { setup: StoredSetup; card: Pick<SeedMethod, 'kind' | 'brand' | 'last4' | 'expires'>; fingerprint: string } {
  const setup = found(state.setups, id, 'setup');
  needState(!setup.attached, 'setup-used', 'Its payment method is on file already.');
  needField(!isExpired(state, setup), 'setup', 'setup-expired', 'The session has run out.');
  needFewFailures(state, setup);
  const { status, code, checks, token } = setup;
  if (status === 'failed') throw refusal('payment-declined', code ?? 'card-declined', 'The card was declined.');
  if (status === 'action-required') throw refusal('action-required', 'challenge-open', 'The bank asks for more.');
  needState(status !== 'processing', 'setup-processing', 'The processor is still at work.');
  needField(status === 'succeeded' && token !== null, 'setup', 'setup-incomplete', 'It has not been confirmed.');
  const postal = checks.postalCode !== 'fail';
  needField(postal, 'billing.postalCode', 'postal-mismatch', 'The billing address must match the card.');
  if (checks.securityCode === 'fail')
    throw refusal('payment-declined', 'incorrect-security-code', 'The security code is wrong.');
  const { brand, last4, expires } = cardOf(token);
  return { setup, card: { kind: 'card', brand, last4, expires }, fingerprint: token };
}

/** A session puts one method on file. */
export function usedSetup(state: State, setup: StoredSetup): void {
  state.setups = replaced(state.setups, { ...setup, attached: true });
}

function entered(setup: StoredSetup, token: string): StoredSetup {
  const { status, code = null, checks } = cardOf(token);
  return { ...setup, token, asked: 0, status, code, checks: { ...UNCHECKED, ...checks } };
}

function answered(setup: StoredSetup, token: string): StoredSetup {
  const answer = Object.hasOwn(challenges, token) ? challenges[token] : undefined;
  return answer ? { ...setup, ...answer } : entered(setup, token);
}

function cardOf(token: string): TestCard {
  const card = Object.hasOwn(testCards, token) ? testCards[token] : undefined;
  needField(card !== undefined, 'token', 'unknown-token', 'The sandbox has no such token.');
  return card;
}

/** Whoever tries cards one after the other waits. */
function needFewFailures({ setupFailures, now }: State, { id, status }: StoredSetup): void {
  const time = Date.parse(now);
  const recent = setupFailures.filter(({ at }) => time - Date.parse(at) < WINDOW_MS);
  // The failure of this very setup is told as what it is.
  const own = recent.at(-1)?.setup === id && status !== 'open' ? 1 : 0;
  if (recent.length - own < MOST_FAILURES) return;
  const oldest = Date.parse(recent.at(-MOST_FAILURES - own)?.at ?? now);
  throw new BillingError('rate-limited', 'Too many cards have failed.', {
    code: 'too-many-failures',
    retryAfterMs: oldest + WINDOW_MS - time,
  });
}

const isExpired = ({ now }: State, { expiresAt, status }: StoredSetup): boolean =>
  expiresAt <= now && status !== 'succeeded';

function shown(state: State, setup: StoredSetup): Setup {
  const { id, status, code, checks } = setup;
  return { id, status: isExpired(state, setup) ? 'expired' : status, code, checks };
}
