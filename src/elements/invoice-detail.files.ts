import type { ReactiveControllerHost } from 'lit';
import { BillingError, toBillingError, type Invoice, type Subscription } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { readInvoicePdf } from '../store/reads/invoices.js';
import type { BillingStore } from '../store/store.js';
import { download } from './download.js';
import { linesTable, saveCsv } from './invoice-csv.js';
import { fontFile } from './invoice-pdf.fonts.js';
import { printInvoice } from './invoice-print.js';
import { sheetOf, type InvoiceSheet } from './invoice-print.sheet.js';

/** What becomes a file. */
export interface FiledInvoice {
  readonly tag: LanguageTag;
  readonly invoice: Invoice;
  readonly subscriptions: readonly Subscription[];
  /** The account's, once it is known. */
  readonly timeZone: string | undefined;
  /** Whether the back end has a PDF of its own. */
  readonly hasPdf: boolean;
  /** The address of a font file for the PDF. */
  readonly font: string | undefined;
}

/**
 * `making`: a PDF is being made · `must-print`: our PDF lacks letters of it, so that the browser has to make it ·
 * `failed`: there is no file, `again` tries once more.
 */
export type FileState =
  | { readonly status: 'idle' | 'making' | 'must-print' }
  | { readonly status: 'failed'; readonly error: BillingError; readonly again: () => void };

/** Saves and prints an invoice. */
export class InvoiceFiles {
  state: FileState = { status: 'idle' };

  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  readonly #store: () => BillingStore | undefined;
  readonly #saved: (file: 'pdf' | 'csv') => void;

  /** `saved` is told when the browser has a file, so that those who only hear are told too. */
  constructor(
    host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    store: () => BillingStore | undefined,
    saved: (file: 'pdf' | 'csv') => void,
  ) {
    this.#host = host;
    this.#store = store;
    this.#saved = saved;
  }

  /** Opens the browser's print dialog. */
  print(filed: FiledInvoice): void {
    void printInvoice(sheetIn(filed), this.#host.renderRoot);
  }

  /** Saves the lines. */
  csv(filed: FiledInvoice): void {
    const { tag, invoice, subscriptions } = filed;
    this.#follow('csv', saveCsv(invoice.number, linesTable(tag, invoice, subscriptions)), () => this.csv(filed));
  }

  /** Saves the back end's own file where there is one, else one that is made here. */
  pdf(filed: FiledInvoice): void {
    if (this.state.status === 'making') return;
    this.#set({ status: 'making' });
    this.#follow('pdf', this.#savePdf(filed), () => this.pdf(filed));
  }

  /** Forgets what became of the last file: another invoice is shown. */
  reset(): void {
    this.state = { status: 'idle' };
  }

  /** Resolves with `false` where our PDF lacks letters. */
  async #savePdf(filed: FiledInvoice): Promise<boolean> {
    const { id, number } = filed.invoice;
    const store = filed.hasPdf ? this.#store() : undefined;
    const file = store ? await needPdf(await store.ask(readInvoicePdf(id))) : await makePdf(filed);
    if (file) download(`${number}.pdf`, 'application/pdf', file);
    return file !== null;
  }

  #follow(file: 'pdf' | 'csv', work: Promise<boolean | void>, again: () => void): void {
    work.then(
      (made) => {
        this.#set({ status: made === false ? 'must-print' : 'idle' });
        if (made !== false) this.#saved(file);
      },
      (cause: unknown) => this.#set({ status: 'failed', error: toBillingError(cause), again }),
    );
  }

  #set(state: FileState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

const sheetIn = ({ tag, invoice, subscriptions, timeZone }: FiledInvoice): InvoiceSheet =>
  sheetOf(tag, invoice, subscriptions, timeZone);

/** `null` where the letters are lacking. */
async function makePdf(filed: FiledInvoice): Promise<Blob | null> {
  const { font } = filed;
  const [{ invoicePdf }, letters] = await Promise.all([
    import('./invoice-pdf.js'),
    font === undefined ? undefined : fontFile(font),
  ]);
  return invoicePdf(sheetIn(filed), { font: letters });
}

/** A back end's file is saved only if it is what it says. */
async function needPdf(file: Blob): Promise<Blob> {
  if ((await file.slice(0, 5).text()) === '%PDF-') return file;
  throw new BillingError('contract', 'getInvoicePdf: expected a PDF');
}
