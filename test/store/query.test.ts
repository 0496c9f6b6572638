import { focusManager, onlineManager } from '@tanstack/query-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BillingError, type Account, type BillingAdapter } from '../../src/api/index.js';
import { QueryController } from '../../src/store/query.js';
import { readAccount } from '../../src/store/reads/account.js';
import type { Read } from '../../src/store/reads/read.js';
import { readPlans } from '../../src/store/reads/subscriptions.js';
import { readUsage } from '../../src/store/reads/usage.js';
import { storeFor, type BillingStore } from '../../src/store/store.js';
import { accountNamed, backEnd } from './back-end.js';
import { FakeHost } from './fake-host.js';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-18T15:00:00Z') }));
afterEach(async () => {
  for (const host of hosts.splice(0)) host.disconnect();
  await settle();
  focusManager.setFocused(undefined);
  onlineManager.setOnline(true);
  vi.useRealTimers();
});

/** The hosts of a test, which it leaves behind. */
const hosts: FakeHost[] = [];

/** Lets all that is due now happen. */
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

/** An element that shows the account of an adapter. */
function element(adapter?: BillingAdapter, read: () => Read<Account> | undefined = readAccount) {
  const host = new FakeHost();
  let store: BillingStore | undefined = adapter && storeFor(adapter);
  const query = new QueryController(host, () => store, read);
  hosts.push(host);
  host.connect();
  const swap = (next: BillingAdapter | undefined): void => {
    store = next && storeFor(next);
    host.requestUpdate();
  };
  return { host, query, swap };
}

/** An element that shows an answer already. */
async function shown(name = 'Ann') {
  const { adapter, calls } = backEnd();
  const it = element(adapter);
  calls[0]?.resolve(accountNamed(name));
  await settle();
  return { ...it, adapter, calls };
}

const outage = (details = {}) => new BillingError('unavailable', 'status 503', details);

describe('a read', () => {
  test('case 111: waits without an adapter, and begins when there is one', async () => {
    const { adapter, calls } = backEnd();
    const { query, swap } = element();
    expect(query.state).toMatchObject({ status: 'waiting', data: undefined });
    swap(adapter);
    await settle();
    expect(query.state).toMatchObject({ status: 'loading', fetching: true });
    expect(calls).toHaveLength(1);
  });

  test('waits while it is not known what to ask', () => {
    const { adapter, calls } = backEnd();
    const { query } = element(adapter, () => undefined);
    expect(query.state.status).toBe('waiting');
    expect(calls).toHaveLength(0);
  });

  test('is ready with its answer and says when that came', async () => {
    const { query } = await shown('Ann');
    expect(query.state).toMatchObject({ status: 'ready', stale: false, fetching: false, error: undefined });
    expect(query.state.data?.name).toBe('Ann');
    expect(query.state.updatedAt?.toISOString()).toBe('2026-11-18T15:00:00.000Z');
  });

  test('is shared by all elements with the same adapter', async () => {
    const { adapter, calls } = backEnd();
    const elements = Array.from({ length: 10 }, () => element(adapter));
    calls[0]?.resolve(accountNamed('Ann'));
    await settle();
    expect(calls).toHaveLength(1);
    expect(elements.map(({ query }) => query.state.data?.name)).toEqual(Array.from({ length: 10 }, () => 'Ann'));
  });

  test('is not shared between adapters', () => {
    const [one, other] = [backEnd(), backEnd()];
    element(one.adapter);
    element(other.adapter);
    expect([one.calls.length, other.calls.length]).toEqual([1, 1]);
  });

  test('is unsupported when the adapter lacks its method', () => {
    const host = new FakeHost();
    const query = new QueryController(host, () => storeFor(backEnd().adapter), readPlans);
    host.connect();
    query.retry();
    expect(query.state.status).toBe('unsupported');
  });

  test('refuses an answer that does not fit the contract', async () => {
    const { adapter, calls } = backEnd();
    const { query } = element(adapter);
    calls[0]?.resolve({ ...accountNamed('Ann'), currency: 'US' });
    await settle();
    expect(query.state).toMatchObject({ status: 'failed', error: { kind: 'contract' } });
    expect(query.state.error?.fields).toHaveProperty('currency');
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('bug');
      },
    ],
    ['returns no promise', () => accountNamed('Ann')],
  ])('case 113: of an adapter that %s fails as internal', async (_name, getAccount) => {
    const adapter = { ...backEnd().adapter, getAccount: getAccount as unknown as BillingAdapter['getAccount'] };
    const { query } = element(adapter);
    await settle();
    expect(query.state).toMatchObject({ status: 'failed', error: { kind: 'internal' } });
  });

  test('that rejects with what is no error fails as internal', async () => {
    const { adapter, calls } = backEnd();
    const { query } = element(adapter);
    calls[0]?.reject('bug');
    await settle();
    expect(query.state).toMatchObject({ status: 'failed', error: { kind: 'internal' } });
  });
});

describe('tries', () => {
  /** How many requests there have been once nothing more is going to happen. */
  async function requestsFor(error: BillingError, within = 20_000) {
    const { adapter, calls } = backEnd();
    const { query } = element(adapter);
    for (let elapsed = 0; elapsed < within; elapsed += 100) {
      for (const call of calls) call.reject(error);
      await pass(100);
    }
    return { requests: calls.length, state: query.state };
  }

  test.each(['unavailable', 'network', 'timeout', 'rate-limited'] as const)(
    'case 1: %s is tried three times in all',
    async (kind) => {
      const { requests, state } = await requestsFor(new BillingError(kind, ''));
      expect(requests).toBe(3);
      expect(state).toMatchObject({ status: 'failed', error: { kind }, fetching: false });
    },
  );

  test.each(['validation', 'forbidden', 'not-found', 'unauthenticated', 'contract', 'internal'] as const)(
    'cases 14 and 16: %s is not tried again',
    async (kind) => {
      expect((await requestsFor(new BillingError(kind, ''))).requests).toBe(1);
    },
  );

  test('case 8: two failures and a success are a success', async () => {
    const { adapter, calls } = backEnd();
    const { query } = element(adapter);
    calls[0]?.reject(outage());
    await pass(300);
    calls[1]?.reject(outage());
    await pass(600);
    calls[2]?.resolve(accountNamed('Ann'));
    await settle();
    expect(query.state.status).toBe('ready');
  });

  test('case 9: Retry-After is waited for to the millisecond', async () => {
    const { adapter, calls } = backEnd();
    element(adapter);
    calls[0]?.reject(outage({ retryAfterMs: 2000 }));
    await pass(1999);
    expect(calls).toHaveLength(1);
    await pass(1);
    expect(calls).toHaveLength(2);
  });

  test('case 10: a Retry-After that has passed is no wait', async () => {
    const { adapter, calls } = backEnd();
    element(adapter);
    calls[0]?.reject(outage({ retryAfterMs: 0 }));
    await settle();
    await settle();
    expect(calls).toHaveLength(2);
  });

  test('case 12: without a Retry-After the waits are up to 300 and then 600 ms, by chance', async () => {
    const chance = vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { adapter, calls } = backEnd();
    element(adapter);
    for (const [sent, ms] of [
      [1, 150],
      [2, 300],
    ] as const) {
      calls.at(-1)?.reject(outage());
      await pass(ms - 1);
      expect(calls).toHaveLength(sent);
      await pass(1);
      expect(calls).toHaveLength(sent + 1);
    }
    chance.mockRestore();
  });

  test('case 11: a Retry-After of more than a minute is left to the user', async () => {
    const { requests, state } = await requestsFor(outage({ retryAfterMs: 86_400_000 }));
    expect(requests).toBe(1);
    expect(state).toMatchObject({ status: 'failed', error: { retryAfterMs: 86_400_000 } });
  });

  test('a host may set their number and their pace', async () => {
    const { adapter, calls } = backEnd();
    storeFor(adapter, { tries: 2, retryBaseMs: 0 });
    const { query } = element(adapter);
    calls[0]?.reject(outage());
    await settle();
    await settle();
    calls[1]?.reject(outage());
    await settle();
    expect(query.state.status).toBe('failed');
    expect(calls).toHaveLength(2);
  });

  test('go on when the browser believes to be offline, so that there is an error to show', async () => {
    onlineManager.setOnline(false);
    const { requests, state } = await requestsFor(new BillingError('network', ''));
    expect(requests).toBe(3);
    expect(state.status).toBe('failed');
  });
});

describe('a reload', () => {
  test('keeps the value while it runs', async () => {
    const { query, calls } = await shown('Ann');
    query.retry();
    expect(calls).toHaveLength(2);
    expect(query.state).toMatchObject({ status: 'ready', fetching: true, data: { name: 'Ann' } });
  });

  test('that fails keeps the value, with the error beside it, until one succeeds', async () => {
    const { query, calls } = await shown('Ann');
    query.retry();
    calls[1]?.reject(new BillingError('forbidden', ''));
    await settle();
    expect(query.state).toMatchObject({
      status: 'ready',
      stale: true,
      data: { name: 'Ann' },
      error: { kind: 'forbidden' },
    });
    query.retry();
    calls[2]?.resolve(accountNamed('Bea'));
    await settle();
    expect(query.state).toMatchObject({ stale: false, data: { name: 'Bea' }, error: undefined });
  });

  test('case 24: replaces one that is under way: the newest wins', async () => {
    const { query, calls } = await shown('Ann');
    query.retry();
    query.retry();
    expect(calls[1]?.signal?.aborted).toBe(true);
    calls[2]?.resolve(accountNamed('New'));
    await settle();
    calls[1]?.resolve(accountNamed('Old'));
    await settle();
    expect(query.state.data?.name).toBe('New');
  });

  test('comes with the focus when the answer is a minute old, not before', async () => {
    const { calls } = await shown();
    await pass(59_999);
    focusManager.onFocus();
    await settle();
    expect(calls).toHaveLength(1);
    await pass(1);
    focusManager.onFocus();
    await settle();
    expect(calls).toHaveLength(2);
  });

  test('case 119: comes with the network when the last one failed', async () => {
    const { query, calls } = await shown();
    query.retry();
    calls[1]?.reject(new BillingError('forbidden', ''));
    await settle();
    onlineManager.setOnline(false);
    onlineManager.setOnline(true);
    await settle();
    expect(calls).toHaveLength(3);
  });

  test('comes with the network when the answer is a minute old', async () => {
    const { calls } = await shown();
    await pass(60_000);
    onlineManager.setOnline(false);
    onlineManager.setOnline(true);
    await settle();
    expect(calls).toHaveLength(2);
  });

  test.each([
    ['a minute after a failure', {}, 60_000],
    ['when the back end has said that it may', { retryAfterMs: 90_000 }, 90_000],
  ])('comes with the focus %s, not before', async (_name, details, ms) => {
    const { query, calls } = await shown();
    query.retry();
    calls[1]?.reject(new BillingError('forbidden', '', details));
    await pass(ms - 1);
    focusManager.onFocus();
    await settle();
    expect(calls).toHaveLength(2);
    await pass(1);
    focusManager.onFocus();
    await settle();
    expect(calls).toHaveLength(3);
  });

  test('does not come by itself', async () => {
    const { calls } = await shown();
    await pass(3_600_000);
    expect(calls).toHaveLength(1);
  });
});

test('an answer that is five minutes old is marked as stale when it is shown again', async () => {
  const { host, query } = await shown('Ann');
  host.disconnect();
  await pass(299_000);
  host.connect();
  expect(query.state).toMatchObject({ stale: false, fetching: true });
  host.disconnect();
  await pass(1000);
  host.connect();
  expect(query.state).toMatchObject({ stale: true, fetching: true, data: { name: 'Ann' } });
});

describe('an element that leaves', () => {
  test('case 22: aborts what nobody waits for any more, and nothing is shown of it', async () => {
    const { adapter, calls } = backEnd();
    const { host, query } = element(adapter);
    host.disconnect();
    await settle();
    expect(calls[0]?.signal?.aborted).toBe(true);
    calls[0]?.reject(new DOMException('', 'AbortError'));
    await settle();
    expect(query.state.status).toBe('waiting');
  });

  test('leaves the read to the others', async () => {
    const { adapter, calls } = backEnd();
    const [one, other] = [element(adapter), element(adapter)];
    one.host.disconnect();
    await settle();
    expect(calls[0]?.signal?.aborted).toBe(false);
    calls[0]?.resolve(accountNamed('Ann'));
    await settle();
    expect(other.query.state.status).toBe('ready');
  });

  test('case 23: and comes back within the task costs no request', async () => {
    const { adapter, calls } = backEnd();
    const { host, query } = element(adapter);
    host.disconnect();
    host.connect();
    await settle();
    expect(calls).toHaveLength(1);
    expect(calls[0]?.signal?.aborted).toBe(false);
    calls[0]?.resolve(accountNamed('Ann'));
    await settle();
    expect(query.state.status).toBe('ready');
  });

  test('and comes back soon finds the value at once, without a request', async () => {
    const { host, query, calls } = await shown('Ann');
    host.disconnect();
    await pass(10_000);
    host.connect();
    expect(query.state.data?.name).toBe('Ann');
    expect(calls).toHaveLength(1);
  });

  test('case 126: leaves no listener behind', async () => {
    for (let cycle = 0; cycle < 200; cycle += 1) {
      const { host } = element(backEnd().adapter);
      host.disconnect();
      await settle();
    }
    expect([focusManager.hasListeners(), onlineManager.hasListeners(), vi.getTimerCount()]).toEqual([false, false, 0]);
  });
});

describe('an adapter that is swapped', () => {
  test('case 112: takes its data along before the element shows anything', async () => {
    const { host, query, swap } = await shown('Ann');
    const seen: unknown[] = [];
    host.onRender(() => seen.push(query.state.data?.name));
    const other = backEnd();
    swap(other.adapter);
    await settle();
    other.calls[0]?.resolve(accountNamed('Bob'));
    await settle();
    expect(seen.filter((name) => name !== undefined)).toEqual(['Bob']);
  });

  test('case 112: has its reads aborted, and what they bring is not shown', async () => {
    const { adapter, calls } = backEnd();
    const { query, swap } = element(adapter);
    swap(backEnd().adapter);
    await settle();
    expect(calls[0]?.signal?.aborted).toBe(true);
    calls[0]?.resolve(accountNamed('Ann'));
    await settle();
    expect(query.state.status).toBe('loading');
  });

  test('for none leaves the element waiting', async () => {
    const { query, swap } = await shown();
    swap(undefined);
    await settle();
    expect(query.state.status).toBe('waiting');
  });
});

test('case 24: another read takes the place of the one before at once', async () => {
  const usage = vi.fn(() => new Promise<never>(() => undefined));
  let start = '2026-10-01';
  const host = new FakeHost();
  const adapter = { ...backEnd().adapter, getUsage: usage };
  const query = new QueryController(
    host,
    () => storeFor(adapter),
    () => readUsage('sub-1', { start, end: '2026-12-01' }),
  );
  host.connect();
  start = '2026-11-01';
  host.requestUpdate();
  await settle();
  const asked = usage.mock.calls as unknown as [string, { period: { start: string }; signal: AbortSignal }][];
  expect(asked.map(([, { period, signal }]) => [period.start, signal.aborted])).toEqual([
    ['2026-10-01', true],
    ['2026-11-01', false],
  ]);
  expect(query.state.status).toBe('loading');
});
