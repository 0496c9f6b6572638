import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BillingAdapter } from '../../src/api/index.js';
import { readContacts } from '../../src/store/reads/people.js';
import { saveContact } from '../../src/store/writes/contacts.js';
import { ann, book, edit, failure, hosts, page, reading, settle, writing } from './book.js';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-18T15:00:00Z') }));
afterEach(async () => {
  for (const host of hosts.splice(0)) host.disconnect();
  await settle();
  vi.useRealTimers();
});

/** A page that speaks a language, with its contacts on show. */
async function speaking(locale: string) {
  const asked: (string | undefined)[] = [];
  const listContacts: BillingAdapter['listContacts'] = (query) => {
    asked.push(query?.locale);
    return Promise.resolve({ items: [ann()], next: null });
  };
  const it = book({ listContacts });
  const store = page(it.adapter);
  store.speak(locale);
  const { query } = reading(store, readContacts());
  await settle();
  return { ...it, asked, store, query };
}

describe('the language of a page', () => {
  test('goes along with a read', async () => {
    const { asked } = await speaking('de-AT');
    expect(asked).toEqual(['de-AT']);
  });

  test('goes along with a write, and with the question what became of it', async () => {
    const locales: (string | undefined)[] = [];
    const { adapter } = book({
      saveContact: (_id, _contact, { locale }) => {
        locales.push(locale);
        return Promise.reject(failure('timeout'));
      },
      findOutcome: (key, { locale } = {}) => {
        locales.push(locale);
        return Promise.resolve({ key, status: 'succeeded' });
      },
    });
    const store = page(adapter);
    store.speak('de-AT');
    const { controller } = writing(() => store, saveContact);
    void controller.submit(edit());
    await vi.runAllTimersAsync();
    expect(locales).toEqual(['de-AT', 'de-AT']);
  });

  test('reads all again when it changes, and keeps what is on show meanwhile', async () => {
    const { asked, store, query } = await speaking('de-AT');
    store.speak('en');
    expect(query.state.data?.items).toHaveLength(1);
    await settle();
    expect(asked).toEqual(['de-AT', 'en']);
  });

  test('reads nothing again when it stays the same', async () => {
    const { asked, store } = await speaking('de-AT');
    store.speak('de-AT');
    await settle();
    expect(asked).toEqual(['de-AT']);
  });
});
