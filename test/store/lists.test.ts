import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BillingError, type BillingAdapter, type Contact, type InvoiceQuery, type Page } from '../../src/api/index.js';
import { columnsOf } from '../../src/api/usage-table.js';
import { PageController } from '../../src/store/pages.js';
import { readInvoice, readInvoicePdf, readInvoices } from '../../src/store/reads/invoices.js';
import { readContacts } from '../../src/store/reads/people.js';
import { readQuote } from '../../src/store/reads/quotes.js';
import { readUsageRecords } from '../../src/store/reads/usage-records.js';
import { answers } from '../answers.js';
import { ann, book, hosts, page, pass, reading, settle } from './book.js';
import { FakeHost } from './fake-host.js';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-18T15:00:00Z') }));
afterEach(async () => {
  for (const host of hosts.splice(0)) host.disconnect();
  await settle();
  vi.useRealTimers();
});

const contact = (id: string): Contact => ({ ...ann(), id });

/** A back end whose contacts come in these pages, each with its cursor to the next. */
const inPages = (pages: Readonly<Record<string, Page<Contact>>>) => {
  const asked: (string | undefined)[] = [];
  const listContacts: BillingAdapter['listContacts'] = ({ cursor } = {}) => {
    asked.push(cursor);
    return Promise.resolve(pages[cursor ?? ''] ?? { items: [], next: null });
  };
  return { asked, ...reading(page(book({ listContacts }).adapter), readContacts()) };
};

describe('a list that is shown whole', () => {
  test('is read to its end', async () => {
    const { query, asked } = inPages({
      '': { items: [contact('a')], next: '2' },
      2: { items: [contact('b')], next: null },
    });
    await settle();
    expect(query.state.data).toMatchObject({ items: [{ id: 'a' }, { id: 'b' }], next: null });
    expect(asked).toEqual([undefined, '2']);
  });

  test('case 84: has each item once, though pages overlap', async () => {
    const { query } = inPages({
      '': { items: [contact('a'), contact('b'), contact('a')], next: '2' },
      2: { items: [contact('b'), contact('c')], next: null },
    });
    await settle();
    expect(query.state.data?.items.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test.each([
    ['is the same', { '': { items: [contact('a')], next: '2' }, 2: { items: [contact('b')], next: '2' } }, 2],
    [
      'comes back',
      {
        '': { items: [contact('a')], next: '2' },
        2: { items: [contact('b')], next: '3' },
        3: { items: [], next: '2' },
      },
      3,
    ],
  ])('case 85: ends when a cursor %s', async (_name, pages, requests) => {
    const { query, asked } = inPages(pages);
    await settle();
    expect(query.state.data).toMatchObject({ items: [{ id: 'a' }, { id: 'b' }], next: null });
    expect(asked).toHaveLength(requests);
  });

  test('ends after fifty pages, and says that there is more', async () => {
    const listContacts: BillingAdapter['listContacts'] = ({ cursor = '0' } = {}) =>
      Promise.resolve({ items: [contact(cursor)], next: `${Number(cursor) + 1}` });
    const { query } = reading(page(book({ listContacts }).adapter), readContacts());
    await settle();
    expect(query.state.data).toMatchObject({ items: { length: 50 }, next: '50' });
  });

  test('fails where one of its pages does', async () => {
    const listContacts: BillingAdapter['listContacts'] = ({ cursor } = {}) =>
      cursor ? Promise.reject(new BillingError('forbidden', '')) : Promise.resolve({ items: [], next: '2' });
    const { query } = reading(page(book({ listContacts }).adapter), readContacts());
    await settle();
    expect(query.state).toMatchObject({ status: 'failed', error: { kind: 'forbidden' } });
  });

  test.each([
    ['null', null],
    ['a list without items', { items: null, next: null }],
    ['null where an item is', { items: [null], next: null }],
    ['a list without an end', { items: [] }],
  ])('case 86: %s is an answer that does not fit', async (_name, answer) => {
    const listContacts = () => Promise.resolve(answer as never);
    const { query } = reading(page(book({ listContacts }).adapter), readContacts());
    await settle();
    expect(query.state).toMatchObject({ status: 'failed', error: { kind: 'contract' } });
  });
});

describe('a list that is read a page at a time', () => {
  /** Six invoices, two on a page; a test may spoil one page. */
  function invoices(spoilt: { cursor?: string } = {}) {
    const asked: InvoiceQuery[] = [];
    const [summary] = answers.invoices().items;
    const listInvoices: BillingAdapter['listInvoices'] = (query = {}) => {
      asked.push(query);
      const first = Number(query.cursor ?? '0');
      if (spoilt.cursor !== undefined && query.cursor === spoilt.cursor)
        return Promise.reject(new BillingError('forbidden', ''));
      const items = [first, first + 1].map((index) => ({ ...summary, id: `in-${index}` }) as never);
      return Promise.resolve({ items, next: first < 4 ? `${first + 2}` : null });
    };
    const store = page(book({ listInvoices }).adapter);
    const host = new FakeHost();
    const pages = new PageController(
      host,
      () => store,
      () => readInvoices({ status: 'paid' }),
    );
    hosts.push(host);
    host.connect();
    const ids = (): unknown => pages.state.data?.items.map(({ id }) => id);
    return { asked, pages, ids, spoilt };
  }

  test('shows its first page, and then more on demand until its end', async () => {
    const { pages, ids, asked } = invoices();
    await settle();
    expect(pages.state).toMatchObject({ status: 'ready', more: 'ready' });
    expect(ids()).toEqual(['in-0', 'in-1']);
    pages.more();
    pages.more();
    expect(pages.state.more).toBe('loading');
    await settle();
    pages.more();
    await settle();
    expect(ids()).toHaveLength(6);
    expect(pages.state.more).toBe('none');
    expect(asked.map(({ status, cursor }) => [status, cursor])).toEqual([
      ['paid', undefined],
      ['paid', '2'],
      ['paid', '4'],
    ]);
  });

  test('keeps what it has when the next page fails, and tries that again', async () => {
    const { pages, ids, spoilt } = invoices({ cursor: '2' });
    await settle();
    pages.more();
    await settle();
    expect(pages.state).toMatchObject({ status: 'ready', more: 'failed', stale: false, error: { kind: 'forbidden' } });
    delete spoilt.cursor;
    pages.more();
    await settle();
    expect(ids()).toHaveLength(4);
    expect(pages.state).toMatchObject({ more: 'ready', error: undefined });
  });

  test('is unsupported where the adapter lacks it', () => {
    const host = new FakeHost();
    const pages = new PageController(host, () => page(book().adapter), readInvoices);
    host.connect();
    pages.more();
    expect(pages.state).toMatchObject({ status: 'unsupported', more: 'none' });
  });
});

describe('the records of a period', () => {
  const period = { start: '2026-11-01', end: '2026-12-01' };
  const record = (id: string) => ({
    id,
    startedAt: '2026-11-02T10:00:00Z',
    kind: 'operator',
    line: '',
    caller: '',
    callerName: '',
    recordedSeconds: 60,
    agentSeconds: 60,
    charge: 'operator',
    quantity: '60',
    notBilled: null,
  });

  test('are one table over all pages of columns, each record once', async () => {
    const listUsageColumns = vi.fn<NonNullable<BillingAdapter['listUsageColumns']>>((_id, { cursor }) =>
      Promise.resolve(
        cursor ? columnsOf([record('b'), record('c')], null) : columnsOf([record('a'), record('b')], '2'),
      ),
    );
    const { query } = reading(page(book({ listUsageColumns }).adapter), readUsageRecords('sub-1', period));
    await settle();
    expect(query.state.data).toMatchObject({ count: 3, next: null, id: ['a', 'b', 'c'] });
    expect(query.state.data?.record(2)).toEqual(record('c'));
  });

  test('are read as objects where the back end has no columns', async () => {
    const listUsageRecords: BillingAdapter['listUsageRecords'] = () =>
      Promise.resolve({ items: [record('a')], next: null });
    const { query } = reading(page(book({ listUsageRecords }).adapter), readUsageRecords('sub-1', period));
    await settle();
    expect(query.state.data?.record(0)).toEqual(record('a'));
  });

  test('are unsupported where it has neither', () => {
    const { query } = reading(page(book().adapter), readUsageRecords('sub-1', period));
    expect(query.state.status).toBe('unsupported');
  });
});

describe('a question that is asked once', () => {
  test('is answered, or rejects with what went wrong', async () => {
    const file = new Blob(['%PDF']);
    const store = page(book({ getInvoicePdf: () => Promise.resolve(file) }).adapter);
    expect(await store.ask(readInvoicePdf('in-1'))).toBe(file);
    const broken = page(book({ getInvoicePdf: () => Promise.resolve('%PDF' as never) }).adapter);
    await expect(broken.ask(readInvoicePdf('in-1'))).rejects.toMatchObject({ kind: 'contract' });
    await expect(page(book().adapter).ask(readInvoice('in-1'))).rejects.toMatchObject({ kind: 'unsupported' });
  });
});

test('a quote is asked for anew each time, and never changes by itself', async () => {
  const previewChange = vi.fn(() => new Promise<never>(() => undefined));
  const store = page(book({ previewChange }).adapter);
  const quote = readQuote('sub-1', { kind: 'resume' });
  const first = reading(store, quote);
  await pass(600_000);
  first.host.disconnect();
  await settle();
  reading(store, quote);
  expect(previewChange).toHaveBeenCalledTimes(2);
});
