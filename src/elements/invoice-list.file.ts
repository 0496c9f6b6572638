import type { ReactiveControllerHost } from 'lit';
import { toBillingError, type BillingError, type InvoiceSummary } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { readAllInvoices, type InvoiceFilter } from '../store/reads/invoices.js';
import type { BillingStore } from '../store/store.js';
import { invoicesTable, saveCsv } from './invoice-csv.js';

/** What is on show of a list. */
export interface ListShown {
  readonly tag: LanguageTag;
  readonly invoices: readonly InvoiceSummary[];
  /** What they were asked for by, where there are more of them than these. */
  readonly rest: InvoiceFilter | undefined;
}

/** Saves a list of invoices as CSV: all that are like what was asked for, those that aren't on show yet, too. */
export class ListFile {
  error: BillingError | undefined;
  isMaking = false;

  readonly #host: ReactiveControllerHost;
  readonly #store: () => BillingStore | undefined;
  readonly #saved: () => void;

  /** `saved` is told when the browser has the file. */
  constructor(host: ReactiveControllerHost, store: () => BillingStore | undefined, saved: () => void) {
    this.#host = host;
    this.#store = store;
    this.#saved = saved;
  }

  async save(shown: ListShown): Promise<void> {
    if (this.isMaking) return;
    this.#set(true);
    const error = await this.#write(shown).then(() => undefined, toBillingError);
    this.#set(false, error);
    if (!error) this.#saved();
  }

  async #write({ tag, invoices, rest }: ListShown): Promise<void> {
    const all = rest && (await this.#store()?.ask(readAllInvoices(rest)));
    return saveCsv(text(tag, 'invoices.title'), invoicesTable(tag, all?.items ?? invoices));
  }

  #set(isMaking: boolean, error?: BillingError): void {
    this.isMaking = isMaking;
    this.error = error;
    this.#host.requestUpdate();
  }
}
