import { createBackend, type ScenarioName } from '../../mock-api/index.js';
import type { MemoryAdapter } from '../../src/adapters/memory.js';
import type { Quote, Subscription, SubscriptionChange, WriteOptions } from '../../src/api/index.js';

let keys = 0;

/** A key that no other write has, with a version where one is needed. */
export const anew = (ifVersion?: string): WriteOptions => ({
  idempotencyKey: `key-${++keys}`,
  ...(ifVersion !== undefined && { ifVersion }),
});

export const backendOf = (name: ScenarioName = 'mid-month'): MemoryAdapter => createBackend(name);

/** The subscription that all scenarios have. */
export async function answering(backend: MemoryAdapter): Promise<Subscription> {
  const found = (await backend.listSubscriptions()).items.find(({ id }) => id === 'sub_answering');
  if (!found) throw new Error('there is no such subscription');
  return found;
}

export const quote = (backend: MemoryAdapter, change: SubscriptionChange): Promise<Quote> =>
  backend.previewChange('sub_answering', change);

/** Quotes a change and commits it. */
export async function change(
  backend: MemoryAdapter,
  wanted: SubscriptionChange,
): Promise<{ quote: Quote; subscription: Subscription }> {
  const quoted = await quote(backend, wanted);
  const { version } = await answering(backend);
  const agreed = { change: wanted, quote: quoted.id, total: quoted.dueNow };
  return { quote: quoted, subscription: await backend.changeSubscription('sub_answering', agreed, anew(version)) };
}

export const plan = (id: string): SubscriptionChange => ({ kind: 'plan', plan: id });

/** All add-ons that it shall have, with consent to the terms of each. */
export const addOns = (...ids: string[]): SubscriptionChange => ({
  kind: 'add-ons',
  addOns: ids,
  consents: Object.fromEntries(ids.map((id) => [id, '2026-01'])),
});

export const cancel: SubscriptionChange = { kind: 'cancel', reason: '' };

/** The lines of the invoice that the next month begins with: subscription, kind and amount. */
export async function monthEnd(backend: MemoryAdapter): Promise<[string, string][]> {
  const id = backend.control.endMonth();
  if (id === null) return [];
  return (await backend.getInvoice(id)).lines.items.map(({ kind, amount }) => [kind, amount.amount]);
}
