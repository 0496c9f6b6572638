import { describe, expect, test } from 'vitest';
import { createBackend, mockFetch, scenarios, type ScenarioName } from '../../mock-api/index.js';
import { restAdapter } from '../../src/adapters/rest.js';
import * as schemas from '../../src/api/index.js';
import { ask, pages, read } from './read.js';

const NAMES = Object.keys(scenarios) as ScenarioName[];
const MONTH = 'from=2026-09-01&to=2026-10-01';

const PATHS = [
  ['/capabilities', schemas.capabilitiesSchema],
  ['/account', schemas.accountSchema],
  ['/plans', schemas.planPageSchema],
  ['/subscriptions', schemas.subscriptionPageSchema],
  [`/subscriptions/sub_answering/usage?${MONTH}`, schemas.usageSchema],
  ['/payment-methods', schemas.paymentMethodPageSchema],
  ['/invoices', schemas.invoicePageSchema],
] as const;

const OTHERS = [
  '/contacts',
  '/alert-preferences',
  '/members',
  '/subscriptions/sub_answering/add-ons',
  `/subscriptions/sub_answering/usage-records?${MONTH}`,
];

describe.each(NAMES.filter((name) => name !== 'failing'))('%s', (name) => {
  const backend = createBackend(name);

  test.each(PATHS)('answers %s as the contract has it', async (path, schema) => {
    const answer = await read(backend, path);
    expect(schemas.check<unknown>(schema, answer, path)).toEqual(answer);
  });

  test.each(OTHERS)('answers %s', async (path) => {
    expect((await ask(backend, path)).status).toBe(200);
  });
});

test('an answer has a name and is kept by nobody', async () => {
  const { headers } = await ask(createBackend('mid-month'), '/account');
  expect(headers.get('request-id')).toMatch(/^req_/);
  expect(headers.get('cache-control')).toBe('private, no-store');
  expect(headers.get('content-type')).toBe('application/json');
});

test('a list is read to its end in pages', async () => {
  const backend = createBackend('mid-month');
  const all = await pages<schemas.Page<schemas.InvoiceSummary>>(backend, '/invoices?limit=5');
  expect(all.map(({ items }) => items.length)).toEqual([5, 5, 3]);
  expect(all.flatMap(({ items }) => items)).toEqual(backend.invoices());
});

test('an invoice is answered with its lines', async () => {
  const backend = createBackend('over-allowance');
  const [summary] = backend.invoices();
  expect(await read(backend, `/invoices/${summary?.id}`)).toMatchObject({ ...summary, lines: [{ kind: 'base' }] });
});

describe('a bad request', () => {
  const backend = createBackend('mid-month');
  const usage = '/subscriptions/sub_answering/usage';

  test.each([
    [`${usage}?to=2026-10-01`, 'from'],
    [`${usage}?from=2026-09-31&to=2026-10-01`, 'from'],
    [`${usage}?from=2026-10-01&to=2026-09-01`, 'to'],
    [`${usage}?from=2020-01-01&to=2026-09-01`, 'to'],
    ['/invoices?limit=0', 'limit'],
    ['/invoices?limit=101', 'limit'],
    ['/invoices?limit=ten', 'limit'],
    ['/invoices?cursor=unknown', 'cursor'],
  ])('%s is refused, naming "%s"', async (path, field) => {
    const response = await ask(backend, path);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const { kind, fields } = (await response.json()) as { kind: string; fields: object };
    expect([kind, Object.keys(fields)]).toEqual(['validation', [field]]);
  });

  test.each([`/subscriptions/sub_none/usage?${MONTH}`, '/invoices/inv_none', '/nowhere'])(
    '%s is not found',
    async (path) => {
      const response = await ask(backend, path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ status: 404, kind: 'not-found' });
    },
  );
});

test.each([...PATHS.map(([path]) => path), ...OTHERS])('a back end that fails answers %s with 503', async (path) => {
  const response = await ask(createBackend('failing'), path);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ kind: 'unavailable' });
});

describe('the REST adapter', () => {
  const adapterOf = (name: ScenarioName) =>
    restAdapter({ baseUrl: '/billing/v1', fetch: mockFetch(createBackend(name)) });

  test('reads the mock', async () => {
    expect(await adapterOf('nothing-yet').getAccount()).toMatchObject({
      name: 'Spokes & Sprockets',
      status: 'trialing',
    });
  });

  test('learns what kind of failure it is', async () => {
    await expect(adapterOf('failing').getAccount()).rejects.toMatchObject({
      kind: 'unavailable',
      requestId: 'req_000001',
    });
  });
});

test('a request that is aborted rejects', async () => {
  const request = mockFetch(createBackend('mid-month'), { delayMs: 60_000 })('/billing/v1/account', {
    signal: AbortSignal.abort(),
  });
  await expect(request).rejects.toMatchObject({ name: 'AbortError' });
});
