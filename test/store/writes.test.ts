import { onlineManager } from '@tanstack/query-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writerOf } from '../../src/store/writer.js';
import { saveContact } from '../../src/store/writes/contacts.js';
import { payInvoice } from '../../src/store/writes/invoices.js';
import { answers } from '../answers.js';
import { ann, book, edit, failure, hosts, may, page, pass, settle, submitted, writing } from './book.js';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-18T15:00:00Z') }));
afterEach(async () => {
  onlineManager.setOnline(true);
  for (const host of hosts.splice(0)) host.disconnect();
  await settle();
  vi.useRealTimers();
});

describe('a write', () => {
  test('is done with the answer of the back end', async () => {
    const { controller, sent, ended, store } = await submitted();
    expect(controller.state).toMatchObject({ status: 'pending', slow: false });
    expect(sent[0]).toMatchObject({ ifVersion: 'v1', input: { name: 'Anna' } });
    sent[0]?.resolve(ann('v2', 'Anna'));
    expect(await ended).toMatchObject({ status: 'done', result: { name: 'Anna' }, error: undefined });
    expect(writerOf(store).pending()).toEqual([]);
  });

  test('says after four seconds that it is still going on', async () => {
    const { controller, sent } = await submitted();
    await pass(3999);
    expect(controller.state.slow).toBe(false);
    await pass(1);
    expect(controller.state).toMatchObject({ status: 'pending', slow: true });
    sent[0]?.resolve(ann('v2'));
    await settle();
    expect(controller.state).toMatchObject({ status: 'done', slow: false });
  });

  test('goes on when its element leaves', async () => {
    const { host, sent, store } = await submitted();
    host.disconnect();
    sent[0]?.resolve(ann('v2'));
    await settle();
    expect(writerOf(store).pending()).toEqual([]);
  });

  test('does nothing without a store', async () => {
    const { controller } = writing(() => undefined, saveContact);
    expect(await controller.submit(edit())).toMatchObject({ status: 'idle' });
  });

  test('case 26: two submits of one intent send one request', async () => {
    const { controller, sent, ended } = await submitted();
    const again = controller.submit(edit(), { ifVersion: 'v1' });
    await settle();
    expect(sent).toHaveLength(1);
    sent[0]?.resolve(ann('v2'));
    expect(await again).toBe(await ended);
  });

  test('case 27: two elements that submit the same in one task send one request', async () => {
    const it = book();
    const store = page(it.adapter);
    for (const { controller } of [writing(() => store, saveContact), writing(() => store, saveContact)])
      void controller.submit(edit(), { ifVersion: 'v1' });
    await settle();
    expect(it.sent).toHaveLength(1);
  });

  test('case 16: that the user may not do is refused with the reason, and nothing is sent', async () => {
    const reason = 'Ask an owner.';
    const { sent, ended } = await submitted({}, may({ contacts: { read: true, write: false, reason } }));
    expect(await ended).toMatchObject({ status: 'failed', error: { kind: 'forbidden', message: reason } });
    expect(sent).toEqual([]);
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('bug');
      },
    ],
    ['returns no promise', () => ann('v2')],
  ])('case 113: of an adapter that %s fails as internal', async (_name, saveContact) => {
    const { ended } = await submitted({ saveContact: saveContact as unknown as never });
    expect(await ended).toMatchObject({ status: 'failed', error: { kind: 'internal' } });
  });

  test('case 112: of another account is no news after the adapter was swapped', async () => {
    const [one, other] = [book(), book()];
    let store = page(one.adapter);
    const { controller, host } = writing(() => store, saveContact);
    void controller.submit(edit());
    await settle();
    store = page(other.adapter);
    host.requestUpdate();
    await settle();
    expect(controller.state.status).toBe('idle');
    one.sent[0]?.resolve(ann('v2'));
    await settle();
    expect(controller.state.status).toBe('idle');
  });
});

describe('the key of an intent', () => {
  test('case 13: stays the same for all tries', async () => {
    const { sent, ended } = await submitted();
    sent[0]?.reject(failure('rate-limited', { retryAfterMs: 2000 }));
    await pass(1999);
    expect(sent).toHaveLength(1);
    await pass(1);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.key).toBe(sent[0]?.key);
    sent[1]?.resolve(ann('v2'));
    expect((await ended).status).toBe('done');
  });

  test('case 30: stays the same when the network was lost before it was sent', async () => {
    const { sent } = await submitted();
    sent[0]?.reject(failure('network'));
    await pass(500);
    expect(sent.map(({ key }) => key)).toEqual([sent[0]?.key, sent[0]?.key]);
  });

  test('stays the same when the user tries again what could not be sent', async () => {
    const { controller, sent, outcomes, ended } = await submitted();
    for (let count = 0; count < 3; count += 1) {
      sent[count]?.reject(failure('unavailable'));
      await pass(1000);
    }
    expect(await ended).toMatchObject({ status: 'failed', error: { kind: 'unavailable' } });
    outcomes.push('unknown');
    controller.begin();
    void controller.submit(edit(), { ifVersion: 'v1' });
    await settle();
    expect(sent).toHaveLength(4);
    expect(sent[3]?.key).toBe(sent[0]?.key);
  });

  test('is another one for another input, and after a refusal', async () => {
    const { controller, sent, ended } = await submitted();
    sent[0]?.reject(failure('validation'));
    await ended;
    void controller.submit(edit(), { ifVersion: 'v1' });
    await settle();
    sent[1]?.reject(failure('validation'));
    await settle();
    void controller.submit(edit('Bea'), { ifVersion: 'v1' });
    await settle();
    expect(new Set(sent.map(({ key }) => key)).size).toBe(3);
  });

  test('case 32: that was used for something else is a conflict, and the next intent has a new one', async () => {
    const { controller, sent, ended } = await submitted();
    sent[0]?.reject(failure('conflict', { code: 'key-reused' }));
    expect(await ended).toMatchObject({ status: 'failed', error: { code: 'key-reused' } });
    void controller.submit(edit(), { ifVersion: 'v1' });
    await settle();
    expect(sent[1]?.key).not.toBe(sent[0]?.key);
  });

  test('is kept without a word of what was written', async () => {
    const { storage, sent } = await submitted();
    const [item] = storage.items.values();
    expect(item).toContain(sent[0]?.key);
    expect(item).not.toMatch(/Ann|example/);
  });
});

describe('tries of a write', () => {
  test.each(['network', 'rate-limited', 'unavailable'] as const)('%s: three in all', async (kind) => {
    const { sent, ended } = await submitted();
    for (let elapsed = 0; elapsed < 10_000; elapsed += 500) {
      for (const each of sent) each.reject(failure(kind));
      await pass(500);
    }
    expect(sent).toHaveLength(3);
    expect(await ended).toMatchObject({ status: 'failed', error: { kind } });
  });

  test.each([
    'validation',
    'unauthenticated',
    'payment-declined',
    'forbidden',
    'not-found',
    'stale-version',
    'preview-expired',
    'conflict',
  ] as const)('case 14: %s is not tried again', async (kind) => {
    const { sent, ended } = await submitted();
    sent[0]?.reject(failure(kind));
    await pass(20_000);
    expect(sent).toHaveLength(1);
    expect(await ended).toMatchObject({ status: 'failed', error: { kind } });
  });

  test('there is only one where the back end honours no keys', async () => {
    const { sent, ended } = await submitted({}, may({ features: {} }));
    sent[0]?.reject(failure('unavailable'));
    expect(await ended).toMatchObject({ status: 'failed', error: { kind: 'unavailable' } });
    expect(sent).toHaveLength(1);
  });

  test('case 11: a Retry-After of more than a minute is left to the user', async () => {
    const { sent, ended } = await submitted();
    sent[0]?.reject(failure('unavailable', { retryAfterMs: 86_400_000 }));
    expect((await ended).status).toBe('failed');
    expect(sent).toHaveLength(1);
  });
});

test('case 119: without a network a write is refused, and nothing waits to be sent', async () => {
  onlineManager.setOnline(false);
  const { sent, ended, store } = await submitted();
  expect(await ended).toMatchObject({ status: 'failed', error: { kind: 'network', code: 'offline' } });
  onlineManager.setOnline(true);
  await pass(60_000);
  expect(sent).toEqual([]);
  expect(writerOf(store).pending()).toEqual([]);
});

test('case 38: an answer that says that it has failed is a failure', async () => {
  const outcome = { status: 'failed', code: 'insufficient-funds', invoice: answers.invoices().items[0] };
  const writable = may({ invoices: { read: true, write: true, reason: '' } });
  const store = page(book({ payInvoice: () => Promise.resolve(outcome as never) }, writable).adapter);
  const { controller } = writing(() => store, payInvoice);
  const amount = { amount: '9260', currency: 'USD', exponent: 2 };
  const state = await controller.submit({ invoice: 'in-1', payment: { method: 'pm-1', amount } });
  expect(state).toMatchObject({ status: 'failed', error: { kind: 'payment-declined', code: 'insufficient-funds' } });
});
