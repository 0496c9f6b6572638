import { focusManager, onlineManager } from '@tanstack/query-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BillingError, type BackendChange, type BillingAdapter } from '../../src/api/index.js';
import type { Channel, OpenChannel } from '../../src/store/live.js';
import { readAccount } from '../../src/store/reads/account.js';
import { readContacts } from '../../src/store/reads/people.js';
import { saveContact } from '../../src/store/writes/contacts.js';
import { answers } from '../answers.js';
import { ann, book, edit, hosts, page, pass, reading, settle, writing } from './book.js';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-18T15:00:00Z') }));
afterEach(async () => {
  for (const host of hosts.splice(0)) host.disconnect();
  await settle();
  vi.useRealTimers();
});

/** The channels between the tabs of a browser. */
function tabs() {
  const open = new Set<Channel & { readonly name: string }>();
  const messages: unknown[] = [];
  const channel: OpenChannel = (name) => {
    const own: Channel & { readonly name: string } = {
      name,
      onmessage: null,
      postMessage: (data) => {
        messages.push(data);
        for (const each of open)
          if (each !== own && each.name === name) each.onmessage?.({ data: structuredClone(data) } as MessageEvent);
      },
      close: () => open.delete(own),
    };
    open.add(own);
    return own;
  };
  return { channel, open, messages };
}

const accountCalled =
  (id: string): BillingAdapter['getAccount'] =>
  () =>
    Promise.resolve({ ...answers.account(), id });

/** A tab that shows an account and its contacts. */
async function tab(channel: OpenChannel, id = 'acc-1', changes: Partial<BillingAdapter> = {}) {
  const it = book({ getAccount: accountCalled(id), ...changes });
  const store = page(it.adapter, { channel });
  const account = reading(store, readAccount());
  const contacts = reading(store, readContacts());
  const { controller } = writing(() => store, saveContact);
  await settle();
  return { ...it, store, account, contacts, controller };
}

describe('other tabs', () => {
  test('case 40: read again what was written in one, of which they hear no more than what it was about', async () => {
    const { channel, messages } = tabs();
    const [here, there] = [await tab(channel), await tab(channel)];
    there.keep([ann('v2', 'Anna')]);
    void here.controller.submit(edit(), { ifVersion: 'v1' });
    await settle();
    here.sent[0]?.resolve(ann('v2', 'Anna'));
    await settle();
    expect(messages).toEqual([{ changed: ['contacts'] }]);
    expect(there.contacts.query.state.data?.items).toEqual([ann('v2', 'Anna')]);
  });

  test('case 127: of another account hear nothing', async () => {
    const { channel, open } = tabs();
    const [here, there] = [await tab(channel, 'acc-1'), await tab(channel, 'acc-2')];
    expect([...open].map(({ name }) => name)).toEqual(['billing:acc-1', 'billing:acc-2']);
    void here.controller.submit(edit());
    await settle();
    here.sent[0]?.resolve(ann('v2'));
    await settle();
    expect([here.lists.mock.calls.length, there.lists.mock.calls.length]).toEqual([2, 1]);
  });

  test.each([null, 'contacts', {}, { changed: 'contacts' }, { changed: ['passwords', 1] }])(
    'can send %j without effect',
    async (data) => {
      const { channel } = tabs();
      const { lists } = await tab(channel);
      channel('billing:acc-1')?.postMessage(data);
      await settle();
      expect(lists).toHaveBeenCalledTimes(1);
    },
  );
});

describe('a back end that tells of changes', () => {
  async function told() {
    const listeners = new Set<(change: BackendChange) => void>();
    const subscribe: BillingAdapter['subscribe'] = (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    };
    const it = await tab(() => undefined, 'acc-1', { subscribe });
    const tell = (...resources: BackendChange['resources']): void => listeners.forEach((each) => each({ resources }));
    return { ...it, listeners, tell };
  }

  test('is read again where it says, at once and then once a second at most', async () => {
    const { lists, tell, listeners } = await told();
    expect(listeners.size).toBe(1);
    for (let count = 0; count < 10; count += 1) tell('contacts');
    await settle();
    expect(lists).toHaveBeenCalledTimes(2);
    await pass(1000);
    expect(lists).toHaveBeenCalledTimes(3);
    await pass(10_000);
    expect(lists).toHaveBeenCalledTimes(3);
  });

  test('isn’t read again for what nobody looks at, until somebody does', async () => {
    const { lists, tell, contacts } = await told();
    contacts.host.disconnect();
    await settle();
    tell('contacts');
    await settle();
    expect(lists).toHaveBeenCalledTimes(1);
    contacts.host.connect();
    await settle();
    expect(lists).toHaveBeenCalledTimes(2);
  });
});

test('case 126: nothing is left when the last element has gone', async () => {
  const { channel, open } = tabs();
  const ended = vi.fn();
  for (let cycle = 0; cycle < 200; cycle += 1) {
    await tab(channel, 'acc-1', { subscribe: () => ended });
    for (const host of hosts.splice(0)) host.disconnect();
    await settle();
  }
  expect(open.size).toBe(0);
  expect(ended).toHaveBeenCalledTimes(200);
  expect([focusManager.hasListeners(), onlineManager.hasListeners(), vi.getTimerCount()]).toEqual([false, false, 0]);
});

describe('a method that is down', () => {
  async function down() {
    const getAccount = vi.fn(() => Promise.reject(new BillingError('unavailable', '')));
    const { query } = reading(page(book({ getAccount }).adapter), readAccount());
    const retry = async (): Promise<void> => {
      query.retry();
      await pass(5000);
    };
    await pass(5000);
    await retry();
    return { getAccount, query, retry };
  }

  test('rests after five failures in a row', async () => {
    const { getAccount, query } = await down();
    expect(getAccount).toHaveBeenCalledTimes(5);
    expect(query.state).toMatchObject({ status: 'failed', error: { kind: 'unavailable' } });
    onlineManager.setOnline(false);
    onlineManager.setOnline(true);
    await pass(5000);
    expect(getAccount).toHaveBeenCalledTimes(5);
  });

  test('is asked once when the user wants it, and again by itself after half a minute', async () => {
    const { getAccount, retry } = await down();
    await retry();
    expect(getAccount).toHaveBeenCalledTimes(6);
    await pass(30_000);
    onlineManager.setOnline(false);
    onlineManager.setOnline(true);
    await pass(5000);
    expect(getAccount).toHaveBeenCalledTimes(7);
  });

  test('is as good as new after one answer', async () => {
    const { getAccount, retry, query } = await down();
    getAccount.mockResolvedValueOnce(answers.account() as never);
    await retry();
    expect(query.state).toMatchObject({ status: 'ready', stale: false });
    await retry();
    expect(getAccount).toHaveBeenCalledTimes(9);
  });
});

describe('a session that has ended', () => {
  test('case 19: is announced once, and what was read stays, as stale', async () => {
    const { store, contacts, lists } = await tab(() => undefined);
    lists.mockRejectedValue(new BillingError('unauthenticated', ''));
    expect(store.announceExpiry()).toBe(false);
    contacts.query.retry();
    await settle();
    expect(contacts.query.state).toMatchObject({ status: 'ready', stale: true, error: { kind: 'unauthenticated' } });
    contacts.query.retry();
    await settle();
    expect([store.announceExpiry(), store.announceExpiry()]).toEqual([true, false]);
  });

  test('can end again after it was renewed', async () => {
    const { store, contacts, lists } = await tab(() => undefined);
    for (const expected of [true, true]) {
      lists.mockRejectedValueOnce(new BillingError('unauthenticated', ''));
      contacts.query.retry();
      await settle();
      expect(store.announceExpiry()).toBe(expected);
      contacts.query.retry();
      await settle();
    }
  });
});

test('case 112: nothing of the account before stays when the session is another account’s', async () => {
  let id = 'acc-1';
  const { adapter } = book({ getAccount: () => accountCalled(id)() });
  const store = page(adapter);
  const [account, contacts] = [reading(store, readAccount()), reading(store, readContacts())];
  await settle();
  expect(contacts.query.state.status).toBe('ready');
  id = 'acc-2';
  const seen: unknown[] = [];
  contacts.host.onRender(() => seen.push(contacts.query.state.status));
  account.query.retry();
  await settle();
  expect(seen).toContain('loading');
});

test('case 70: a client clock that is off is said once, and nothing goes by it', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.setSystemTime(Date.parse('2026-11-21T15:04:05Z'));
  const { account } = await tab(() => undefined);
  account.query.retry();
  await settle();
  expect(warn.mock.calls).toEqual([[expect.stringContaining('4320 minutes')]]);
  warn.mockRestore();
});
