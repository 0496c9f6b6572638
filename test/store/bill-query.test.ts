import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBackend } from '../../mock-api/index.js';
import { BillingError, type BillingAdapter, type NextInvoice } from '../../src/api/index.js';
import { BillQuery } from '../../src/store/bill-query.js';
import { Permissions } from '../../src/store/permissions.js';
import { WriteController } from '../../src/store/write.js';
import { saveContact } from '../../src/store/writes/contacts.js';
import { changeSubscription } from '../../src/store/writes/subscriptions.js';
import { book, hosts, may, page, pass, settle } from './book.js';
import { FakeHost } from './fake-host.js';

beforeEach(() => vi.useFakeTimers());
afterEach(async () => {
  for (const host of hosts.splice(0)) host.disconnect();
  await settle();
  vi.useRealTimers();
});

function connected<T>(make: (host: FakeHost) => T): T {
  const host = new FakeHost();
  const made = make(host);
  hosts.push(host);
  host.connect();
  return made;
}

/** The bill of an account in the middle of a month, whose back end has this say in its next invoice. */
async function billWith(previewNextInvoice: BillingAdapter['previewNextInvoice'] | undefined) {
  const backend = createBackend('mid-month');
  vi.setSystemTime(Date.parse((await backend.getAccount()).now));
  const adapter: Partial<BillingAdapter> = { ...backend, ...(previewNextInvoice && { previewNextInvoice }) };
  if (!previewNextInvoice) delete adapter.previewNextInvoice;
  const store = page(adapter as BillingAdapter);
  const query = connected((host) => new BillQuery(host, () => store));
  await settle();
  return query;
}

test('a bill is the page’s own where the back end has no say', async () => {
  expect((await billWith(undefined)).bill).toMatchObject({ status: 'ready', data: { difference: null } });
});

test('case 44: a bill waits for the back end’s own: no amount is shown that may jump', async () => {
  let answer: (next: NextInvoice | null) => void = () => undefined;
  const query = await billWith(() => new Promise((resolve) => (answer = resolve)));
  expect(query.bill).toMatchObject({ status: 'loading', data: undefined });
  vi.spyOn(console, 'warn').mockReturnValueOnce();
  answer(null);
  await settle();
  expect(query.bill).toMatchObject({ status: 'ready', data: { invoice: null, difference: { server: null } } });
});

test('a bill does without the back end’s own where that fails', async () => {
  const query = await billWith(() => Promise.reject(new BillingError('unavailable', '')));
  await pass(2000);
  expect(query.bill).toMatchObject({ status: 'ready', error: undefined, data: { difference: null } });
});

test('a bill stays as it was until all that a write has changed is read again', async () => {
  const backend = createBackend('mid-month');
  vi.setSystemTime(Date.parse((await backend.getAccount()).now));
  const warned = vi.spyOn(console, 'warn').mockClear();
  let answer: () => void = () => undefined;
  const waits = vi.fn<() => Promise<void>>().mockResolvedValue(undefined);
  const store = page({
    ...backend,
    previewNextInvoice: async () => {
      await waits();
      return (await backend.previewNextInvoice?.()) ?? null;
    },
  });
  const bills = connected((host) => new BillQuery(host, () => store));
  const write = connected((host) => new WriteController(host, () => store, changeSubscription));
  await settle();
  const before = bills.bill.data?.invoice?.total;
  const [subscription] = bills.standing.data?.subscriptions ?? [];
  const change = { kind: 'cancel', reason: '' } as const;
  const quote = await backend.previewChange?.(subscription?.id ?? '', change);
  waits.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  const agreed = { change, quote: quote?.id ?? '', total: quote?.dueNow };
  const sent = write.submit(
    { subscription: subscription?.id ?? '', agreed },
    { ifVersion: subscription?.version ?? '' },
  );
  await settle();
  expect((await sent).status).toBe('done');
  expect(bills.standing.data?.subscriptions[0]?.end).toBe('2026-12-01');
  expect(bills.bill.data?.invoice?.total).toEqual(before);
  answer();
  await settle();
  expect(bills.bill.data?.invoice?.total).not.toEqual(before);
  expect(bills.bill.data?.difference).toBeNull();
  expect(warned).not.toHaveBeenCalled();
});

test('permissions say what may be done, and why not', async () => {
  const reason = 'Ask an owner.';
  const { adapter } = book({}, may({ members: { read: true, write: false, reason } }));
  const store = page(adapter);
  const permissions = connected((host) => new Permissions(host, () => store));
  expect(permissions.of('contacts')).toEqual({ isKnown: false, read: false, write: false, reason: '' });
  await settle();
  expect(permissions.of('contacts')).toMatchObject({ isKnown: true, read: true, write: true });
  expect(permissions.of('members')).toMatchObject({ write: false, reason });
  expect(permissions.of('plans')).toMatchObject({ isKnown: true, read: false, write: false });
  expect(permissions.features.idempotency).toBe(true);
  expect(permissions.can(saveContact)).toBe(true);
  expect(permissions.can({ ...saveContact, method: 'addContact' })).toBe(false);
});
