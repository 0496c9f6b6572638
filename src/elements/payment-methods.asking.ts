import { toBillingError, type VaultResult } from '../api/index.js';
import { readSetup } from '../store/reads/payments.js';
import type { BillingStore } from '../store/store.js';
import { verdictOfVault, verdictOn, type Verdict } from './payment-methods.verdict.js';

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 5000;

/**
 * What became of a setup: the back end is asked, and asked again while the processor is at work. Ends without a verdict
 * when it is aborted.
 */
export async function askedVerdict(store: BillingStore, setup: string, signal: AbortSignal): Promise<Verdict> {
  let wait = FIRST_WAIT_MS;
  for (;;) {
    const verdict = await store.ask(readSetup(setup)).then(verdictOn, unheard);
    if (verdict.kind !== 'processing' || signal.aborted) return verdict;
    await pause(wait, signal);
    wait = Math.min(LONGEST_WAIT_MS, wait * 2);
  }
}

/** What the vault says counts only where it refuses, or where nobody else can be asked. */
export function verdictAfter(
  store: BillingStore,
  setup: string,
  result: VaultResult,
  signal: AbortSignal,
): Verdict | Promise<Verdict> {
  const said = verdictOfVault(result);
  const isFinal =
    said.kind === 'redirecting' || (result.status === 'failed' && result.code !== undefined) || !store.adapter.getSetup;
  return isFinal ? said : askedVerdict(store, setup, signal);
}

const unheard = (cause: unknown): Verdict => ({
  kind: 'refused',
  code: toBillingError(cause).kind === 'not-found' ? 'not-found' : 'unreachable',
});

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
