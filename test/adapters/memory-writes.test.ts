import { describe, expect, test, vi } from 'vitest';
import { createBackend } from '../../mock-api/index.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { BackendChange, NewContact, UsageRecord } from '../../src/api/index.js';
import { addOns, anew, answering, backendOf, cancel, change, monthEnd, plan, quote } from './memory.js';

const someone: NewContact = { name: 'Ada Quinn', email: 'ada@harborside.example', phone: '', receives: [] };
const key = (idempotencyKey: string) => ({ idempotencyKey });

describe('a key', () => {
  test('makes a write happen once, with one answer', async () => {
    const backend = backendOf();
    const [first, again] = [await backend.addContact(someone, key('k')), await backend.addContact(someone, key('k'))];
    expect(again).toEqual(first);
    expect((await backend.listContacts()).items.filter(({ name }) => name === 'Ada Quinn')).toHaveLength(1);
    expect(backend.control.writes()).toEqual([{ key: 'k', what: 'addContact', charged: null }]);
  });

  test('charges once, and the ledger says how much', async () => {
    const backend = backendOf();
    const { id, dueNow } = await quote(backend, plan('minutes-500'));
    const { version } = await answering(backend);
    const send = () =>
      backend.changeSubscription(
        'sub_answering',
        { change: plan('minutes-500'), quote: id, total: dueNow },
        { ...key('once'), ifVersion: version },
      );
    expect(await send()).toEqual(await send());
    expect(backend.control.writes()).toEqual([{ key: 'once', what: 'changeSubscription', charged: dueNow }]);
    expect((await backend.listInvoices()).items.filter(({ issueDate }) => issueDate === '2026-11-18')).toHaveLength(1);
  });

  test('isn’t used for something else', async () => {
    const backend = backendOf();
    await backend.addContact(someone, key('k'));
    const refused = { kind: 'conflict', code: 'key-reused' };
    await expect(backend.addContact({ ...someone, name: 'Bo' }, key('k'))).rejects.toMatchObject(refused);
    await expect(backend.createSetupSession('sandbox', key('k'))).rejects.toMatchObject(refused);
  });

  test('remembers a refusal, and the state is as it was', async () => {
    const backend = backendOf();
    const bad = { ...someone, email: 'nowhere' };
    const first = await backend.addContact(bad, key('k')).catch((error: unknown) => error);
    const again = await backend.addContact(bad, key('k')).catch((error: unknown) => error);
    expect(first).toMatchObject({ kind: 'validation', code: 'malformed-email', fields: { email: 'malformed-email' } });
    expect(again).toEqual(first);
    expect(await backend.findOutcome('k')).toEqual({
      key: 'k',
      status: 'failed',
      kind: 'validation',
      code: 'malformed-email',
    });
    expect(backend.control.writes()).toEqual([]);
  });

  test.each(['', 'x'.repeat(256), 'line\nbreak'])('that is none is refused: %j', async (bad) => {
    const refused = { kind: 'validation', code: 'key-missing' };
    await expect(backendOf().addContact(someone, key(bad))).rejects.toMatchObject(refused);
  });

  test('tells what became of its write', async () => {
    const backend = backendOf();
    expect(await backend.findOutcome('k')).toEqual({ key: 'k', status: 'unknown' });
    await backend.addContact(someone, key('k'));
    expect(await backend.findOutcome('k')).toEqual({ key: 'k', status: 'succeeded' });
    expect((await backend.findOutcome('constructor')).status).toBe('unknown');
  });

  test('of a payment that was declined has failed, though it was answered', async () => {
    const backend = backendOf('past-due');
    const [invoice] = (await backend.listInvoices()).items;
    if (!invoice) throw new Error('no invoice');
    await backend.payInvoice(invoice.id, { method: 'pm_visa', amount: invoice.amountDue }, key('k'));
    expect(await backend.findOutcome('k')).toEqual({
      key: 'k',
      status: 'failed',
      kind: 'payment-declined',
      code: 'insufficient-funds',
    });
  });
});

test('while the back end is down nothing is answered and nothing is remembered', async () => {
  const backend = backendOf();
  backend.control.failing = true;
  await expect(backend.addContact(someone, key('k'))).rejects.toMatchObject({ kind: 'unavailable' });
  await expect(backend.getAccount()).rejects.toMatchObject({ kind: 'unavailable', retryable: true });
  backend.control.failing = false;
  expect((await backend.findOutcome('k')).status).toBe('unknown');
  expect((await backend.addContact(someone, key('k'))).name).toBe('Ada Quinn');
});

test('a card number is refused in any text, and isn’t kept', async () => {
  const backend = backendOf();
  const refused = { kind: 'validation', code: 'card-number', fields: { '[0].name': 'card-number' } };
  const number = '4242 4242 4242 4242';
  await expect(backend.addContact({ ...someone, name: `my ${number}` }, key('k'))).rejects.toMatchObject(refused);
  expect(JSON.stringify(backend.control.snapshot())).not.toContain(number);
});

describe('a version', () => {
  test('is needed where there is one, and an old one is refused', async () => {
    const backend = backendOf();
    const [contact] = (await backend.listContacts()).items;
    const id = contact?.id ?? '';
    const saved = await backend.saveContact(id, someone, anew(contact?.version));
    expect(saved.version).not.toBe(contact?.version);
    const missing = { kind: 'validation', code: 'version-missing' };
    await expect(backend.saveContact(id, someone, anew())).rejects.toMatchObject(missing);
    await expect(backend.removeContact(id, anew())).rejects.toMatchObject(missing);
    const stale = { kind: 'stale-version' };
    await expect(backend.saveContact(id, someone, anew(contact?.version))).rejects.toMatchObject(stale);
    await backend.removeContact(id, anew(saved.version));
    await expect(backend.removeContact(id, anew(saved.version))).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('of a subscription changes with all that is read of it, and with each change', async () => {
    const backend = backendOf();
    const versions = [(await answering(backend)).version];
    const { subscription } = await change(backend, cancel);
    versions.push(subscription.version);
    versions.push((await backend.undoScheduledChange('sub_answering', 'cancel', anew(subscription.version))).version);
    await change(backend, plan('minutes-100'));
    versions.push((await answering(backend)).version);
    backend.control.endMonth();
    versions.push((await answering(backend)).version);
    expect(new Set(versions).size).toBe(versions.length);
  });
});

describe('a read', () => {
  test('that nobody waits for rejects', async () => {
    await expect(backendOf().getAccount({ signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: 'aborted' });
  });

  test('answers with a copy', async () => {
    const backend = backendOf();
    const [member] = (await backend.listMembers()).items as unknown as { name: string }[];
    if (member) member.name = 'Somebody else';
    expect((await backend.listMembers()).items[0]?.name).toBe('Marta Oliveira');
  });

  test('pages lists by the last id', async () => {
    const backend = backendOf();
    const first = await backend.listInvoices({ limit: 10 });
    const rest = await backend.listInvoices({ limit: 10, cursor: first.next ?? '' });
    expect([first.items.length, rest.items.length, rest.next]).toEqual([10, 3, null]);
    const lines = await backend.listInvoiceLines(first.items[0]?.id ?? '', { limit: 2 });
    expect(lines.items).toHaveLength(2);
    expect(lines.next).toBe(lines.items[1]?.key);
  });

  test.each([
    [{ limit: 0 }, 'limit-out-of-range'],
    [{ limit: 101 }, 'limit-out-of-range'],
    [{ limit: 1.5 }, 'limit-out-of-range'],
    [{ cursor: 'nowhere' }, 'unknown-cursor'],
  ])('of the page %j is refused', async (query, code) => {
    await expect(backendOf().listInvoices(query)).rejects.toMatchObject({ kind: 'validation', code });
  });

  test('of columns has at most 20,000 rows', async () => {
    const period = { start: '2026-11-01', end: '2026-12-01' };
    const read = backendOf().listUsageColumns('sub_answering', { period, limit: 20_001 });
    await expect(read).rejects.toMatchObject({ code: 'limit-out-of-range' });
  });

  test.each([
    [{ start: '2026-11-31', end: '2026-12-01' }, 'malformed-date', 'period.start'],
    [{ start: '2026-12-01', end: '2026-11-01' }, 'period-reversed', 'period.end'],
  ])('of the period %j is refused', async (period, code, field) => {
    const read = backendOf().getUsage('sub_answering', { period });
    await expect(read).rejects.toMatchObject({ kind: 'validation', code, fields: { [field]: code } });
  });

  test('finds invoices by state, day and number', async () => {
    const backend = backendOf('past-due');
    const numbers = async (query: object) => (await backend.listInvoices(query)).items.map(({ number }) => number);
    expect(await numbers({ status: 'failed' })).toEqual(['HPH-0013']);
    expect(await numbers({ from: '2026-09-01', to: '2026-10-01' })).toEqual(['HPH-0012', 'HPH-0011']);
    expect(await numbers({ search: 'hph-0003 ' })).toEqual(['HPH-0003']);
  });

  test.each(['getUsage', 'listUsageRecords', 'listUsageColumns'] as const)('%s knows no other ids', async (method) => {
    const period = { start: '2026-11-01', end: '2026-12-01' };
    await expect(backendOf()[method]('sub_none', { period })).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('a listener', () => {
  test('hears what has to be read again, until it leaves', async () => {
    const backend = backendOf();
    const heard: BackendChange[] = [];
    const leave = backend.subscribe((each) => heard.push(each));
    await backend.addContact(someone, anew());
    await change(backend, addOns('on-call'));
    await expect(backend.addContact({ ...someone, name: '' }, anew())).rejects.toThrow();
    leave();
    await backend.addContact(someone, anew());
    expect(heard.map(({ resources, subscription }) => [resources[0], subscription])).toEqual([
      ['contacts', undefined],
      ['subscriptions', 'sub_answering'],
    ]);
  });
});

describe('usage that comes in', () => {
  const record: UsageRecord = {
    id: 'live-1',
    startedAt: '2026-11-18T15:15:00Z',
    kind: 'operator',
    line: '+16175550142',
    caller: '+16175550199',
    callerName: '',
    recordedSeconds: 240,
    agentSeconds: 200,
    charge: 'operator',
    quantity: '240',
    notBilled: null,
  };
  const period = { start: '2026-11-18', end: '2026-11-19' };
  const seconds = async (backend = backendOf()) =>
    Number((await backend.getUsage('sub_answering', { period })).days[0]?.quantities['operator'] ?? 0);

  test('is in the sums, among the records and on the next invoice', async () => {
    const backend = backendOf();
    const heard = vi.fn();
    backend.subscribe(heard);
    const before = await seconds(backend);
    backend.control.addUsage('sub_answering', [record]);
    expect(await seconds(backend)).toBe(before + 240);
    expect(heard).toHaveBeenCalledWith({ resources: ['usage', 'usage-records'], subscription: 'sub_answering' });
    const { items } = await backend.listUsageRecords('sub_answering', { period });
    expect(items.at(-1)).toEqual(record);
    expect(items.map(({ startedAt }) => startedAt)).toEqual(items.map(({ startedAt }) => startedAt).sort());
  });

  test('is hidden until it has ended', async () => {
    const backend = backendOf();
    const before = await seconds(backend);
    backend.control.addUsage('sub_answering', [{ ...record, startedAt: '2026-11-18T15:18:00Z' }]);
    expect(await seconds(backend)).toBe(before);
    backend.control.now = '2026-11-18T15:22:00Z';
    expect(await seconds(backend)).toBeGreaterThanOrEqual(before + 240);
  });

  test('that can’t be kept is refused', () => {
    const { control } = backendOf();
    expect(() => control.addUsage('sub_answering', [{ ...record, quantity: '1.5' }])).toThrow('quantity');
    expect(() => control.addUsage('sub_none', [record])).toThrow('subscription');
  });
});

describe('a snapshot', () => {
  test('goes on exactly', async () => {
    const backend = backendOf('bounced-card');
    await change(backend, plan('minutes-100'));
    await backend.addContact(someone, key('k'));
    const other = memoryAdapter(JSON.parse(JSON.stringify(backend.control.snapshot())) as never);
    expect(await monthEnd(other)).toEqual(await monthEnd(backend));
    expect(other.control.snapshot()).toEqual(backend.control.snapshot());
    expect(await other.addContact(someone, key('k'))).toEqual(await backend.addContact(someone, key('k')));
  });

  test('doesn’t go back in time', () => {
    const { control } = backendOf();
    expect(() => (control.now = '2026-11-18T15:19:59Z')).toThrow(RangeError);
  });
});

describe('storage', () => {
  function memory(): Storage & { readonly entries: Map<string, string> } {
    const entries = new Map<string, string>();
    return {
      entries,
      getItem: (name: string) => entries.get(name) ?? null,
      setItem: (name: string, value: string) => void entries.set(name, value),
      removeItem: (name: string) => void entries.delete(name),
    } as unknown as Storage & { readonly entries: Map<string, string> };
  }

  test('keeps a back end over a reload', async () => {
    const storage = memory();
    const before = createBackend('mid-month', { storage });
    await before.addContact(someone, anew());
    before.control.now = '2026-12-02T12:00:00Z';
    const after = createBackend('mid-month', { storage });
    expect(after.control.snapshot()).toEqual(before.control.snapshot());
    expect([...storage.entries.keys()]).toEqual(['billing-kit:acct_harborside']);
  });

  test.each(['{', 'null', '{"account":{"id":"acct_harborside"}}', '{"account":{"id":"acct_other"}}'])(
    'that is broken is ignored, with one warning: %s',
    (text) => {
      const storage = memory();
      storage.setItem('here', text);
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
      const backend = createBackend('mid-month', { storage, storageKey: 'here' });
      expect(backend.control.now).toBe('2026-11-18T15:20:00Z');
      expect(warn).toHaveBeenCalledTimes(1);
      warn.mockRestore();
    },
  );

  test('that is full doesn’t stop the page', async () => {
    const storage = { ...memory(), setItem: () => { throw new Error('full'); } }; // prettier-ignore
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const backend = createBackend('mid-month', { storage });
    expect((await backend.addContact(someone, anew())).name).toBe('Ada Quinn');
    expect(warn).toHaveBeenCalled();
    warn.mockRestore();
  });
});
