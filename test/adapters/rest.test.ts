import { describe, expect, test, vi } from 'vitest';
import { restAdapter, type Fetch, type RestOptions } from '../../src/adapters/rest.js';
import { BillingError, type BillingErrorKind } from '../../src/api/index.js';
import { answers } from '../answers.js';

type Answer = (init: RequestInit, url: string) => Response | Promise<Response>;

/** An adapter whose back end gives these answers, one a request, the last one again and again. */
function adapterOf(...script: Answer[]) {
  return adapterWith({}, ...script);
}

function adapterWith(options: Partial<RestOptions>, ...script: Answer[]) {
  const sent: { url: string; init: RequestInit }[] = [];
  const fetch: Fetch = async (url, init) => {
    sent.push({ url, init });
    const answer = script[Math.min(sent.length, script.length) - 1];
    if (!answer) throw new Error('no answer is scripted');
    return answer(init, url);
  };
  return { adapter: restAdapter({ baseUrl: '/billing/v1', fetch, ...options }), sent };
}

const ok =
  (body: unknown): Answer =>
  () =>
    Response.json(body);
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response('<h1>No</h1>', { status: code, headers });
const problem =
  (code: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(JSON.stringify(body), {
      status: code,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
    });
const never = (): Promise<never> => new Promise(() => undefined);

async function failure(promise: Promise<unknown>): Promise<BillingError> {
  const error: unknown = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(BillingError);
  return error as BillingError;
}

const kindOf = async (...script: Answer[]): Promise<BillingErrorKind> =>
  (await failure(adapterOf(...script).adapter.getAccount())).kind;

describe('requests', () => {
  test('each read has its path', async () => {
    const { adapter, sent } = adapterOf(ok({}));
    await adapter.capabilities();
    await adapter.getAccount();
    await adapter.listSubscriptions();
    await adapter.listPlans?.();
    await adapter.getUsage?.('sub/1', { period: { start: '2026-11-01', end: '2026-12-01' } });
    await adapter.listPaymentMethods?.();
    await adapter.listInvoices?.();
    await adapter.listInvoices?.({ cursor: 'a&b', limit: 20 });
    expect(sent.map(({ url }) => url.replace('/billing/v1', ''))).toEqual([
      '/capabilities',
      '/account',
      '/subscriptions',
      '/plans',
      '/subscriptions/sub%2F1/usage?from=2026-11-01&to=2026-12-01',
      '/payment-methods',
      '/invoices',
      '/invoices?cursor=a%26b&limit=20',
    ]);
  });

  test('the base address may end in a slash', async () => {
    const { adapter, sent } = adapterWith({ baseUrl: 'https://api.test/billing/v1/' }, ok({}));
    await adapter.getAccount();
    expect(sent[0]?.url).toBe('https://api.test/billing/v1/account');
  });

  test.each(['.', '..', ''])('the id %j does not become a path', async (id) => {
    const { adapter, sent } = adapterOf(ok({}));
    const reading = adapter.getUsage?.(id, { period: { start: '2026-11-01', end: '2026-12-01' } });
    expect((await failure(reading ?? never())).kind).toBe('validation');
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
});

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
    [429, 'rate-limited'],
    [500, 'unavailable'],
    [501, 'unsupported'],
    [503, 'unavailable'],
  ] as const)('status %i without a description is %s', async (code, kind) => {
    expect(await kindOf(status(code))).toBe(kind);
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

  test('a connection that fails is a network error that keeps the query to itself', async () => {
    const { adapter } = adapterOf((_init, url) => Promise.reject(new TypeError(`failed to fetch ${url}`)));
    const error = await failure(adapter.listInvoices?.({ cursor: 'secret' }) ?? never());
    expect(error.kind).toBe('network');
    expect(error.message).toBe('GET /invoices: the back end can not be reached');
  });

  test('a fetch that breaks otherwise is an internal error', async () => {
    expect(await kindOf(() => Promise.reject(new RangeError('bug')))).toBe('internal');
  });
});

describe('answers that can not be read', () => {
  test.each(['{"id":"acc', '<!doctype html><title>Free Wi-Fi</title>', ''])(
    '%j is refused and not quoted',
    async (body) => {
      const error = await failure(adapterOf(() => new Response(body)).adapter.getAccount());
      expect(error.kind).toBe('contract');
      expect(error.message).toBe('GET /account: the answer is not JSON');
    },
  );

  test('no content is an empty list', async () => {
    const empty = { items: [], next: null };
    expect(await adapterOf(() => new Response(null, { status: 204 })).adapter.listInvoices?.()).toEqual(empty);
    expect(await adapterOf(() => new Response(null, { status: 204 })).adapter.listSubscriptions()).toEqual(empty);
  });

  test('null is not an empty list', async () => {
    expect(await adapterOf(ok(null)).adapter.listInvoices?.()).toBeNull();
  });

  test('an answer over 10 MB is refused before it is read to its end', async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull: (stream) => {
        pulled += 1;
        stream.enqueue(new Uint8Array(1_000_000));
      },
    });
    expect(await kindOf(() => new Response(endless))).toBe('contract');
    expect(pulled).toBeLessThan(20);
  });

  test('a connection that is lost within the body is a network error', async () => {
    const broken = new ReadableStream({ pull: (stream) => stream.error(new TypeError('terminated')) });
    expect(await kindOf(() => new Response(broken))).toBe('network');
  });
});

describe('time', () => {
  test('an answer that does not come is a timeout, and its request is aborted', async () => {
    const { adapter, sent } = adapterWith({ timeoutMs: 5 }, never);
    expect((await failure(adapter.getAccount())).kind).toBe('timeout');
    expect(sent[0]?.init.signal?.aborted).toBe(true);
  });

  test('a body that stalls behind its headers is a timeout', async () => {
    const stalled = new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{')) });
    const { adapter } = adapterWith({ timeoutMs: 5 }, () => new Response(stalled));
    expect((await failure(adapter.getAccount())).kind).toBe('timeout');
  });

  test('a read that nobody waits for is aborted', async () => {
    const controller = new AbortController();
    const { adapter, sent } = adapterOf(never);
    const error = failure(adapter.getAccount({ signal: controller.signal }));
    controller.abort();
    expect((await error).kind).toBe('aborted');
    expect(sent[0]?.init.signal?.aborted).toBe(true);
  });

  test('a read that was aborted before is not sent', async () => {
    const { adapter, sent } = adapterOf(never);
    expect((await failure(adapter.getAccount({ signal: AbortSignal.abort() }))).kind).toBe('aborted');
    expect(sent).toEqual([]);
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
  ])('%s is a wait of %i ms', async (value, ms) => {
    expect(await waitOf({ 'Retry-After': value, Date: date })).toBe(ms);
  });

  test.each(['-5', '2.5', 'soon', '', 'Wed, 99 Nov 2026 15:00:30 GMT', '2026-11-18T15:00:00Z'])(
    '%j says nothing',
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

describe('sessions', () => {
  const bearer = ({ headers }: RequestInit) => new Headers(headers).get('authorization');
  /** Refuses every token but this one. */
  const only =
    (token: string): Answer =>
    (init) =>
      bearer(init) === `Bearer ${token}` ? Response.json({}) : new Response(null, { status: 401 });
  const tokens = () => vi.fn(({ reason }: { reason: string }) => Promise.resolve(reason === 'expired' ? 'new' : 'old'));

  test('a token is asked for and sent with each request', async () => {
    const getToken = tokens();
    const { adapter, sent } = adapterWith({ getToken }, only('old'));
    await adapter.getAccount();
    await adapter.listSubscriptions();
    expect(sent.map(({ init }) => bearer(init))).toEqual(['Bearer old', 'Bearer old']);
  });

  test('a token that is refused is refreshed once, and the read sent again', async () => {
    const getToken = tokens();
    const { adapter, sent } = adapterWith({ getToken }, only('new'));
    expect(await adapter.getAccount()).toEqual({});
    expect(sent).toHaveLength(2);
  });

  test('five reads that are refused together share one refresh', async () => {
    const getToken = tokens();
    const { adapter } = adapterWith({ getToken }, only('new'));
    await Promise.all(Array.from({ length: 5 }, () => adapter.getAccount()));
    expect(getToken.mock.calls.filter(([{ reason }]) => reason === 'expired')).toHaveLength(1);
  });

  test('a read that is refused after a refresh takes the token of that', async () => {
    const getToken = tokens();
    let late: (response: Response) => void = () => undefined;
    const slow: Answer = () => new Promise((resolve) => (late = resolve));
    const { adapter } = adapterWith({ getToken }, slow, only('new'));
    const first = adapter.getAccount();
    await vi.waitFor(() => expect(getToken).toHaveBeenCalledTimes(1));
    await adapter.getAccount();
    late(new Response(null, { status: 401 }));
    expect(await first).toEqual({});
    expect(getToken.mock.calls.filter(([{ reason }]) => reason === 'expired')).toHaveLength(1);
  });

  test('a read that is aborted leaves the refresh to the others', async () => {
    let refreshed: (token: string) => void = () => undefined;
    const getToken = vi.fn(({ reason }: { reason: string }) =>
      reason === 'expired' ? new Promise<string>((resolve) => (refreshed = resolve)) : Promise.resolve('old'),
    );
    const { adapter } = adapterWith({ getToken }, only('new'));
    const controller = new AbortController();
    const first = failure(adapter.getAccount({ signal: controller.signal }));
    const second = adapter.getAccount();
    await vi.waitFor(() => expect(getToken).toHaveBeenCalledTimes(3));
    controller.abort();
    expect((await first).kind).toBe('aborted');
    refreshed('new');
    expect(await second).toEqual({});
  });

  test('a second refusal ends it', async () => {
    const getToken = tokens();
    const { adapter, sent } = adapterWith({ getToken }, status(401));
    expect((await failure(adapter.getAccount())).kind).toBe('unauthenticated');
    expect(sent).toHaveLength(2);
  });

  test('without tokens a refusal is final at once', async () => {
    const { adapter, sent } = adapterOf(status(401));
    expect((await failure(adapter.getAccount())).kind).toBe('unauthenticated');
    expect(sent).toHaveLength(1);
  });

  test.each([
    ['rejects', () => Promise.reject(new Error('signed out'))],
    [
      'throws',
      () => {
        throw new Error('bug');
      },
    ],
    ['hangs', never],
    ['gives what is no token', () => Promise.resolve('two\nlines')],
    ['gives nothing', () => Promise.resolve(undefined as unknown as string)],
  ])('a token function that %s leaves nobody signed in', async (_name, getToken) => {
    const { adapter, sent } = adapterWith({ getToken, timeoutMs: 5 }, ok({}));
    const error = await failure(adapter.getAccount());
    expect(error.kind).toBe('unauthenticated');
    expect(error.message).not.toContain('lines');
    expect(sent).toEqual([]);
  });

  test('a redirect leads to a login, and is not followed', async () => {
    const { adapter, sent } = adapterOf(
      () => new Response(null, { status: 302, headers: { location: 'https://login.test' } }),
    );
    expect((await failure(adapter.getAccount())).kind).toBe('unauthenticated');
    expect(sent[0]?.init.redirect).toBe('manual');
  });

  test.each([
    ['type', 'opaqueredirect'],
    ['redirected', true],
  ])('so does an answer whose %s is %s', async (trait, value) => {
    const answer = new Response('<form>');
    Object.defineProperty(answer, trait, { value });
    expect(await kindOf(() => answer)).toBe('unauthenticated');
  });
});
