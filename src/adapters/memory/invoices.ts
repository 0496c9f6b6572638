import type { Invoice, InvoiceQuery, InvoiceSummary, Page, PageQuery } from '../../api/index.js';
import type { InvoiceLine, InvoicePreview } from '../../rating/index.js';
import { statusOn, summaryOf } from './invoice-status.js';
import { pageBy, pageOf } from './pages.js';
import { collect } from './payments.js';
import { found } from './refuse.js';
import type { StoredInvoice } from './seed.js';
import { newId, todayOf, type State } from './state.js';

/** Issues a rated invoice now, and collects it from the default method, then from the back-ups in order. */
export function issueInvoice(state: State, rated: InvoicePreview): StoredInvoice {
  const number = String(state.invoices.length + 1).padStart(4, '0');
  const { dates, lines, allowances, total, derivation } = rated;
  const invoice = collect(state, {
    id: newId(state, 'inv'),
    number: `${state.invoicePrefix}-${number}`,
    status: 'open',
    issueDate: todayOf(state),
    dueDate: null,
    total,
    amountDue: total,
    seller: state.seller,
    buyer: state.buyer,
    dates,
    lines,
    allowances,
    derivation,
    attempts: [],
    credits: [],
  });
  state.invoices = [...state.invoices, invoice];
  return invoice;
}

/** Newest first. Throws `validation` for a bad cursor or limit. */
export function listInvoices(state: State, query: InvoiceQuery = {}): Page<InvoiceSummary> {
  const { status, from, to, search } = query;
  const wanted = search?.trim().toLowerCase();
  const today = todayOf(state);
  const all = state.invoices.map((invoice) => summaryOf(invoice, today)).reverse();
  const chosen = all.filter(
    (invoice) =>
      (status === undefined || invoice.status === status) &&
      (from === undefined || invoice.issueDate >= from) &&
      (to === undefined || invoice.issueDate <= to) &&
      (wanted === undefined || invoice.number.toLowerCase().includes(wanted)),
  );
  return pageOf(chosen, query);
}

/** An invoice with the first page of its lines. Throws `not-found`. */
export function readInvoice(state: State, id: string): Invoice {
  const invoice = found(state.invoices, id, 'invoice');
  return { ...invoice, status: statusOn(invoice, todayOf(state)), lines: linesOf(invoice, {}) };
}

/** The lines of an invoice; the cursor is the last line's key. Throws `not-found` or `validation`. */
export const listLines = (state: State, id: string, query: PageQuery = {}): Page<InvoiceLine> =>
  linesOf(found(state.invoices, id, 'invoice'), query);

const linesOf = ({ lines }: StoredInvoice, query: PageQuery): Page<InvoiceLine> =>
  pageBy(lines, ({ key }) => key, query);
