import { createBackend, mockFetch, type ScenarioName } from '../mock-api/index.js';
import { restAdapter } from '../src/adapters/rest.js';
import { BillingError, type BillingAdapter, type Subscription } from '../src/api/index.js';
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

/** An account without a plan. */
export const planlessAdapter = (): BillingAdapter =>
  adapterFor('mid-month', {
    listSubscriptions: () => Promise.resolve({ items: [], next: null }),
    previewNextInvoice: () => Promise.resolve(null),
  });

/** A back end that can serve nothing to this user. */
export const unsupportedAdapter = (): BillingAdapter =>
  adapterFor('mid-month', { capabilities: () => Promise.resolve({}) });

/** The middle of a month, with something else about the account's current subscription. */
export function subscribed(
  change: Partial<Subscription> | ((subscription: Subscription) => Partial<Subscription>),
): BillingAdapter {
  const adapter = adapterFor('mid-month');
  return withoutOwnInvoice({
    ...adapter,
    listSubscriptions: async (options) => {
      const { items, next } = await adapter.listSubscriptions(options);
      const [current] = items;
      const changed = current && { ...current, ...(typeof change === 'function' ? change(current) : change) };
      return { items: changed ? [changed, ...items.slice(1)] : items, next };
    },
  });
}

/** An answer of a back end that is down. */
export const fails = (): Promise<never> => Promise.reject(new BillingError('unavailable', 'The story has it so.'));

/** Shows a failure at once, without the tries before it. */
function impatient(adapter: BillingAdapter): BillingAdapter {
  storeFor(adapter, { tries: 1 });
  return adapter;
}

/** One that leaves the next invoice to the page: what a story says of its subscriptions is no news to it. */
function withoutOwnInvoice(adapter: BillingAdapter): BillingAdapter {
  const without = { ...adapter };
  delete without.previewNextInvoice;
  return impatient(without);
}
