import type { Invoice, InvoiceSummary, Page, PageQuery } from '../../api/index.js';
import type { InvoiceLine } from '../../rating/index.js';
import { present } from '../expect.js';
import type { Kit } from '../needs.js';
import { allOf } from './pages.js';

/** The id of the newest invoice. */
export async function someInvoice({ adapter }: Kit<'listInvoices'>): Promise<string> {
  const { items } = await adapter.listInvoices({ limit: 1 });
  return present(items[0], 'the test account has an invoice').id;
}

/** Every invoice, newest first. */
export const invoicesOf = ({ adapter }: Kit<'listInvoices'>): Promise<InvoiceSummary[]> =>
  allOf((query) => adapter.listInvoices(query));

/** All lines of an invoice: the first page came with it. */
export async function linesOf({ adapter }: Kit<never>, { id, lines }: Invoice): Promise<readonly InvoiceLine[]> {
  if (lines.next === null) return lines.items;
  const from = lines.next;
  const page = (query: PageQuery): Promise<Page<InvoiceLine>> =>
    present(adapter.listInvoiceLines?.(id, query), 'who gives lines in pages has listInvoiceLines()');
  return [...lines.items, ...(await allOf((query) => page({ cursor: from, ...query })))];
}
