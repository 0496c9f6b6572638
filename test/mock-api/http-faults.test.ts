import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serve, type Serve } from '../../mock-api/http/server.js';
import { restAdapter } from '../../src/adapters/rest.js';
import { fakeBackEnd, jo } from './fake-back-end.js';

const { adapter: target, contacts } = fakeBackEnd();
let server: Serve;

beforeAll(async () => {
  server = await serve({ accounts: { token: target }, port: 0 });
});
afterAll(() => server.close());
beforeEach(() => contacts.clear());

/** An adapter whose requests all bring this fault. */
function adapterWith(fault: string, timeoutMs = 15_000) {
  const fetch = (url: string, init: RequestInit) =>
    globalThis.fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), 'x-fault': fault } });
  const getToken = () => Promise.resolve('token');
  return restAdapter({ baseUrl: server.url, getToken, timeoutMs, writeTimeoutMs: timeoutMs, ...(fault && { fetch }) });
}

const adapter = () => adapterWith('');
const plan = (faults: unknown) => control('PUT', faults);
const control = (method: string, body?: unknown) =>
  fetch(`${server.url}/sandbox/faults`, {
    method,
    headers: { authorization: 'Bearer token' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

describe('a fault of one request', () => {
  test('case 3: a delay becomes a timeout', async () => {
    await expect(adapterWith('delay=200', 20).getAccount()).rejects.toMatchObject({ kind: 'timeout' });
  });

  test('a status is answered with its kind', async () => {
    await expect(adapterWith('status=503;retry-after=2').getAccount()).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'injected',
      retryAfterMs: 2000,
    });
  });

  test('case 1: a connection that is dropped is a network error', async () => {
    await expect(adapterWith('drop').getAccount()).rejects.toMatchObject({ kind: 'network' });
  });

  test('case 29: a write whose connection is dropped has happened, and may be sent again', async () => {
    const options = { idempotencyKey: 'dropped' };
    await expect(adapterWith('drop').addContact(jo, options)).rejects.toMatchObject({ kind: 'outcome-unknown' });
    expect(contacts.size).toBe(1);
    expect(await adapter().addContact(jo, options)).toMatchObject({ id: 'con-1' });
    expect(contacts.size).toBe(1);
  });

  test('case 5: half an answer is refused', async () => {
    await expect(adapterWith('truncate').getAccount()).rejects.toMatchObject({ kind: 'contract' });
    const write = adapterWith('truncate').addContact(jo, { idempotencyKey: 'halved' });
    await expect(write).rejects.toMatchObject({ kind: 'outcome-unknown' });
  });

  test('a stale answer is the one from before the last write', async () => {
    const names = async (from: ReturnType<typeof adapter>) => (await from.listContacts()).items.map(({ name }) => name);
    expect(await names(adapter())).toEqual([]);
    await adapter().addContact(jo, { idempotencyKey: 'stale' });
    expect(await names(adapterWith('stale'))).toEqual([]);
    expect(await names(adapter())).toEqual(['Jo Lind']);
    expect(await names(adapterWith('stale'))).toEqual([]);
  });

  test('an answer that is held comes after the next one', async () => {
    const order: string[] = [];
    const slow = adapterWith('reorder')
      .getAccount()
      .then(() => order.push('first'));
    while (order.length === 0) {
      await adapter().listSubscriptions();
      order.push('second');
    }
    await slow;
    expect(order.at(-1)).toBe('first');
  });

  test('a word that is no fault is refused', async () => {
    await expect(adapterWith('explode').getAccount()).rejects.toMatchObject({ kind: 'validation' });
  });
});

describe('planned faults', () => {
  test('are for the next requests that match', async () => {
    await plan([{ path: '/account', times: 2, fault: 'status=500' }]);
    await expect(adapter().getAccount()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await adapter().listContacts()).toMatchObject({ items: [] });
    await expect(adapter().getAccount()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await adapter().getAccount()).toMatchObject({ id: 'acc-1' });
  });

  test('case 17: a token that has run out is renewed once, and the page sees nothing of it', async () => {
    await plan([{ method: 'GET', path: '/account', fault: 'status=401' }]);
    expect(await adapter().getAccount()).toMatchObject({ id: 'acc-1' });
  });

  test('can be looked at and taken back', async () => {
    const faults = [{ times: 100, fault: 'drop' }];
    await plan(faults);
    expect(await (await control('GET')).json()).toEqual(faults);
    await control('DELETE');
    expect(await (await control('GET')).json()).toEqual([]);
  });

  test('that are none are refused, and change nothing', async () => {
    expect((await plan([{ fault: 'status=200' }])).status).toBe(400);
    expect(await (await control('GET')).json()).toEqual([]);
  });
});
