import {
  BillingError,
  check,
  invoiceLinePageSchema,
  invoicePageSchema,
  invoiceSchema,
  type BillingAdapter,
  type Invoice,
  type InvoiceQuery,
  type InvoiceSummary,
  type Page,
  type ReadOptions,
} from '../../api/index.js';
import type { InvoiceLine } from '../../rating/index.js';
import type { PagedRead } from './paged-read.js';
import { answerOf, promised, type Read } from './read.js';
import { wholeList } from './whole-list.js';

/** The most that the contract allows on a page. */
const MOST = 100;

/** Which invoices are wanted. */
export type InvoiceFilter = Pick<InvoiceQuery, 'status' | 'from' | 'to' | 'search' | 'limit'>;

/** Issued invoices, newest first, a page at a time. */
export const readInvoices = (filter: InvoiceFilter = {}): PagedRead<InvoiceSummary> => ({
  key: ['invoices', 'list', JSON.stringify(filter)],
  method: 'listInvoices',
  idOf: ({ id }) => id,
  page: async (adapter, query) =>
    answerOf(invoicePageSchema, adapter.listInvoices?.({ ...filter, ...query }), 'listInvoices'),
  revive: (value) => check(invoicePageSchema, value, 'listInvoices'),
});

/** All of them, to the last one. For `store.ask`. */
export const readAllInvoices = (filter: InvoiceFilter = {}): Read<Page<InvoiceSummary>> => ({
  key: ['invoices', 'all', JSON.stringify(filter)],
  method: 'listInvoices',
  momentary: true,
  fetch: (adapter, options) => {
    const { page, idOf } = readInvoices({ ...filter, limit: MOST });
    return wholeList((cursor) => page(adapter, { ...options, ...(cursor !== undefined && { cursor }) }), idOf);
  },
});

/** An issued invoice with all its lines. `lines.next` is `null` unless the back end can't give them, or too many. */
export const readInvoice = (id: string): Read<Invoice> => ({
  key: ['invoices', 'one', id],
  method: 'getInvoice',
  fetch: async (adapter, options) => {
    const invoice = await answerOf(invoiceSchema, adapter.getInvoice?.(id, options), 'getInvoice');
    if (invoice.lines.next === null || !adapter.listInvoiceLines) return invoice;
    return { ...invoice, lines: await allLines(adapter, invoice, options) };
  },
});

const allLines = (adapter: BillingAdapter, { id, lines }: Invoice, options: ReadOptions): Promise<Invoice['lines']> =>
  wholeList(
    async (cursor) =>
      cursor === undefined
        ? lines
        : answerOf(invoiceLinePageSchema, adapter.listInvoiceLines?.(id, { ...options, cursor }), 'listInvoiceLines'),
    ({ key }: InvoiceLine) => key,
  );

/** The back end's own file of an invoice. For `store.ask`. */
export const readInvoicePdf = (id: string): Read<Blob> => ({
  key: ['invoices', 'pdf', id],
  method: 'getInvoicePdf',
  momentary: true,
  fetch: async (adapter, options) => {
    const file: unknown = await promised(adapter.getInvoicePdf?.(id, options), 'getInvoicePdf');
    if (file instanceof Blob) return file;
    throw new BillingError('contract', 'getInvoicePdf: expected a file');
  },
});
