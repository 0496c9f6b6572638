import { onlineManager } from '@tanstack/query-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readAccount } from '../../src/store/reads/account.js';
import { writerOf } from '../../src/store/writer.js';
import { saveContact } from '../../src/store/writes/contacts.js';
import {
  ann,
  book,
  edit,
  failure,
  hosts,
  may,
  memoryStorage,
  page,
  pass,
  reading,
  settle,
  submitted,
  writing,
} from './book.js';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-18T15:00:00Z') }));
afterEach(async () => {
  onlineManager.setOnline(true);
  for (const host of hosts.splice(0)) host.disconnect();
  await settle();
  vi.useRealTimers();
});

describe('a lost answer', () => {
  test.each(['timeout', 'outcome-unknown', 'contract'] as const)(
    'case 29: %s: the back end is asked, and nothing is sent again that has happened',
    async (kind) => {
      const { controller, sent, asked, outcomes, ended } = await submitted();
      outcomes.push('in-flight', 'succeeded');
      sent[0]?.reject(failure(kind));
      await settle();
      expect(controller.state).toMatchObject({ status: 'checking', error: { kind } });
      expect(asked).toEqual([sent[0]?.key]);
      await pass(500);
      expect(await ended).toMatchObject({ status: 'done', result: undefined, error: undefined });
      expect(sent).toHaveLength(1);
    },
  );

  test('of a write that has failed is that failure', async () => {
    const { sent, ended } = await submitted({
      findOutcome: (key) => Promise.resolve({ key, status: 'failed', kind: 'payment-declined', code: 'expired-card' }),
    });
    sent[0]?.reject(failure('timeout'));
    await settle();
    expect(await ended).toMatchObject({
      status: 'failed',
      error: { kind: 'payment-declined', code: 'expired-card' },
    });
  });

  test('of a write that has not arrived is sent again with its key', async () => {
    const { controller, sent, outcomes, ended } = await submitted();
    outcomes.push('unknown');
    sent[0]?.reject(failure('timeout'));
    await pass(500);
    expect(controller.state).toMatchObject({ status: 'pending', error: undefined });
    expect(sent.map(({ key }) => key)).toEqual([sent[0]?.key, sent[0]?.key]);
    sent[1]?.resolve(ann('v2'));
    expect((await ended).status).toBe('done');
  });

  test('is never sent again where the back end honours no keys', async () => {
    const { controller, sent, asked, ended } = await submitted({}, may({ features: {} }));
    sent[0]?.reject(failure('timeout'));
    await pass(20_000);
    expect(await ended).toMatchObject({ status: 'unknown', error: { kind: 'timeout' } });
    expect([sent.length, asked.length]).toEqual([1, 6]);
    expect(controller.state.status).toBe('unknown');
  });

  test.each(['network', 'unavailable', 'rate-limited', 'unauthenticated', 'forbidden', 'internal'] as const)(
    'is not taken for a failure when the next try ends as %s',
    async (kind) => {
      const { sent, ended, storage } = await submitted({ findOutcome: () => Promise.reject(failure('network')) });
      sent[0]?.reject(failure('timeout'));
      for (let index = 1; index < 3; index += 1) {
        await pass(15_000);
        sent[index]?.reject(failure(kind));
      }
      expect(await ended).toMatchObject({ status: 'unknown', error: { kind } });
      expect(storage.items.size).toBe(1);
    },
  );

  test('is not taken for a failure when it is wanted again without a network', async () => {
    const { controller, sent, ended } = await submitted({ findOutcome: () => Promise.reject(failure('network')) });
    for (let index = 0; index < 3; index += 1) {
      sent[index]?.reject(failure('timeout'));
      await pass(15_000);
    }
    expect((await ended).status).toBe('unknown');
    onlineManager.setOnline(false);
    const again = await controller.submit(edit(), { ifVersion: 'v1' });
    expect(again).toMatchObject({ status: 'unknown', error: { code: 'offline' } });
  });

  test('stays unknown where nobody can say, until the user has it checked', async () => {
    const { controller, sent, outcomes } = await submitted({}, may({ features: {} }));
    sent[0]?.reject(failure('timeout'));
    await pass(20_000);
    outcomes.push('succeeded');
    controller.check();
    expect(controller.state.status).toBe('checking');
    await settle();
    expect(controller.state.status).toBe('done');
    expect(sent).toHaveLength(1);
  });

  test('case 33: of a write that is still in flight is waited for', async () => {
    const { controller, sent, outcomes, ended } = await submitted();
    outcomes.push('in-flight', 'in-flight', 'succeeded');
    sent[0]?.reject(failure('conflict', { code: 'in-flight' }));
    await settle();
    expect(controller.state.status).toBe('checking');
    await pass(2000);
    expect((await ended).status).toBe('done');
    expect(sent).toHaveLength(1);
  });

  test('case 31: that the back end replays is a success', async () => {
    const { sent, outcomes, ended } = await submitted();
    outcomes.push('unknown');
    sent[0]?.reject(failure('outcome-unknown'));
    await pass(500);
    sent[1]?.resolve(ann('v2', 'Anna'));
    expect(await ended).toMatchObject({ status: 'done', result: { version: 'v2' } });
  });

  test('case 119: is looked for when the network is back', async () => {
    const { controller, sent, asked, outcomes, ended } = await submitted();
    onlineManager.setOnline(false);
    sent[0]?.reject(failure('outcome-unknown'));
    await pass(60_000);
    expect(controller.state.status).toBe('checking');
    expect(asked).toEqual([]);
    outcomes.push('succeeded');
    onlineManager.setOnline(true);
    await settle();
    expect((await ended).status).toBe('done');
    expect(sent).toHaveLength(1);
  });
});

describe('a page that is loaded again', () => {
  /** The page before was left while it wrote. */
  async function reloaded(status: 'succeeded' | 'failed' | 'unknown') {
    const before = await submitted();
    const it = book();
    it.outcomes.push(status);
    const store = page(it.adapter, { intents: before.storage });
    return { ...it, before, store, ...writing(() => store, saveContact) };
  }

  test('case 37: finds out what became of what it had sent, and sends nothing', async () => {
    const { controller, sent, asked, before } = await reloaded('succeeded');
    await settle();
    expect(controller.state.status).toBe('done');
    expect(asked).toEqual([before.sent[0]?.key]);
    expect(sent).toEqual([]);
    expect(before.storage.items.size).toBe(0);
  });

  test('case 36: shows that it is checking meanwhile', async () => {
    const { controller } = await reloaded('succeeded');
    expect(controller.state.status).toBe('checking');
  });

  test('goes on as if nothing had been where it never arrived', async () => {
    const { controller, before, adapter } = await reloaded('unknown');
    await pass(20_000);
    expect(controller.state.status).toBe('idle');
    const nextPage = page(adapter, { intents: before.storage });
    const { controller: next } = writing(() => nextPage, saveContact);
    await settle();
    expect(next.state.status).toBe('idle');
  });

  test('sends what never arrived with its key when it is wanted again: it may be on its way still', async () => {
    const { controller, before, sent } = await reloaded('unknown');
    await pass(20_000);
    void controller.submit(edit(), { ifVersion: 'v1' });
    await settle();
    expect(sent.map(({ key }) => key)).toEqual([before.sent[0]?.key]);
  });

  test('forgets what never arrived where the back end honours no keys', async () => {
    const before = await submitted();
    const it = book({}, may({ features: {} }));
    const store = page(it.adapter, { intents: before.storage });
    writing(() => store, saveContact);
    await pass(20_000);
    expect(before.storage.items.size).toBe(0);
  });

  test('asks before it sends the same again', async () => {
    const { controller, sent, asked } = await reloaded('succeeded');
    const ended = controller.submit(edit(), { ifVersion: 'v1' });
    await settle();
    expect(await ended).toMatchObject({ status: 'done' });
    expect([sent.length, asked.length]).toEqual([0, 1]);
  });

  test('leaves alone what another account has left', async () => {
    const storage = memoryStorage();
    const entry = { id: 'saveContact:x', method: 'saveContact', key: 'k', account: 'acc-2', at: Date.now() };
    storage.setItem('billing-kit/intents/1', JSON.stringify([entry]));
    const it = book();
    const store = page(it.adapter, { intents: storage });
    reading(store, readAccount());
    const { controller, host } = writing(() => store, saveContact);
    await settle();
    host.requestUpdate();
    await settle();
    expect(controller.state.status).toBe('idle');
    expect(storage.items.size).toBe(1);
  });

  test('leaves alone what is broken or a day old', async () => {
    const storage = memoryStorage();
    for (const value of ['{', '{"a":1}', '[null,{"id":1}]']) {
      storage.setItem('billing-kit/intents/1', value);
      expect(writerOf(page(book().adapter, { intents: storage })).pending()).toEqual([]);
    }
    const before = await submitted();
    await pass(86_400_001);
    expect(writerOf(page(book().adapter, { intents: before.storage })).pending()).toEqual([]);
  });
});
