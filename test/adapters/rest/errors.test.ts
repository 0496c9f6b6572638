import { describe, expect, test, vi } from 'vitest';
import { adapterOf, failure, kindOf, never, problem, status } from './script.js';

describe('errors', () => {
  test.each([
    [400, 'validation'],
    [401, 'unauthenticated'],
    [402, 'payment-declined'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'conflict'],
    [412, 'stale-version'],
    [418, 'contract'],
    [422, 'validation'],
    [428, 'validation'],
    [429, 'rate-limited'],
    [500, 'unavailable'],
    [501, 'unsupported'],
    [503, 'unavailable'],
    [504, 'timeout'],
  ] as const)('status %i without a description is %s', async (code, kind) => {
    expect(await kindOf(status(code))).toBe(kind);
  });

  test.each([
    [8, 500, 'unavailable', true],
    [14, 400, 'validation', false],
    [15, 404, 'not-found', false],
    [16, 403, 'forbidden', false],
  ] as const)('case %i: status %i is %s; that it may pass is %s', async (_case, code, kind, retryable) => {
    const { adapter, sent } = adapterOf(status(code));
    expect(await failure(adapter.getInvoice('in-1'))).toMatchObject({ kind, retryable });
    expect(sent).toHaveLength(1);
  });

  test('a problem document says more than its status', async () => {
    const body = { kind: 'conflict', code: 'plan-retired', fields: { plan: 'is retired' } };
    const error = await failure(adapterOf(problem(422, body, { 'Request-Id': 'req-7' })).adapter.getAccount());
    expect(error).toMatchObject({ ...body, requestId: 'req-7', message: 'GET /account: status 422' });
  });

  test.each([{ kind: 'network' }, { kind: 'strange' }, { kind: 7, code: {}, fields: [1] }, null, 'text'])(
    'a malformed problem %j leaves the status to speak',
    async (body) => {
      const error = await failure(adapterOf(problem(403, body)).adapter.getAccount());
      expect(error).toMatchObject({ kind: 'forbidden', code: undefined, fields: {} });
    },
  );

  test('a problem that is not JSON leaves the status to speak', async () => {
    expect(
      await kindOf(
        () => new Response('{"kind', { status: 503, headers: { 'content-type': 'application/problem+json' } }),
      ),
    ).toBe('unavailable');
  });

  test('cases 1 and 2: a connection that fails is a network error that keeps the query to itself', async () => {
    const { adapter } = adapterOf((_init, url) => Promise.reject(new TypeError(`failed to fetch ${url}`)));
    const error = await failure(adapter.listInvoices?.({ cursor: 'secret' }) ?? never());
    expect(error.kind).toBe('network');
    expect(error.message).toBe('GET /invoices: the back end can not be reached');
  });

  test('a fetch that breaks otherwise is an internal error', async () => {
    expect(await kindOf(() => Promise.reject(new RangeError('bug')))).toBe('internal');
  });
});

describe('Retry-After', () => {
  const waitOf = async (headers: Record<string, string>) =>
    (await failure(adapterOf(status(503, headers)).adapter.getAccount())).retryAfterMs;
  const date = 'Wed, 18 Nov 2026 15:00:00 GMT';

  test.each([
    ['2', 2000],
    ['0', 0],
    ['86400', 86_400_000],
    ['Wed, 18 Nov 2026 15:00:30 GMT', 30_000],
    ['Wed, 18 Nov 2026 14:00:00 GMT', 0],
  ])('cases 9, 10 and 11: %s is a wait of %i ms', async (value, ms) => {
    expect(await waitOf({ 'Retry-After': value, Date: date })).toBe(ms);
  });

  test.each(['-5', '2.5', 'soon', '', 'Wed, 99 Nov 2026 15:00:30 GMT', '2026-11-18T15:00:00Z'])(
    'case 12: %j says nothing',
    async (value) => {
      expect(await waitOf({ 'Retry-After': value, Date: date })).toBeUndefined();
    },
  );

  test('without a Date of the back end the own clock has to do', async () => {
    vi.useFakeTimers({ now: Date.parse(date), toFake: ['Date'] });
    const wait = await waitOf({ 'Retry-After': 'Wed, 18 Nov 2026 15:00:10 GMT' }).finally(() => vi.useRealTimers());
    expect(wait).toBe(10_000);
  });
});
