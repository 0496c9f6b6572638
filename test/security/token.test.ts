import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBackend, mockFetch } from '../../mock-api/index.js';
import { restAdapter, type Fetch } from '../../src/adapters/rest.js';
import type { BillingAdapter } from '../../src/api/index.js';
import { keepIn } from '../../src/store/persistence.js';
import { readAccount } from '../../src/store/reads/account.js';
import { readContacts } from '../../src/store/reads/people.js';
import { addContact } from '../../src/store/writes/contacts.js';
import { hosts, memoryStorage, page, pass, reading, settle, writing } from '../store/book.js';

const TOKEN = 'tok_5f2c9a17e0b44d';
const CONSOLE = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Whatever could be seen by others. */
let seen: string[] = [];

beforeEach(() => {
  seen = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  for (const name of CONSOLE) vi.spyOn(console, name).mockImplementation((...words) => void seen.push(words.join(' ')));
});
afterEach(() => {
  for (const host of hosts.splice(0)) host.disconnect();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A network that notes every request but for the header that the token belongs into. */
function noting(fault: string, authorizations: unknown[]): Fetch {
  const back = mockFetch(createBackend('mid-month'));
  return (url, init) => {
    const { authorization, ...headers } = init.headers as Record<string, string>;
    authorizations.push(authorization);
    seen.push(url, JSON.stringify(headers), JSON.stringify(init.body ?? ''));
    if (fault === 'refused by fetch') return Promise.reject(new TypeError(`${url} is not answered`));
    return back(url, { ...init, headers: { ...headers, 'x-fault': fault } });
  };
}

const textOf = (error: unknown): string =>
  error instanceof Error ? [JSON.stringify(error), error.message, error.stack, textOf(error.cause)].join(' ') : '';

test.each(['', 'status=401', 'status=500', 'status=403', 'drop', 'truncate', 'refused by fetch'])(
  'a token is nowhere but in its header, whatever comes of the request: "%s"',
  async (fault) => {
    const authorizations: unknown[] = [];
    const getToken = () => Promise.resolve(TOKEN);
    const rest = restAdapter({
      baseUrl: 'http://localhost/billing/v1',
      fetch: noting(fault, authorizations),
      getToken,
    });
    const adapter: BillingAdapter = { ...rest, subscribe: () => () => undefined };
    const [intents, kept] = [memoryStorage(), memoryStorage()];
    const store = page(adapter, { intents, persist: keepIn(kept, 'kept') });
    const queries = [reading(store, readAccount()).query, reading(store, readContacts()).query];
    const { controller } = writing(() => store, addContact);
    void controller.submit({ name: 'Ann', email: 'ann@example.com', phone: '', receives: [] });
    for (let turn = 0; turn < 40; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      await pass(500);
      seen.push(JSON.stringify([...intents.items]));
    }
    const errors = [...queries.map(({ state }) => state.error), controller.state.error];
    seen.push(...errors.map(textOf));
    for (const host of hosts.splice(0)) host.disconnect();
    await settle();
    seen.push(JSON.stringify([...kept.items]), JSON.stringify(controller.state));
    expect(authorizations.length).toBeGreaterThan(2);
    expect(new Set(authorizations)).toEqual(new Set([`Bearer ${TOKEN}`]));
    expect(seen.filter((text) => text.includes(TOKEN))).toEqual([]);
  },
);
