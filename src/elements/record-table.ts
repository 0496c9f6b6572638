import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { text } from '../locale/messages.js';
import { base, buttons } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { icon } from './icons.js';
import { LanguageController } from './language-controller.js';
import { notice } from './notices.js';
import { noticeStyles } from './notices.styles.js';
import { place } from './record-table.place.js';
import { RowScroller } from './record-table.scroller.js';
import { styles } from './record-table.styles.js';
import { RecordSortEvent, type RecordColumn, type RecordRows } from './record-table.types.js';

/**
 * A table of any number of records, of which only those are in the page that are seen. Arrow keys, Page Up and Down, Home
 * and End go from row to row; what is at its top stays there when other records come in.
 *
 * @fires {RecordSortEvent} record-sort - Another order is wanted.
 * @csspart table - The table, which scrolls.
 * @csspart row - A record.
 */
export class RecordTable extends LitElement {
  static override styles: CSSResultGroup = [tokens, base, buttons, noticeStyles, styles];

  /** What the columns are; a host changes them with `rows`. */
  @property({ attribute: false }) columns: readonly RecordColumn[] = [];
  /** What is in them; nothing is shown without it. */
  @property({ attribute: false }) rows: RecordRows | undefined;
  /** What the table is called, for assistive technology. */
  @property() label = '';
  /** A language tag such as `de-AT`; without one it is the `lang` of the nearest element that has one. */
  @property() locale: string | undefined;

  /** The row with the focus; -1 while no row has it. */
  @state() private focused = -1;

  readonly #language = new LanguageController(this);
  readonly #scroller = new RowScroller(this, () => this.renderRoot.querySelector<HTMLElement>('.scroller'));
  readonly #resize = new ResizeObserver(() => this.#measure());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('rows');
    if (before && this.rows) this.#follow(before, this.rows);
    this.#scroller.set(this.rows?.count ?? 0, this.focused);
  }

  override render(): TemplateResult {
    if (this.#scroller.hasFailed) return html`<div class="base" role="alert">${this.#renderFailed()}</div>`;
    const withProduct = this.columns.some(({ name }) => name === 'product');
    return html`<div class="base ${withProduct ? 'with-product' : ''}">
      <div
        part="table"
        class="scroller"
        role="grid"
        aria-label=${this.label}
        aria-readonly="true"
        aria-rowcount=${(this.rows?.count ?? 0) + 1}
        aria-colcount=${this.columns.length}
        @keydown=${this.#onKey}
      >
        <div role="rowgroup" class="head">
          <div role="row" class="row" aria-rowindex="1">${this.columns.map((each) => this.#renderHead(each))}</div>
        </div>
        <div
          role="rowgroup"
          class="body"
          ${place(0, this.#scroller.height)}
          @focusin=${this.#onFocus}
          @focusout=${this.#onBlur}
        >
          ${this.#renderRows()}
        </div>
      </div>
    </div>`;
  }

  protected override updated(): void {
    this.#measure();
  }

  #renderHead({ name, label, sort, isFigure }: RecordColumn): TemplateResult {
    const alignment = isFigure ? 'end' : '';
    if (!sort) return html`<div role="columnheader" class="${name} ${alignment}">${label}</div>`;
    return html`<div role="columnheader" class="${name} ${alignment}" aria-sort=${sort}>
      <button type="button" class="sort" @click=${() => this.dispatchEvent(new RecordSortEvent(name))}>
        ${label}${icon(sort === 'descending' ? 'down' : 'up')}
      </button>
    </div>`;
  }

  #renderRows(): unknown {
    const { rows } = this;
    if (!rows) return nothing;
    const { items, top } = this.#scroller;
    const shown = items.filter(({ index }) => index < rows.count);
    const reached = this.focused >= 0 ? this.focused : Math.min(top.position, rows.count - 1);
    return repeat(
      shown,
      ({ index }) => rows.idAt(index),
      ({ index, start }) => this.#renderRow(rows, index, start, index === reached),
    );
  }

  #renderRow(rows: RecordRows, index: number, start: number, isReached: boolean): TemplateResult {
    const cells = rows.cellsAt(index);
    return html`<div
      part="row"
      role="row"
      class="row"
      aria-rowindex=${index + 2}
      tabindex=${isReached ? 0 : -1}
      ${place(start, 0)}
    >
      ${this.columns.map(
        ({ name, isFigure }, at) =>
          html`<div role="gridcell" class="${name} ${isFigure ? 'end' : ''}">${cells[at]}</div>`,
      )}
    </div>`;
  }

  #renderFailed(): TemplateResult {
    const tag = this.#language.tag;
    const retry = html`<button type="button" class="button" @click=${() => this.#scroller.retry()}>
      ${text(tag, 'common.retry')}
    </button>`;
    return notice('negative', text(tag, 'records.failed'), retry);
  }

  /** Other rows: in another order from the top on, else with the same record at the top and the same one in focus. */
  #follow(before: RecordRows, after: RecordRows): void {
    if (before.view !== after.view) {
      this.focused = -1;
      this.#scroller.scrollTo(0, 0);
      return;
    }
    const { position, under } = this.#scroller.top;
    const isScrolled = position + under > 0 && position < before.count;
    const now = isScrolled ? after.positionOf(before.idAt(position)) : -1;
    if (now >= 0 && now !== position) this.#scroller.scrollTo(now, under);
    if (this.focused >= 0 && this.focused < before.count) this.#keepFocus(after.positionOf(before.idAt(this.focused)));
  }

  /** On the same record; on its neighbour where it isn't there any more. */
  #keepFocus(now: number): void {
    if (now < 0) this.#go(this.focused);
    else this.focused = now;
  }

  #measure(): void {
    const heightOf = (selector: string): number =>
      this.renderRoot.querySelector<HTMLElement>(selector)?.offsetHeight ?? 0;
    this.#scroller.measure(heightOf('.body > .row'), heightOf('.head'));
  }

  #go(position: number): void {
    if (!this.rows || this.rows.count === 0) return;
    this.focused = Math.min(Math.max(position, 0), this.rows.count - 1);
    const wanted = this.focused;
    void this.updateComplete.then(() => {
      this.#scroller.reveal(wanted);
      this.#rowAt(wanted)?.focus({ preventScroll: true });
    });
  }

  #rowAt(position: number): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[aria-rowindex="${position + 2}"]`);
  }

  #onKey(event: KeyboardEvent): void {
    const from = this.focused >= 0 ? this.focused : this.#scroller.top.position;
    const step = this.focused >= 0 ? 1 : 0;
    const to: Readonly<Record<string, number>> = {
      ArrowDown: from + step,
      ArrowUp: from - step,
      PageDown: from + this.#scroller.page,
      PageUp: from - this.#scroller.page,
      Home: 0,
      End: (this.rows?.count ?? 0) - 1,
    };
    const position = to[event.key];
    if (position === undefined || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#go(position);
  }

  #onFocus({ target }: FocusEvent): void {
    const row = (target as Element).closest('[aria-rowindex]');
    if (row) this.focused = Number(row.getAttribute('aria-rowindex')) - 2;
  }

  #onBlur({ relatedTarget }: FocusEvent): void {
    const isWithin = relatedTarget instanceof Element && relatedTarget.closest('.body') !== null;
    if (!isWithin) this.focused = -1;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'record-table': RecordTable;
  }
}
