import { onlineManager } from '@tanstack/query-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { QueryController } from '../../src/store/query.js';
import { readContacts } from '../../src/store/reads/people.js';
import { saveContact } from '../../src/store/writes/contacts.js';
import { ann, book, edit, failure, hosts, page, pass, settle, writing } from './book.js';
import { FakeHost } from './fake-host.js';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-18T15:00:00Z') }));
afterEach(async () => {
  onlineManager.setOnline(true);
  for (const host of hosts.splice(0)) host.disconnect();
  await settle();
  vi.useRealTimers();
});

describe('the reads that a write changes', () => {
  /** An element that shows the contacts beside one that writes. */
  async function shown() {
    const it = book();
    const store = page(it.adapter);
    const host = new FakeHost();
    const query = new QueryController(host, () => store, readContacts);
    hosts.push(host);
    host.connect();
    const { controller } = writing(() => store, saveContact);
    await settle();
    const names = (): unknown => query.state.data?.items.map(({ name }) => name);
    const save = async (): Promise<void> => {
      void controller.submit(edit(), { ifVersion: 'v1' });
      await settle();
    };
    return { ...it, controller, query, names, save };
  }

  test('show the answer at once and are read again', async () => {
    const { sent, names, save, lists, keep } = await shown();
    await save();
    keep([ann('v2', 'Anna'), { ...ann('v1', 'Bea'), id: 'c-2' }]);
    sent[0]?.resolve(ann('v2', 'Anna'));
    await settle();
    expect(lists).toHaveBeenCalledTimes(2);
    expect(names()).toEqual(['Anna', 'Bea']);
  });

  test('case 39: show what was written while the back end lists the old version, for half a minute', async () => {
    const { sent, names, save, query } = await shown();
    await save();
    sent[0]?.resolve(ann('v2', 'Anna'));
    await settle();
    expect(names()).toEqual(['Anna']);
    await pass(29_000);
    query.retry();
    await settle();
    expect(names()).toEqual(['Anna']);
    await pass(1000);
    await settle();
    expect(names()).toEqual(['Ann']);
  });

  test('case 39: show any other version than the old one as it comes', async () => {
    const { sent, names, save, query, keep } = await shown();
    await save();
    sent[0]?.resolve(ann('v2', 'Anna'));
    await settle();
    keep([ann('v3', 'Annabel')]);
    query.retry();
    await settle();
    expect(names()).toEqual(['Annabel']);
    keep([ann('v1', 'Ann')]);
    query.retry();
    await settle();
    expect(names()).toEqual(['Ann']);
  });

  test('case 34: are read again when the version is old, and then the user can be asked anew', async () => {
    const { sent, names, save, controller, keep } = await shown();
    await save();
    keep([ann('v2', 'Anita')]);
    sent[0]?.reject(failure('stale-version'));
    await settle();
    expect(names()).toEqual(['Anita']);
    expect(controller.state).toMatchObject({ status: 'failed', fresh: true, error: { kind: 'stale-version' } });
  });

  test('case 41: keep what the back end has when a write fails', async () => {
    const { sent, names, save } = await shown();
    await save();
    expect(names()).toEqual(['Ann']);
    sent[0]?.reject(failure('validation'));
    await settle();
    expect(names()).toEqual(['Ann']);
  });
});
