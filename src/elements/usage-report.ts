import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { toBillingError, type BillingError } from '../api/index.js';
import type { Catalogue } from '../locale/catalogue.js';
import { formatMonth } from '../locale/dates.js';
import { numberText } from '../locale/numbers.js';
import { usageTexts } from '../locale/texts/usage.js';
import type { ReadState } from '../store/state.js';
import { UsageReportQuery } from '../store/usage-report-query.js';
import type { UsageMonth } from '../store/usage-report.js';
import type { UsageRecords } from '../store/usage-report-records.js';
import type { RecordFilter, RecordSort } from '../store/usage-report-rows.js';
import { base, buttons, skeletons } from '../styles/base.js';
import { cards } from '../styles/cards.js';
import { tables } from '../styles/tables.js';
import { tokens } from '../styles/tokens.js';
import { Announcer } from './announcer.js';
import { DetailChangeEvent } from './events.js';
import { fieldStyles } from './fields.styles.js';
import { isPending, notice, outcome } from './notices.js';
import { noticeStyles } from './notices.styles.js';
import type { RecordSortEvent } from './record-table.types.js';
import { ResourceElement, type Retryable } from './resource-element.js';
import { saveRecords } from './usage-report.csv.js';
import { NO_FILTER } from './usage-report.filter.js';
import { monthField } from './usage-report.month.js';
import { UsageNews } from './usage-report.news.js';
import { recordList, type Saving } from './usage-report.records.js';
import { sortedBy } from './usage-report.rows.js';
import { Seen } from './usage-report.seen.js';
import { monthSkeleton, reportSkeleton, totalsSkeleton } from './usage-report.skeleton.js';
import { styles } from './usage-report.styles.js';
import { totalsTable } from './usage-report.totals.js';
import { monthUsage, usageInWords } from './usage-report.usage.js';
import { RecordsView } from './usage-report.view.js';

const NEWEST: RecordSort = { by: 'time', descending: true };

/**
 * A month's usage: how far the allowances are used, day by day; what kinds, products and lines come to; and every call
 * and message behind it, to filter, sort and save. The records are read when their sums come into view or are asked for.
 *
 * @fires {DetailChangeEvent} billing-detail-change - Another month was chosen.
 * @csspart base - Everything.
 * @csspart title - The heading.
 * @csspart field - A field: the month, and those of the filter.
 * @csspart product - The usage of one product.
 * @csspart allowance - An allowance: its words and its meter.
 * @csspart meter - The bar of an allowance.
 * @csspart meter-used - The part of the bar that is used.
 * @csspart meter-over - The part of the bar that is over the allowance.
 * @csspart graph - The usage day by day.
 * @csspart as-of - How far the figures go.
 * @csspart breakdown - The sums by kind, product and line.
 * @csspart totals - The table of the sums.
 * @csspart more - The button that shows all lines.
 * @csspart calls - The calls and messages.
 * @csspart toggle - The button that shows and hides them.
 * @csspart filter - The fields that say which of them are shown.
 * @csspart count - How many there are.
 * @csspart csv - The button that saves them.
 * @csspart records - The table of them.
 * @csspart show-all - The button that shows them all again.
 * @csspart empty - What will be here.
 * @csspart notice - A remark.
 * @csspart notice-info - A remark that states a fact.
 * @csspart notice-negative - A remark about a failure.
 * @csspart retry - The button that reads again.
 */
export class UsageReport extends ResourceElement<UsageMonth> {
  static override texts: Catalogue = usageTexts;
  static override styles: CSSResultGroup = [
    ...[tokens, base, buttons, tables, cards, skeletons, noticeStyles, fieldStyles, styles],
  ];

  /** The month that is shown, `2026-10`; the current one without it, or where there is no usage of it. */
  @property() month = '';

  /** The id of the subscription that it is about; all of them without it. */
  @property() subscription = '';

  /** Whether the calls and messages themselves are shown. */
  @property({ type: Boolean, attribute: 'show-records', reflect: true }) showRecords = false;

  @state() private filter = NO_FILTER;
  @state() private sort = NEWEST;
  @state() private showsAllLines = false;
  @state() private saving: Saving | undefined;
  @state() private fileError: BillingError | undefined;

  protected override readonly resource = 'usage';

  readonly #seen = new Seen(this);
  readonly #query = new UsageReportQuery(
    this,
    () => this.store,
    () => ({ month: this.month, subscription: this.subscription, records: this.#wantsRecords }),
  );
  readonly #voice = new Announcer(this);
  readonly #news = new UsageNews(this, (usage) => this.#voice.say(this.text('report.new-usage', { usage })));
  readonly #view = new RecordsView();

  get #wantsRecords(): boolean {
    return this.showRecords || this.#seen.isSeen;
  }

  protected override get shown(): ReadState<UsageMonth> {
    return this.#query.month;
  }

  protected override get reads(): readonly Retryable[] {
    return [{ state: this.#query.month, retry: () => this.#query.retry() }];
  }

  protected override isEmpty(month: UsageMonth): boolean {
    return !hasUsage(month);
  }

  /** There is nothing in it to change. */
  protected override get isReadOnly(): boolean {
    return false;
  }

  protected override get otherError(): BillingError | undefined {
    return this.#query.records.error ?? this.fileError;
  }

  protected override willUpdate(changed?: PropertyValues<this>): void {
    super.willUpdate();
    if (changed?.has('month') || changed?.has('subscription')) this.#begin();
    const { data } = this.shown;
    const about = data && `${data.account.id} ${data.period.start} ${this.subscription} ${this.language}`;
    if (data) this.#news.note(about, usageInWords(this.language, data));
  }

  protected override forget(): void {
    this.filter = NO_FILTER;
    this.#begin();
  }

  /** Another month has other days, and another product other lines. */
  #begin(): void {
    this.filter = { ...this.filter, day: '' };
    this.showsAllLines = false;
  }

  override render(): TemplateResult | typeof nothing {
    const { status, data } = this.shown;
    return this.frame({
      title: this.text('report.title'),
      failed: 'usage.failed',
      head: this.#renderMonths(),
      busy: this.#isBusy,
      content: html`${status === 'failed' ? nothing : this.#renderMonth(data)} ${this.#voice.render()}`,
    });
  }

  get #isBusy(): boolean {
    const { month, records } = this.#query;
    return isPending(month) || (this.#hasRecords(month.data) && this.#wantsRecords && isPending(records));
  }

  #hasRecords(month: UsageMonth | undefined): boolean {
    return month !== undefined && month.subscriptions.length > 0 && this.#query.records.status !== 'unsupported';
  }

  #renderMonths(): TemplateResult | typeof nothing {
    const { choice } = this.#query;
    if (choice) return monthField(this.language, choice, this.#choose);
    return isPending(this.shown) ? monthSkeleton : nothing;
  }

  readonly #choose = (month: string): void => {
    this.month = month;
    this.emit(new DetailChangeEvent(month));
  };

  #renderMonth(month: UsageMonth | undefined): TemplateResult {
    if (!month) return reportSkeleton;
    if (month.subscriptions.length === 0) return this.#renderEmpty('report.not-subscribed', month);
    const isOver = !month.isCurrent && !hasUsage(month);
    const usage = guard([month, this.language], () => monthUsage(this.language, month));
    return html`${isOver ? this.#renderEmpty('report.none-then', month) : nothing} ${usage}
    ${hasUsage(month) || this.showRecords ? this.#renderRecords(month) : nothing}`;
  }

  #renderEmpty(key: 'report.none-then' | 'report.not-subscribed', { period }: UsageMonth): TemplateResult {
    const month = formatMonth(this.language, period.start.slice(0, 7));
    return html`<p part="empty" class="muted">${this.text(key, { month })}</p>`;
  }

  #renderRecords(month: UsageMonth): TemplateResult | typeof nothing {
    if (!this.#hasRecords(month)) return nothing;
    const state = this.#query.records;
    return html`<section part="breakdown" class="part" aria-labelledby="breakdown" ${ref(this.#seen.watch)}>
        <h3 id="breakdown" tabindex="-1">${this.text('totals.title')}</h3>
        ${outcome(this.language, 'totals.failed', { ...state, stale: false }, () => this.#retryRecords())}
        ${state.status === 'failed' ? nothing : this.#renderTotals(month, state)}
      </section>
      <section part="calls" class="part" aria-labelledby="calls">
        <h3 id="calls" tabindex="-1">${this.text('records.title')}</h3>
        <p class="muted small">${this.text('records.intro')}</p>
        <p class="more">
          <button
            part="toggle"
            type="button"
            class="button"
            aria-expanded=${this.showRecords ? 'true' : 'false'}
            @click=${() => (this.showRecords = !this.showRecords)}
          >
            ${this.text(this.showRecords ? 'records.hide' : 'records.show')}
          </button>
        </p>
        ${this.showRecords && state.status !== 'failed' ? this.#renderList(month, state) : nothing}
      </section>`;
  }

  #renderTotals(month: UsageMonth, { data }: ReadState<UsageRecords>): TemplateResult {
    if (!data) return totalsSkeleton;
    const count = numberText(this.language, `${data.table.count}`);
    const totals = this.#view.totals(data, month);
    const view = { showsAll: this.showsAllLines, showAll: this.#showAllLines };
    return html`${data.table.next === null ? nothing : notice('info', this.text('totals.incomplete', { count }))}
    ${guard([totals, month, this.showsAllLines, this.language], () => totalsTable(this.language, totals, month, view))}`;
  }

  #renderList(month: UsageMonth, { data }: ReadState<UsageRecords>): TemplateResult {
    if (!data) return html`<div class="skeleton shape" aria-hidden="true"></div>`;
    const { language: tag, locale, filter, sort, saving, fileError } = this;
    const shown = this.#view.shown(tag, data, month, filter, sort);
    return recordList({
      ...{ tag, locale, month, records: data, shown, filter, sort, saving, fileError },
      kinds: this.#view.totals(data, month).kind.map(({ key }) => key),
      change: this.#change,
      showAll: this.#showAll,
      sortBy: this.#sortBy,
      save: () => this.#save(month, data, shown.rows),
    });
  }

  readonly #change = (change: Partial<RecordFilter>): void => {
    this.filter = { ...this.filter, ...change };
  };

  readonly #sortBy = ({ column }: RecordSortEvent): void => {
    this.sort = sortedBy(column, this.sort);
  };

  /** The button goes with the notice that it stands in, so that the focus moves to the first field. */
  readonly #showAll = (): void => {
    this.filter = NO_FILTER;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#day')?.focus());
  };

  /** The button goes, so that the focus moves to the heading of what it has shown. */
  readonly #showAllLines = (): void => {
    this.showsAllLines = true;
    this.renderRoot.querySelector<HTMLElement>('#breakdown')?.focus();
  };

  #save(month: UsageMonth, records: UsageRecords, rows: Uint32Array): void {
    if (this.saving || rows.length === 0) return;
    const progress = (written: number): void => {
      this.saving = { written, all: rows.length };
    };
    progress(0);
    saveRecords({ tag: this.language, records, rows, month }, progress)
      .then(
        () => {
          this.fileError = undefined;
          this.#voice.say(this.text('records.saved'));
        },
        (cause: unknown) => (this.fileError = toBillingError(cause)),
      )
      .finally(() => (this.saving = undefined));
  }

  #retryRecords(): void {
    this.#query.retry();
    this.renderRoot.querySelector<HTMLElement>('#breakdown')?.focus();
  }
}

/** Whether anything was used in a month. */
const hasUsage = ({ usage }: UsageMonth): boolean => usage.some(({ days }) => days.length > 0);

declare global {
  interface HTMLElementTagNameMap {
    'usage-report': UsageReport;
  }
}
