import { describe, expect, test } from 'vitest';
import type { AgreedChange, AlertChoices, BillingAdapter, NewContact, NewMember } from '../../../src/api/index.js';
import { answers } from '../../answers.js';
import { adapterOf, adapterWith, failure, ok } from './script.js';

const period = { start: '2026-11-01', end: '2026-12-01' };
const usage = 'from=2026-11-01&to=2026-12-01';

const READS: [string, (adapter: Required<BillingAdapter>) => Promise<unknown>][] = [
  ['/capabilities', (adapter) => adapter.capabilities()],
  ['/account', (adapter) => adapter.getAccount()],
  ['/subscriptions', (adapter) => adapter.listSubscriptions()],
  ['/plans?cursor=p2', (adapter) => adapter.listPlans({ cursor: 'p2' })],
  ['/subscriptions/sub%2F1/add-ons', (adapter) => adapter.listAddOns('sub/1')],
  [`/subscriptions/sub%2F1/usage?${usage}`, (adapter) => adapter.getUsage('sub/1', { period })],
  [
    `/subscriptions/sub-1/usage-records?${usage}&form=records&limit=50`,
    (adapter) => adapter.listUsageRecords('sub-1', { period, limit: 50 }),
  ],
  [
    `/subscriptions/sub-1/usage-records?${usage}&form=columns&cursor=c2`,
    (adapter) => adapter.listUsageColumns('sub-1', { period, cursor: 'c2' }),
  ],
  ['/next-invoice', (adapter) => adapter.previewNextInvoice()],
  ['/invoices', (adapter) => adapter.listInvoices()],
  [
    '/invoices?status=paid&from=2026-01-01&to=2026-06-30&search=HD+1&cursor=a%26b&limit=20',
    (adapter) =>
      adapter.listInvoices({
        status: 'paid',
        from: '2026-01-01',
        to: '2026-06-30',
        search: 'HD 1',
        cursor: 'a&b',
        limit: 20,
      }),
  ],
  ['/invoices/in-1', (adapter) => adapter.getInvoice('in-1')],
  ['/invoices/in-1/lines?cursor=l2', (adapter) => adapter.listInvoiceLines('in-1', { cursor: 'l2' })],
  ['/payment-methods', (adapter) => adapter.listPaymentMethods()],
  ['/setup-sessions/set-1', (adapter) => adapter.getSetup('set-1')],
  ['/contacts', (adapter) => adapter.listContacts()],
  ['/alert-preferences', (adapter) => adapter.getAlertPreferences()],
  ['/members?limit=5', (adapter) => adapter.listMembers({ limit: 5 })],
  ['/outcomes/key%20one', (adapter) => adapter.findOutcome('key one')],
];

const options = { idempotencyKey: 'key-1', ifVersion: 'v7' };
const money = { amount: '10000', currency: 'USD', exponent: 2 };
const agreed: AgreedChange = { change: { kind: 'plan', plan: 'pm-200' }, quote: 'q-1', total: money };
const contact: NewContact = { name: 'Jo', email: 'jo@a.test', phone: '', receives: [] };
const member: NewMember = { name: 'Jo', email: 'jo@a.test', phone: '', products: [], rights: [] };
const choices: AlertChoices = { enabled: true, snoozedUntil: null, choices: [], thresholds: [] };
const method = { setup: 'set-1', billing: { ...addressOf('Jo') }, consent: 'v1', role: 'backup' as const };

const WRITES: [string, unknown, (adapter: Required<BillingAdapter>) => Promise<unknown>][] = [
  ['POST /subscriptions/sub-1/changes', agreed, (adapter) => adapter.changeSubscription('sub-1', agreed, options)],
  [
    'DELETE /subscriptions/sub-1/scheduled-changes/plan',
    undefined,
    (adapter) => adapter.undoScheduledChange('sub-1', 'plan', options),
  ],
  [
    'POST /invoices/in-1/payments',
    { method: 'pm-1', amount: money },
    (adapter) => adapter.payInvoice('in-1', { method: 'pm-1', amount: money }, options),
  ],
  ['POST /setup-sessions', { vault: 'sandbox' }, (adapter) => adapter.createSetupSession('sandbox', options)],
  ['POST /payment-methods', method, (adapter) => adapter.attachPaymentMethod(method, options)],
  [
    'PUT /payment-methods/roles',
    { default: 'pm-1', backups: [] },
    (adapter) => adapter.setPaymentRoles({ default: 'pm-1', backups: [] }, options),
  ],
  ['DELETE /payment-methods/pm-1', undefined, (adapter) => adapter.removePaymentMethod('pm-1', null, options)],
  [
    'DELETE /payment-methods/pm-1?replacement=pm-2',
    undefined,
    (adapter) => adapter.removePaymentMethod('pm-1', 'pm-2', options),
  ],
  ['POST /contacts', contact, (adapter) => adapter.addContact(contact, options)],
  ['PUT /contacts/con-1', contact, (adapter) => adapter.saveContact('con-1', contact, options)],
  ['DELETE /contacts/con-1', undefined, (adapter) => adapter.removeContact('con-1', options)],
  ['PUT /alert-preferences', choices, (adapter) => adapter.saveAlertPreferences(choices, options)],
  ['POST /members', member, (adapter) => adapter.inviteMember(member, options)],
  ['POST /members/mem-1/invitations', undefined, (adapter) => adapter.resendInvitation('mem-1', options)],
  ['PUT /members/mem-1', member, (adapter) => adapter.saveMember('mem-1', member, options)],
  ['DELETE /members/mem-1', undefined, (adapter) => adapter.removeMember('mem-1', options)],
];

describe('reads', () => {
  test.each(READS)('GET %s', async (path, read) => {
    const { adapter, sent } = adapterOf(ok({}));
    await read(adapter);
    expect(sent.map(({ url, init }) => [init.method, url])).toEqual([['GET', `/billing/v1${path}`]]);
  });

  test('a quote is asked for by POST, without a key', async () => {
    const { adapter, sent } = adapterOf(ok({}));
    await adapter.previewChange('sub-1', { kind: 'resume' }, { locale: 'de' });
    const [request] = sent;
    expect([request?.init.method, request?.url]).toEqual(['POST', '/billing/v1/subscriptions/sub-1/change-previews']);
    expect(request?.init.body).toBe('{"kind":"resume"}');
    expect(request?.init.headers).not.toHaveProperty('idempotency-key');
  });

  test('the language that is wanted goes along', async () => {
    const { adapter, sent } = adapterOf(ok({}));
    await adapter.listPlans({ locale: 'de-AT' });
    expect(sent[0]?.init.headers).toMatchObject({ 'accept-language': 'de-AT' });
  });
});

describe('writes', () => {
  test.each(WRITES)('%s', async (line, body, write) => {
    const { adapter, sent } = adapterOf(ok({}));
    await write(adapter);
    const [request] = sent;
    expect(`${request?.init.method} ${request?.url.replace('/billing/v1', '')}`).toBe(line);
    expect(request?.init.body).toBe(body === undefined ? undefined : JSON.stringify(body));
    expect(request?.init.headers).toMatchObject({ 'idempotency-key': 'key-1', 'if-match': '"v7"' });
  });

  test('by cookie bring a header that no form can send', async () => {
    const { adapter, sent } = adapterOf(ok({}));
    await adapter.getAccount();
    await adapter.removeContact('con-1', options);
    expect(sent.map(({ init }) => (init.headers as Record<string, string>)['x-billing-kit'])).toEqual([undefined, '1']);
  });

  test.each([{ idempotencyKey: 'a\nb' }, { idempotencyKey: '' }, { idempotencyKey: 'k', ifVersion: 'naïve\u2028' }])(
    'what can not stand in a header is not sent: %j',
    async (bad) => {
      const { adapter, sent } = adapterOf(ok({}));
      expect((await failure(adapter.removeContact('con-1', bad))).kind).toBe('validation');
      expect(sent).toEqual([]);
    },
  );
});

test('the base address may end in a slash', async () => {
  const { adapter, sent } = adapterWith({ baseUrl: 'https://api.test/billing/v1/' }, ok({}));
  await adapter.getAccount();
  expect(sent[0]?.url).toBe('https://api.test/billing/v1/account');
});

test.each(['.', '..', ''])('the id %j does not become a path', async (id) => {
  const { adapter, sent } = adapterOf(ok({}));
  expect((await failure(adapter.getUsage(id, { period }))).kind).toBe('validation');
  expect((await failure(adapter.removeMember(id, options))).kind).toBe('validation');
  expect(sent).toEqual([]);
});

test('the answer is handed on as it came', async () => {
  expect(await adapterOf(ok(answers.account())).adapter.getAccount()).toEqual(answers.account());
});

test('cookies go to the same origin only, unless the host says otherwise', async () => {
  const { adapter, sent } = adapterOf(ok({}));
  await adapter.getAccount();
  expect(sent[0]?.init.credentials).toBe('same-origin');
  const other = adapterWith({ credentials: 'include' }, ok({}));
  await other.adapter.getAccount();
  expect(other.sent[0]?.init.credentials).toBe('include');
});

describe('a card number', () => {
  const holding = { ...contact, name: 'Visa 4242-4242 4242 4242' };

  test('case 87: is not sent, and not quoted', async () => {
    const { adapter, sent } = adapterOf(ok({}));
    const error = await failure(adapter.addContact(holding, options));
    expect(error).toMatchObject({ kind: 'validation', code: 'card-number', fields: { name: 'card-number' } });
    expect(error.message).not.toContain('4242');
    expect(sent).toEqual([]);
  });

  test('is not searched for', async () => {
    const { adapter, sent } = adapterOf(ok({}));
    expect(await failure(adapter.listInvoices({ search: '4242424242424242' }))).toMatchObject({ code: 'card-number' });
    expect(sent).toEqual([]);
  });
});

function addressOf(name: string) {
  return { name, country: 'US', line1: '1 Pier Road', line2: '', city: 'Portland', region: 'ME', postalCode: '04101' };
}
