import type { Invoice, InvoiceSummary, Subscription } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { addDays, moneyText } from '../rating/index.js';
import { csvOf, type CellKind } from './csv.js';
import { download } from './download.js';
import { statusName } from './invoice-detail.words.js';
import { lineName } from './invoice-line.js';

/** A table before it is written: for spreadsheets and bookkeeping, so amounts and dates are plain, `-12.50`, `2026-11-01`. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly kinds: readonly CellKind[];
}

/** Saves a table under a name. Rejects where the writer of CSV can't be loaded. */
export async function saveCsv(name: string, { header, rows, kinds }: CsvTable): Promise<void> {
  download(`${name}.csv`, 'text/csv;charset=utf-8', await csvOf(header, rows, kinds));
}

/** Invoices, one a row. */
export function invoicesTable(tag: LanguageTag, invoices: readonly InvoiceSummary[]): CsvTable {
  return {
    header: [
      text(tag, 'sheet.number'),
      text(tag, 'csv.status'),
      text(tag, 'sheet.issued'),
      text(tag, 'sheet.due'),
      text(tag, 'invoices.total'),
      text(tag, 'csv.to-pay'),
      text(tag, 'csv.currency'),
    ],
    rows: invoices.map(({ number, status, issueDate, dueDate, total, amountDue }) => [
      number,
      bare(statusName(tag, status)),
      issueDate,
      dueDate ?? text(tag, 'invoices.on-receipt'),
      moneyText(total),
      moneyText(amountDue),
      total.currency,
    ]),
    kinds: ['text', 'text', 'text', 'text', 'number', 'number', 'text'],
  };
}

/** The lines of an invoice, one a row. `To` is the last day. */
export function linesTable(tag: LanguageTag, invoice: Invoice, subscriptions: readonly Subscription[]): CsvTable {
  const productOf = (id: string): string => subscriptions.find((each) => each.id === id)?.product ?? '';
  return {
    header: [
      text(tag, 'invoices.number'),
      text(tag, 'csv.product'),
      text(tag, 'sheet.description'),
      text(tag, 'csv.from'),
      text(tag, 'csv.to'),
      text(tag, 'sheet.quantity'),
      text(tag, 'csv.unit'),
      text(tag, 'sheet.price'),
      text(tag, 'sheet.amount'),
      text(tag, 'csv.currency'),
    ],
    rows: invoice.lines.items.map((line) => [
      invoice.number,
      productOf(line.subscription),
      bare(lineName(tag, line, invoice)),
      line.period.start,
      addDays(line.period.end, -1),
      line.quantity,
      line.unit,
      line.unitPrice,
      moneyText(line.amount),
      line.amount.currency,
    ]),
    kinds: ['text', 'text', 'text', 'text', 'text', 'number', 'text', 'number', 'number', 'text'],
  };
}

/** Without the marks that keep directions apart on a page. */
const bare = (words: string): string => words.replace(/[\u2068\u2069]/g, '');
