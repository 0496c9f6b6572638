import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  toBillingError,
  type Account,
  type BillingError,
  type InvoiceSummary,
  type Page,
  type Subscription,
} from '../api/index.js';
import { formatDate } from '../locale/dates.js';
import { failureText } from '../locale/errors.js';
import { invoiceTexts } from '../locale/texts/invoices.js';
import { PageController } from '../store/pages.js';
import { Permissions } from '../store/permissions.js';
import { QueryController } from '../store/query.js';
import { readAccount } from '../store/reads/account.js';
import { readInvoices } from '../store/reads/invoices.js';
import { readSubscriptions } from '../store/reads/subscriptions.js';
import type { PagesState } from '../store/state.js';
import type { BillingStore } from '../store/store.js';
import { todayOf } from '../store/today.js';
import { badges } from '../styles/badges.js';
import { base, buttons, skeletons } from '../styles/base.js';
import { cards } from '../styles/cards.js';
import { tables } from '../styles/tables.js';
import { tokens } from '../styles/tokens.js';
import { Announcer } from './announcer.js';
import { BillingElement } from './billing-element.js';
import { DetailChangeEvent } from './events.js';
import { fieldStyles } from './fields.styles.js';
import { icon } from './icons.js';
import { invoicesTable, saveCsv } from './invoice-csv.js';
import { InvoiceOpenEvent } from './invoice-list.events.js';
import { filterFields, isFiltered, NO_FILTER, queryOf, type ListFilter } from './invoice-list.filter.js';
import { invoiceTable, listTotals, moreButton } from './invoice-list.rows.js';
import { listSkeleton } from './invoice-list.skeleton.js';
import { firstInvoiceDay } from './invoice-list.start.js';
import { styles } from './invoice-list.styles.js';
import { isPending, notice, outcome } from './notices.js';
import { noticeStyles } from './notices.styles.js';

/** How long somebody who types is waited for. */
const TYPING_MS = 250;

/**
 * All invoices, newest first; each opens in place. They can be filtered, searched and saved as a list.
 *
 * @fires {InvoiceOpenEvent} billing-invoice-open - An invoice is opened; prevent it to show it elsewhere.
 * @fires {DetailChangeEvent} billing-detail-change - Another invoice is open, or none any more.
 * @csspart base - Everything.
 * @csspart title - The heading.
 * @csspart filter - The fields that say which invoices are shown.
 * @csspart field - One of them.
 * @csspart table - The list.
 * @csspart invoice - One invoice in the list.
 * @csspart toggle - The button that opens and closes it.
 * @csspart badge - The state of an invoice.
 * @csspart badge-neutral - A state that asks for nothing.
 * @csspart badge-accent - A state that is to be expected: due.
 * @csspart badge-positive - A state that is well: paid.
 * @csspart badge-warning - A state to look after: past due.
 * @csspart badge-negative - A state that failed.
 * @csspart detail - The invoice that is open, with an `invoice-detail` in it.
 * @csspart close - The button that closes an invoice that isn't in the list.
 * @csspart totals - How many there are and what they come to, by currency.
 * @csspart csv - The button that saves the list.
 * @csspart more - The button that shows more of them.
 * @csspart notice - A remark.
 * @csspart notice-info - A remark that states a fact.
 * @csspart notice-negative - A remark about a failure.
 * @csspart retry - The button that reads again.
 */
export class InvoiceList extends BillingElement {
  static override styles: CSSResultGroup = [
    ...[tokens, base, buttons, tables, cards, badges, skeletons, noticeStyles, fieldStyles, styles],
  ];
  static override texts = invoiceTexts;

  /** The invoice that is open, by its id; behind a slash the key of a line that is to be seen. */
  @property() invoice = '';

  /** How many invoices are read at a time, at most 100. */
  @property({ type: Number, attribute: 'page-size' }) pageSize = 20;

  /** A font file for PDFs, where names have letters beyond those of western languages; by https or from the page's origin. */
  @property({ attribute: 'pdf-font' }) pdfFont: string | undefined;

  @state() private filter = NO_FILTER;
  @state() private retried = false;
  @state() private fileError: BillingError | undefined;

  readonly #may = new Permissions(this, () => this.store);
  readonly #account = new QueryController<Account>(this, () => this.store, readAccount);
  readonly #subscriptions = new QueryController<Page<Subscription>>(this, () => this.store, readSubscriptions);
  readonly #pages = new PageController<InvoiceSummary>(
    this,
    () => this.store,
    () => this.#wanted(),
  );
  readonly #voice = new Announcer(this);
  #last: { readonly store: BillingStore | undefined; readonly page: Page<InvoiceSummary> } | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #typed: string | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('adapter') && changed.get('adapter')) this.#forget();
  }

  override render(): TemplateResult | typeof nothing {
    const list = this.#list;
    if (list.status === 'unsupported') return nothing;
    const said = this.retried && list.status === 'ready' && !list.stale ? this.text('common.loaded') : '';
    return html`<section
      part="base"
      class="base"
      lang=${this.language}
      aria-labelledby="title"
      aria-busy=${isPending(list) ? 'true' : 'false'}
    >
      <div class="head">
        <h2 part="title" id="title" tabindex="-1">${this.text('invoices.title')}</h2>
        ${this.#renderFilter()}
      </div>
      ${outcome(this.language, 'invoices.failed', list, this.#retry, said)} ${this.#renderList()}
      ${this.#voice.render()}
    </section>`;
  }

  // Only now do the reads know which account and which invoices are wanted.
  protected override updated(changed: PropertyValues<this>): void {
    const { status, data, stale, error } = this.#list;
    this.setStates({
      loading: isPending(this.#list),
      failed: status === 'failed',
      unsupported: status === 'unsupported',
      empty: data?.items.length === 0 && !isFiltered(this.filter),
      stale,
      'read-only': this.#may.of('invoices').isKnown && !this.#may.of('invoices').write,
    });
    this.report(error ?? this.fileError);
    if (changed.has('invoice') && this.invoice !== '')
      this.renderRoot.querySelector('[part=detail]')?.scrollIntoView({ block: 'nearest' });
  }

  get #list(): PagesState<InvoiceSummary> {
    const { state } = this.#pages;
    return { ...state, ...this.#may.permitted('invoices', state) };
  }

  get #today(): string | undefined {
    const { data } = this.#account.state;
    return data && todayOf(data);
  }

  #wanted(): ReturnType<typeof readInvoices> | undefined {
    return this.#today === undefined ? undefined : readInvoices(queryOf(this.filter, this.#today, this.pageSize));
  }

  /** Absent while there is nothing to choose from. */
  #renderFilter(): TemplateResult | typeof nothing {
    const today = this.#today;
    const isEmpty = this.#list.data?.items.length === 0 && !isFiltered(this.filter);
    if (today === undefined || isEmpty) return nothing;
    const filter = { ...this.filter, search: this.#typed ?? this.filter.search };
    const subscriptions = this.#subscriptions.state.data?.items ?? [];
    return filterFields({ tag: this.language, filter, today, subscriptions, change: this.#change });
  }

  /** While other invoices are looked for, the ones from before stay. */
  #renderList(): TemplateResult | typeof nothing {
    const { status, data } = this.#list;
    if (data) this.#last = { store: this.store, page: data };
    const { store, page } = this.#last ?? {};
    const shown = store === this.store ? page : undefined;
    if (status === 'failed') return this.#renderTable([]);
    if (!shown) return html`${this.invoice ? this.#renderTable([]) : nothing} ${listSkeleton(this.language)}`;
    if (shown.items.length > 0) return this.#renderTable(shown.items);
    return html`${this.invoice ? this.#renderTable([]) : nothing} ${this.#renderNone()}`;
  }

  #renderNone(): TemplateResult {
    if (isFiltered(this.filter)) {
      const all = html`<button type="button" class="button" @click=${this.#showAll}>
        ${this.text('invoices.show-all')}
      </button>`;
      return html`<div role="status">${notice('info', this.text('invoices.none-match'), all)}</div>`;
    }
    const day = this.#today && firstInvoiceDay(this.#subscriptions.state.data?.items ?? [], this.#today);
    const date = day && formatDate(this.language, day, 'day-year');
    return html`<p class="muted">
      ${date ? this.text('invoices.empty-until', { date }) : this.text('invoices.empty')}
    </p>`;
  }

  #renderTable(invoices: readonly InvoiceSummary[]): TemplateResult | typeof nothing {
    const [open = '', ...line] = this.invoice.split('/');
    if (invoices.length === 0 && open === '') return nothing;
    return html`${invoiceTable({
      ...{ tag: this.language, invoices, open, toggle: this.#toggle },
      close: () => this.#toggle(open),
      detail: html`<invoice-detail
        .adapter=${this.adapter}
        .locale=${this.locale}
        .invoice=${open}
        .line=${line.join('/')}
        .pdfFont=${this.pdfFont}
      ></invoice-detail>`,
    })}
    ${invoices.length > 0 ? this.#renderFoot(invoices) : nothing}`;
  }

  #renderFoot(invoices: readonly InvoiceSummary[]): TemplateResult {
    return html`<div class="foot">
        ${listTotals(this.language, invoices)}
        <button part="csv" type="button" class="button" @click=${() => this.#save(invoices)}>
          ${icon('download')}${this.text('invoices.csv')}
        </button>
      </div>
      ${moreButton(this.language, this.#list.more, () => this.#pages.more())}
      <div role="status">
        ${this.fileError ? notice('negative', failureText(this.language, 'file.failed', this.fileError)) : nothing}
      </div>`;
  }

  readonly #toggle = (id: string): void => {
    const isOpen = this.invoice.split('/')[0] === id;
    if (!isOpen && !this.emit(new InvoiceOpenEvent(id))) return;
    this.invoice = isOpen ? '' : id;
    this.emit(new DetailChangeEvent(this.invoice));
    if (isOpen) void this.updateComplete.then(() => this.#focusRow(id));
  };

  /** Where an invoice was closed that isn't in the list, there is no row to go back to. */
  #focusRow(id: string): void {
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-invoice]')];
    (rows.find((row) => row.dataset['invoice'] === id) ?? this.renderRoot.querySelector('h2'))?.focus();
  }

  /** A choice counts at once; what is typed, when the typing rests. */
  readonly #change = (change: Partial<ListFilter>): void => {
    clearTimeout(this.#typing);
    const { search = this.#typed, ...chosen } = change;
    this.#typed = search;
    const filter = { ...this.filter, ...chosen, ...(search !== undefined && { search }) };
    if (change.search === undefined) this.#apply(filter);
    else this.#typing = setTimeout(() => this.#apply(filter), TYPING_MS);
    this.requestUpdate();
  };

  #apply(filter: ListFilter): void {
    this.#typed = undefined;
    this.filter = filter;
  }

  readonly #showAll = (): void => {
    this.#apply(NO_FILTER);
    this.renderRoot.querySelector('h2')?.focus();
  };

  /** Another account has other invoices. */
  #forget(): void {
    this.#last = undefined;
    this.invoice = '';
    this.#apply(NO_FILTER);
  }

  #save(invoices: readonly InvoiceSummary[]): void {
    saveCsv(this.text('invoices.title'), invoicesTable(this.language, invoices)).then(
      () => {
        this.fileError = undefined;
        this.#voice.say(this.text('issued.csv-saved'));
      },
      (cause: unknown) => (this.fileError = toBillingError(cause)),
    );
  }

  /** The button may be gone with the notice that it stands in, so that the focus moves to the heading. */
  readonly #retry = (): void => {
    this.retried = true;
    for (const query of [this.#may, this.#account, this.#pages])
      if (query.state.error || query.state.stale) query.retry();
    this.renderRoot.querySelector('h2')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'invoice-list': InvoiceList;
  }
}
