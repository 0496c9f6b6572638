import { createBackend, mockFetch, type ScenarioName } from '../mock-api/index.js';
import { restAdapter } from '../src/adapters/rest.js';
import { BillingError, type BillingAdapter } from '../src/api/index.js';
import { storeFor } from '../src/store/store.js';

/** A back end in the state of a scenario; `changes` take the place of single answers. */
export function adapterFor(scenario: ScenarioName, changes: Partial<BillingAdapter> = {}): BillingAdapter {
  const adapter = restAdapter({ baseUrl: '/billing/v1', fetch: mockFetch(createBackend(scenario)) });
  return impatient({ ...adapter, ...changes });
}

/** A back end that never answers. */
export const silentAdapter = (): BillingAdapter =>
  adapterFor('mid-month', { capabilities: () => new Promise(() => {}) });

/** A back end of which nothing can be had. */
export const failingAdapter = (): BillingAdapter => adapterFor('failing');

/** A back end whose answers are old as soon as they are there. */
export function staleAdapter(): BillingAdapter {
  const adapter = { ...adapterFor('mid-month') };
  storeFor(adapter, { tries: 1, staleAfterMs: 0 });
  return adapter;
}

/** An answer of a back end that is down. */
export const fails = (): Promise<never> => Promise.reject(new BillingError('unavailable', 'The story has it so.'));

/** Shows a failure at once, without the tries before it. */
function impatient(adapter: BillingAdapter): BillingAdapter {
  storeFor(adapter, { tries: 1 });
  return adapter;
}
