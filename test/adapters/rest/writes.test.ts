import { afterEach, describe, expect, test, vi } from 'vitest';
import { BillingError } from '../../../src/api/index.js';
import { adapterOf, adapterWith, failure, never, ok, problem, status, type Answer } from './script.js';

const options = { idempotencyKey: 'key-1', ifVersion: 'v7' };
const lost: Answer = () => Promise.reject(new TypeError('failed to fetch'));
const payment = { method: 'pm-1', amount: { amount: '13900', currency: 'USD', exponent: 2 } };

const pay = (...script: Answer[]) => failure(adapterOf(...script).adapter.payInvoice('in-1', payment, options));

afterEach(() => vi.unstubAllGlobals());

describe('an answer that is lost', () => {
  test('case 29: a write that is not answered in time may have happened', async () => {
    const { adapter, sent } = adapterWith({ writeTimeoutMs: 5 }, never);
    const error = await failure(adapter.payInvoice('in-1', payment, options));
    expect(error).toMatchObject({ kind: 'outcome-unknown', cause: { kind: 'timeout' } });
    expect(error.retryable).toBe(false);
    expect(sent).toHaveLength(1);
  });

  test('so may one whose connection was lost', async () => {
    expect(await pay(lost)).toMatchObject({ kind: 'outcome-unknown', cause: { kind: 'network' } });
  });

  test('so may one that a gateway has given up on', async () => {
    expect(await pay(status(504))).toMatchObject({ kind: 'outcome-unknown', cause: { kind: 'timeout' } });
  });

  test('a success whose body can not be read has happened', async () => {
    expect((await pay(() => new Response('{"status":"succ'))).kind).toBe('outcome-unknown');
    const broken = new ReadableStream({ pull: (stream) => stream.error(new TypeError('terminated')) });
    expect((await pay(() => new Response(broken))).kind).toBe('outcome-unknown');
  });

  test('case 30: without a network nothing was sent, and the same key may go again', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const { adapter, sent } = adapterOf(lost, ok({ status: 'succeeded' }));
    expect((await failure(adapter.payInvoice('in-1', payment, options))).kind).toBe('network');
    vi.unstubAllGlobals();
    await adapter.payInvoice('in-1', payment, options);
    const keys = sent.map(({ init }) => new Headers(init.headers).get('idempotency-key'));
    expect(keys).toEqual(['key-1', 'key-1']);
  });

  test('what became of it is asked by its key', async () => {
    const outcome = { key: 'key-1', status: 'succeeded' };
    const { adapter, sent } = adapterOf(ok(outcome));
    expect(await adapter.findOutcome('key-1')).toEqual(outcome);
    expect(sent[0]?.url).toBe('/billing/v1/outcomes/key-1');
  });
});

describe('an answer that says no', () => {
  test('too many requests say how long to wait, and nothing is sent again by itself', async () => {
    const { adapter, sent } = adapterOf(status(429, { 'Retry-After': '2' }));
    const error = await failure(adapter.payInvoice('in-1', payment, options));
    expect(error).toMatchObject({ kind: 'rate-limited', retryAfterMs: 2000 });
    expect(sent).toHaveLength(1);
  });

  test.each(['validation', 'conflict', undefined])(
    'case 32: a key that another write has had is a conflict, if the answer says %s',
    async (kind) => {
      expect(await pay(problem(422, { kind, code: 'key-reused' }))).toMatchObject({
        kind: 'conflict',
        code: 'key-reused',
      });
    },
  );

  test('case 33: a write that is still at work is a conflict with a wait', async () => {
    const answer = problem(409, { code: 'in-flight' }, { 'Retry-After': '1' });
    expect(await pay(answer)).toMatchObject({ kind: 'conflict', code: 'in-flight', retryAfterMs: 1000 });
  });

  test('case 34: another version is told from other conflicts', async () => {
    expect((await pay(status(412))).kind).toBe('stale-version');
    expect((await pay(status(428))).kind).toBe('validation');
  });

  test('a payment that is declined keeps the reason of the bank', async () => {
    expect(await pay(problem(402, { code: 'insufficient-funds' }))).toMatchObject({
      kind: 'payment-declined',
      code: 'insufficient-funds',
    });
  });
});

describe('an answer that says yes', () => {
  test('case 31: one that was given before is a success like the first', async () => {
    const replayed: Answer = () =>
      Response.json({ status: 'succeeded' }, { headers: { 'Idempotency-Replayed': 'true' } });
    expect(await adapterOf(replayed).adapter.payInvoice('in-1', payment, options)).toEqual({ status: 'succeeded' });
  });

  test('case 38: one whose body says that it failed is handed on with that', async () => {
    const failed = { status: 'failed', code: 'insufficient-funds' };
    expect(await adapterOf(ok(failed)).adapter.payInvoice('in-1', payment, options)).toEqual(failed);
  });

  test('no content is no answer, and no failure', async () => {
    const { adapter } = adapterOf(() => new Response(null, { status: 204 }));
    expect(await adapter.removeContact('con-1', options)).toBeUndefined();
  });
});

describe('a session that has run out', () => {
  const getToken = ({ reason }: { reason: string }) => Promise.resolve(reason === 'expired' ? 'new' : 'old');

  test('is renewed, and the write sent once more with the same key', async () => {
    const { adapter, sent } = adapterWith({ getToken }, status(401), ok({}));
    await adapter.payInvoice('in-1', payment, options);
    const headers = sent.map(({ init }) => new Headers(init.headers));
    expect(headers.map((each) => each.get('authorization'))).toEqual(['Bearer old', 'Bearer new']);
    expect(headers.map((each) => each.get('idempotency-key'))).toEqual(['key-1', 'key-1']);
  });

  test('is final the second time', async () => {
    const { adapter, sent } = adapterWith({ getToken }, status(401));
    expect((await failure(adapter.payInvoice('in-1', payment, options))).kind).toBe('unauthenticated');
    expect(sent).toHaveLength(2);
  });

  test('without a token no write is sent, and that is known', async () => {
    const { adapter, sent } = adapterWith(
      { getToken: () => Promise.reject(new BillingError('network', 'off')) },
      ok({}),
    );
    expect((await failure(adapter.payInvoice('in-1', payment, options))).kind).toBe('unauthenticated');
    expect(sent).toEqual([]);
  });
});
