import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BillingAdapter, Page, PaymentMethod, Plan, VersionedPage } from '../../src/api/index.js';
import { keepIn } from '../../src/store/persistence.js';
import { readAccount } from '../../src/store/reads/account.js';
import { readContacts } from '../../src/store/reads/people.js';
import { readPaymentMethods } from '../../src/store/reads/payments.js';
import { readPlans } from '../../src/store/reads/subscriptions.js';
import { answers } from '../answers.js';
import { book, hosts, memoryStorage, page, pass, reading, settle } from './book.js';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-18T15:00:00Z') }));
afterEach(async () => {
  for (const host of hosts.splice(0)) host.disconnect();
  await settle();
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => undefined);

/** A visit of the page, which reads the account, its plans and its methods. */
async function visit(storage: ReturnType<typeof memoryStorage>, changes: Partial<BillingAdapter> = {}) {
  const listPlans = () => Promise.resolve(answers.plans() as Page<Plan>);
  const listPaymentMethods = () => Promise.resolve(answers.paymentMethods() as VersionedPage<PaymentMethod>);
  const { adapter } = book({ listPlans, listPaymentMethods, ...changes });
  const store = page(adapter, { persist: keepIn(storage, 'billing') });
  const all = [readAccount(), readPlans(), readPaymentMethods(), readContacts()] as const;
  const [account, plans, methods] = all.map((read) => reading<unknown>(store, read).query);
  await settle();
  return { account, plans, methods };
}

/** What an earlier visit, two minutes ago, has left. */
async function earlier() {
  const storage = memoryStorage();
  await visit(storage);
  await pass(1000);
  for (const host of hosts.splice(0)) host.disconnect();
  await pass(120_000);
  return storage;
}

describe('what is kept of an earlier visit', () => {
  test('is on show at once, as stale and with its time, while it is read again', async () => {
    const storage = await earlier();
    const { account, plans } = await visit(storage, { getAccount: never, listPlans: never });
    expect(plans?.state).toMatchObject({ status: 'ready', stale: true, fetching: true, data: answers.plans() });
    expect(account?.state.updatedAt?.toISOString()).toBe('2026-11-18T15:00:00.000Z');
  });

  test('gives way to what is read', async () => {
    const { plans } = await visit(await earlier(), { listPlans: () => Promise.resolve({ items: [], next: null }) });
    expect(plans?.state).toMatchObject({ stale: false, data: { items: [] } });
  });

  test('has of a way to pay what names it and no more, and no people', async () => {
    const storage = await earlier();
    const { methods } = await visit(storage, { listPaymentMethods: never });
    expect(methods?.state.data).toMatchObject({ items: [{ brand: 'visa', last4: '4242', expires: null, holder: '' }] });
    expect(storage.items.get('billing')).not.toMatch(/2027-04|Vega|ann@example/);
  });

  test('is gone when the session is another account’s', async () => {
    const other = { ...answers.account(), id: 'acc-2' };
    const { plans } = await visit(await earlier(), { getAccount: () => Promise.resolve(other), listPlans: never });
    expect(plans?.state).toMatchObject({ status: 'loading', data: undefined });
  });

  test.each([
    ['broken', () => '{"version":1,"acc'],
    ['of another version', (text: string) => text.replace('"version":1', '"version":2')],
    ['not what the contract says', (text: string) => text.replace('"139.00"', '139')],
  ])('is dropped where it is %s', async (_name, spoil) => {
    const storage = await earlier();
    storage.setItem('billing', spoil(storage.getItem('billing') ?? ''));
    const { plans } = await visit(storage, { listPlans: never });
    expect(plans?.state.status).toBe('loading');
  });

  test('is written when the last element leaves, and leaves no timer', async () => {
    const storage = memoryStorage();
    await visit(storage);
    for (const host of hosts.splice(0)) host.disconnect();
    await settle();
    expect(storage.items.has('billing')).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is no more than a million characters', async () => {
    const storage = memoryStorage();
    const [plan] = answers.plans().items;
    const items = Array.from({ length: 200 }, (_, index) => ({
      ...plan,
      id: `p-${index}`,
      description: 'x'.repeat(9000),
    }));
    await visit(storage, { listPlans: () => Promise.resolve({ items: items as never, next: null }) });
    await pass(1000);
    expect(storage.items.has('billing')).toBe(false);
  });
});
