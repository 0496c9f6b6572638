import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Account, BillingError, InvoiceSummary, Page, Subscription } from '../api/index.js';
import { formatDate } from '../locale/dates.js';
import { failureText } from '../locale/errors.js';
import { invoiceTexts } from '../locale/texts/invoices.js';
import { PageController } from '../store/pages.js';
import { QueryController } from '../store/query.js';
import { readAccount } from '../store/reads/account.js';
import { readInvoices, type InvoiceFilter } from '../store/reads/invoices.js';
import { readSubscriptions } from '../store/reads/subscriptions.js';
import type { PagesState } from '../store/state.js';
import { todayOf } from '../store/today.js';
import { badges } from '../styles/badges.js';
import { base, buttons, skeletons } from '../styles/base.js';
import { cards } from '../styles/cards.js';
import { tables } from '../styles/tables.js';
import { tokens } from '../styles/tokens.js';
import { Announcer } from './announcer.js';
import { DetailChangeEvent } from './events.js';
import { fieldStyles } from './fields.styles.js';
import { fileButton } from './file-button.js';
import { InvoiceOpenEvent } from './invoice-list.events.js';
import { ListFile } from './invoice-list.file.js';
import { filterFields, isFiltered, NO_FILTER, queryOf, type ListFilter } from './invoice-list.filter.js';
import { countText, invoiceTable, listTotals, moreButton } from './invoice-list.rows.js';
import { filterSkeleton, listSkeleton } from './invoice-list.skeleton.js';
import { firstInvoiceDay } from './invoice-list.start.js';
import { styles } from './invoice-list.styles.js';
import { notice } from './notices.js';
import { noticeStyles } from './notices.styles.js';
import { ResourceElement, type Retryable } from './resource-element.js';

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
 * @csspart read-only - Why the user may look only.
 * @csspart notice - A remark.
 * @csspart notice-info - A remark that states a fact.
 * @csspart notice-negative - A remark about a failure.
 * @csspart retry - The button that reads again.
 */
export class InvoiceList extends ResourceElement<Page<InvoiceSummary>> {
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

  protected override readonly resource = 'invoices';
  readonly #account = new QueryController<Account>(this, () => this.store, readAccount);
  readonly #subscriptions = new QueryController<Page<Subscription>>(this, () => this.store, readSubscriptions);
  readonly #pages = new PageController<InvoiceSummary>(
    this,
    () => this.store,
    () => this.#wanted && readInvoices(this.#wanted),
  );
  readonly #voice = new Announcer(this);
  readonly #file = new ListFile(
    this,
    () => this.store,
    () => this.#voice.say(this.text('issued.csv-saved')),
  );
  #last: Page<InvoiceSummary> | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #typed: string | undefined;
  /** Whether other invoices were asked for, and are still to come. */
  #isAsked = false;
  /** How many there were when the next page was asked for. */
  #before = Infinity;

  protected override get shown(): PagesState<InvoiceSummary> {
    const { state } = this.#pages;
    return { ...state, ...this.may.permitted('invoices', state) };
  }

  protected override get reads(): readonly Retryable[] {
    return [this.#account, this.#pages];
  }

  protected override isEmpty({ items }: Page<InvoiceSummary>): boolean {
    return items.length === 0 && !isFiltered(this.filter);
  }

  protected override get otherError(): BillingError | undefined {
    return this.#file.error;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  override render(): TemplateResult | typeof nothing {
    return this.frame({
      title: this.text('invoices.title'),
      failed: 'invoices.failed',
      head: this.#renderFilter(),
      content: html`${this.#renderList()} ${this.invoice === '' ? this.renderReadOnly() : nothing}
      ${this.#voice.render()}`,
    });
  }

  protected override updated(changed?: PropertyValues<this>): void {
    super.updated();
    if (changed?.has('invoice') && this.invoice !== '')
      this.renderRoot.querySelector('[part=detail]')?.scrollIntoView({ block: 'nearest' });
    if (this.shown.data) this.#arrived(this.shown.data.items);
  }

  /** What was asked for is there: how many, and where the next page begins, since the button for it may be gone. */
  #arrived(invoices: readonly InvoiceSummary[]): void {
    const first = invoices[this.#before];
    if (this.#isAsked && invoices.length > 0) this.#voice.say(countText(this.language, invoices, this.shown.more));
    if (first) this.#focusRow(first.id);
    this.#isAsked = false;
    if (first) this.#before = Infinity;
  }

  get #today(): string | undefined {
    const { data } = this.#account.state;
    return data && todayOf(data);
  }

  get #wanted(): InvoiceFilter | undefined {
    return this.#today === undefined ? undefined : queryOf(this.filter, this.#today, this.pageSize);
  }

  /** Absent while there is nothing to choose from. */
  #renderFilter(): TemplateResult | typeof nothing {
    const today = this.#today;
    const { data } = this.shown;
    if (data && this.isEmpty(data)) return nothing;
    if (today === undefined) return this.shown.status === 'failed' ? nothing : filterSkeleton;
    const filter = { ...this.filter, search: this.#typed ?? this.filter.search };
    const subscriptions = this.#subscriptions.state.data?.items ?? [];
    return filterFields({ tag: this.language, filter, today, subscriptions, change: this.#change });
  }

  /** While other invoices are looked for, the ones from before stay. */
  #renderList(): TemplateResult | typeof nothing {
    const { status, data } = this.shown;
    const page = (this.#last = data ?? this.#last);
    if (status === 'failed') return this.#renderTable([]);
    if (!page) return html`${this.#renderTable([])} ${listSkeleton(this.language)}`;
    return page.items.length > 0 ? this.#renderTable(page.items) : html`${this.#renderTable([])} ${this.#renderNone()}`;
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
    const { data, more } = this.shown;
    const { isMaking, error } = this.#file;
    const rest = data && more === 'none' ? undefined : this.#wanted;
    const csv = fileButton({
      part: 'csv',
      label: this.text('invoices.csv'),
      making: this.text('invoices.csv-making'),
      isMaking,
      save: () => void this.#file.save({ tag: this.language, invoices, rest }),
    });
    return html`<div class="foot">${listTotals(this.language, invoices, more)} ${csv}</div>
      ${moreButton(this.language, more, this.#more)}
      <div role="status">
        ${error ? notice('negative', failureText(this.language, 'file.failed', error)) : nothing}
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

  readonly #more = (): void => {
    this.#before = this.shown.data?.items.length ?? Infinity;
    this.#pages.more();
  };

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
    this.#isAsked = true;
    this.#before = Infinity;
    this.filter = filter;
  }

  readonly #showAll = (): void => {
    this.#apply(NO_FILTER);
    this.focusTitle();
  };

  protected override forget(): void {
    if (this.#last) this.invoice = '';
    this.#last = undefined;
    this.#apply(NO_FILTER);
    this.#isAsked = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'invoice-list': InvoiceList;
  }
}
