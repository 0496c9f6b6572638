import type { Account, BillingAdapter } from '../../src/api/index.js';
import { answers } from '../answers.js';

/** One call of `getAccount` that a test answers when it wants to. */
export interface AccountCall {
  readonly signal: AbortSignal | undefined;
  readonly resolve: (account: Account) => void;
  readonly reject: (cause: unknown) => void;
}

/** A back end that answers `getAccount` only when the test does. */
export function backEnd(): { adapter: BillingAdapter; calls: AccountCall[] } {
  const calls: AccountCall[] = [];
  const adapter: BillingAdapter = {
    capabilities: () => Promise.resolve({}),
    getAccount: ({ signal } = {}) => new Promise((resolve, reject) => calls.push({ signal, resolve, reject })),
    listSubscriptions: () => Promise.resolve({ items: [], next: null }),
  };
  return { adapter, calls };
}

export const accountNamed = (name: string): Account => ({ ...answers.account(), name });
