import { describe, expect, test } from 'vitest';
import { createBackend, mockFetch, scenarios, type ScenarioName } from '../../mock-api/index.js';
import { restAdapter } from '../../src/adapters/rest.js';
import type { AlertPreferences, BillingAdapter, Contact, Member, Page, Subscription } from '../../src/api/index.js';
import { answerFaults, operations } from '../api/openapi-document.js';

const MONTH = 'from=2026-09-01&to=2026-10-01';
const SUBSCRIPTION = { id: 'sub_answering' };

const READS: readonly [operation: string, query?: string][] = [
  ['GET /capabilities'],
  ['GET /account'],
  ['GET /plans'],
  ['GET /subscriptions'],
  ['GET /subscriptions/{id}/usage', MONTH],
  ['GET /subscriptions/{id}/usage-records', MONTH],
  ['GET /subscriptions/{id}/usage-records', `${MONTH}&form=columns&limit=500`],
  ['GET /subscriptions/{id}/add-ons'],
  ['GET /next-invoice'],
  ['GET /invoices', 'status=paid&search=1'],
  ['GET /payment-methods'],
  ['GET /contacts'],
  ['GET /alert-preferences'],
  ['GET /members'],
];

interface Given {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly version?: string;
}

/** Asks a back end for an operation of the document, and holds the answer against it. */
function client(target: BillingAdapter) {
  const fetch = mockFetch(target);
  let keys = 0;
  return async <T>(operation: string, { params = {}, query = '', body, version }: Given = {}) => {
    const [method = '', template = ''] = operation.split(' ');
    const path = template.replace(/{(\w+)}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const response = await fetch(`/billing/v1${path}?${query}`, {
      method,
      headers: {
        'idempotency-key': `key-${(keys += 1)}`,
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { status } = response;
    const type = response.headers.get('content-type') ?? '';
    const answer: unknown = type.includes('json') ? await response.json() : await response.text();
    expect(answerFaults(operation, status, type, answer)).toEqual([]);
    return { status, answer: answer as T };
  };
}

describe.each(Object.keys(scenarios) as ScenarioName[])('%s', (name) => {
  test('answers each read as the document has it', { timeout: 20_000 }, async () => {
    const call = client(createBackend(name));
    for (const [operation, query = ''] of READS) {
      const { status } = await call(operation, { params: SUBSCRIPTION, query });
      const expected = name === 'failing' ? [503] : operation === 'GET /next-invoice' ? [200, 204] : [200];
      expect(expected).toContain(status);
    }
  });
});

test('each operation can be asked for, and answers as the document has it', { timeout: 20_000 }, async () => {
  const backend = createBackend('mid-month');
  const asked = new Set(['GET /events']);
  const ask = client(backend);
  const call: typeof ask = (operation, given) => {
    asked.add(operation);
    return ask(operation, given);
  };
  for (const [operation, query = ''] of READS) await call(operation, { params: SUBSCRIPTION, query });
  await subscriptions(call);
  await invoices(call);
  await paymentMethods(call, (setup) => backend.control.confirmSetup(setup, 'test_visa_ok'));
  await people(call);
  await call('GET /outcomes/{key}', { params: { key: 'key-1' } });
  expect([...asked].sort()).toEqual(operations.map(({ name }) => name).sort());
});

type Call = ReturnType<typeof client>;

async function subscriptions(call: Call): Promise<void> {
  const { answer } = await call<Page<Subscription>>('GET /subscriptions');
  const [{ id, version } = { id: '', version: '' }] = answer.items;
  const change = { kind: 'cancel', reason: 'too quiet' };
  const quote = await call<{ id: string; dueNow: object }>('POST /subscriptions/{id}/change-previews', {
    params: { id },
    body: change,
  });
  const agreed = { change, quote: quote.answer.id, total: quote.answer.dueNow };
  const path = { params: { id }, body: agreed };
  expect((await call('POST /subscriptions/{id}/changes', path)).status).toBe(428);
  expect((await call('POST /subscriptions/{id}/changes', { ...path, version: 'old' })).status).toBe(412);
  const changed = await call<Subscription>('POST /subscriptions/{id}/changes', { ...path, version });
  expect([changed.status, changed.answer.end]).toEqual([200, '2026-12-01']);
  const undone = await call<Subscription>('DELETE /subscriptions/{id}/scheduled-changes/{kind}', {
    params: { id, kind: 'cancel' },
    version: changed.answer.version,
  });
  expect([undone.status, undone.answer.end]).toEqual([200, null]);
}

async function invoices(call: Call): Promise<void> {
  const { answer } = await call<Page<{ id: string; total: object }>>('GET /invoices');
  const [{ id, total } = { id: '', total: {} }] = answer.items;
  expect((await call('GET /invoices/{id}', { params: { id } })).status).toBe(200);
  expect((await call('GET /invoices/{id}', { params: { id: 'none' } })).status).toBe(404);
  expect((await call('GET /invoices/{id}/lines', { params: { id } })).status).toBe(200);
  expect((await call('GET /invoices/{id}/pdf', { params: { id } })).status).toBe(501);
  const payment = { params: { id }, body: { method: 'pm_visa', amount: total } };
  expect((await call('POST /invoices/{id}/payments', payment)).status).toBe(409);
}

async function paymentMethods(call: Call, confirm: (setup: string) => unknown): Promise<void> {
  const billing = {
    name: 'M',
    country: 'US',
    line1: '1 Pier',
    line2: '',
    city: 'Boston',
    region: 'MA',
    postalCode: '02110',
  };
  const session = await call<{ id: string; consent: { version: string } }>('POST /setup-sessions', {
    body: { vault: 'sandbox' },
  });
  const { id, consent } = session.answer;
  confirm(id);
  expect((await call('GET /setup-sessions/{id}', { params: { id } })).answer).toMatchObject({ status: 'succeeded' });
  const listed = await call<{ version: string; items: { id: string }[] }>('POST /payment-methods', {
    body: { setup: id, billing, consent: consent.version, role: 'backup' },
  });
  const ids = listed.answer.items.map((each) => each.id);
  const roles = await call<{ version: string }>('PUT /payment-methods/roles', {
    body: { default: ids.at(-1), backups: ids.slice(0, -1) },
    version: listed.answer.version,
  });
  const removed = await call<{ items: object[] }>('DELETE /payment-methods/{id}', {
    params: { id: ids.at(-1) ?? '' },
    query: 'replacement=pm_visa',
    version: roles.answer.version,
  });
  expect([removed.status, removed.answer.items[0]]).toMatchObject([200, { id: 'pm_visa', role: 'default' }]);
}

async function people(call: Call): Promise<void> {
  const contact = {
    name: 'Jo',
    email: 'jo@a.example',
    phone: '',
    receives: [{ topic: 'invoices', channels: ['email'] }],
  };
  const added = await call<Contact>('POST /contacts', { body: contact });
  expect(added.status).toBe(201);
  const params = { id: added.answer.id };
  const saved = await call<Contact>('PUT /contacts/{id}', { params, body: contact, version: added.answer.version });
  expect((await call('DELETE /contacts/{id}', { params, version: saved.answer.version })).status).toBe(204);

  const preferences = await call<AlertPreferences>('GET /alert-preferences');
  const { version, enabled, snoozedUntil, choices, thresholds } = preferences.answer;
  const body = { enabled: !enabled, snoozedUntil, choices, thresholds };
  expect((await call('PUT /alert-preferences', { body, version })).answer).toMatchObject({ enabled: !enabled });

  const member = { name: 'Ash', email: 'ash@a.example', phone: '', products: ['sub_answering'], rights: [] };
  const invited = await call<Member>('POST /members', { body: member });
  const again = await call<Member>('POST /members/{id}/invitations', {
    params: { id: invited.answer.id },
    version: invited.answer.version,
  });
  const named = await call<Member>('PUT /members/{id}', {
    params: { id: invited.answer.id },
    body: { ...member, name: 'Ash M.' },
    version: again.answer.version,
  });
  const leaving = { params: { id: invited.answer.id }, version: named.answer.version };
  expect((await call('DELETE /members/{id}', leaving)).status).toBe(204);
}

describe('a bad request', () => {
  const call = client(createBackend('nothing-yet'));

  test.each([
    ['usage', 'to=2026-10-01', 'from'],
    ['usage', 'from=2026-09-31&to=2026-10-01', 'from'],
    ['usage', 'from=2026-10-01&to=2026-09-01', 'to'],
    ['usage', 'from=2020-01-01&to=2026-09-01', 'to'],
    ['usage-records', `${MONTH}&limit=101`, 'limit'],
    ['usage-records', `${MONTH}&form=columns&limit=20001`, 'limit'],
    ['usage-records', `${MONTH}&limit=0`, 'limit'],
    ['add-ons', 'limit=ten', 'limit'],
  ])('for %s?%s is refused, naming "%s"', async (list, query, field) => {
    const { status, answer } = await call<{ kind: string; fields: object }>(`GET /subscriptions/{id}/${list}`, {
      params: SUBSCRIPTION,
      query,
    });
    expect([status, answer.kind, Object.keys(answer.fields)]).toEqual([400, 'validation', [field]]);
  });

  test('of another shape is refused, naming its fields', async () => {
    const { status, answer } = await call('PUT /payment-methods/roles', { body: { default: 7 }, version: '1' });
    expect(status).toBe(400);
    expect(answer).toMatchObject({
      code: 'malformed-body',
      fields: { default: 'expected string', backups: 'is missing' },
    });
  });
});

describe('the sandbox', () => {
  const backend = createBackend('nothing-yet');
  const fetch = mockFetch(backend);
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const text = await (await fetch(`/billing/v1/sandbox/${path}`, init)).text();
    return text === '' ? undefined : JSON.parse(text);
  };

  test('has a clock', async () => {
    expect(await ask('GET', 'clock')).toEqual({ now: backend.control.now });
    expect(await ask('PUT', 'clock', { now: '2026-11-19T12:00:00Z' })).toEqual({ now: '2026-11-19T12:00:00Z' });
    expect(await ask('PUT', 'clock', { now: 'noon' })).toMatchObject({ kind: 'validation' });
    expect(backend.control.now).toBe('2026-11-19T12:00:00Z');
  });

  test('ends the month', async () => {
    expect(await ask('POST', 'month-end')).toHaveProperty('invoice');
    expect(backend.control.today).toBe('2026-12-02');
  });

  test('lets usage come in, and shows what was sent and done', async () => {
    await ask('POST', 'usage', { subscription: 'sub_answering', records: [] });
    expect(await ask('GET', 'outbox')).toEqual(backend.control.outbox());
    expect(await ask('GET', 'writes')).toEqual(backend.control.writes());
  });

  test('stands in for the processor', async () => {
    const adapter = restAdapter({ baseUrl: '/billing/v1', fetch });
    const { id } = await adapter.createSetupSession('sandbox', { idempotencyKey: 'setup' });
    expect(await ask('POST', `setups/${id}`, { token: 'test_visa_cvc_fail' })).toMatchObject({ id });
    expect((await adapter.getSetup(id)).checks.securityCode).toBe('fail');
  });
});

test('a request that is aborted rejects', async () => {
  const request = mockFetch(createBackend('nothing-yet'), { delayMs: 60_000 })('/billing/v1/account', {
    signal: AbortSignal.abort(),
  });
  await expect(request).rejects.toMatchObject({ name: 'AbortError' });
});
