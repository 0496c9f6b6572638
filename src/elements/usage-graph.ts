import { html, LitElement, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ref } from 'lit/directives/ref.js';
import { text } from '../locale/messages.js';
import { addDays, daysBetween, type PlainDate } from '../rating/index.js';
import { base, buttons } from '../styles/base.js';
import { tables } from '../styles/tables.js';
import { tokens } from '../styles/tokens.js';
import { LanguageController } from './language-controller.js';
import { placeCard } from './usage-graph.card.js';
import { layoutOf, type GraphLayout, type Size } from './usage-graph.layout.js';
import { readoutOf, readoutText, summaryOf } from './usage-graph.readout.js';
import { styles } from './usage-graph.styles.js';
import { drawCrosshair, drawGraph, sideOf, type Side } from './usage-graph.svg.js';
import { renderTable } from './usage-graph.table.js';
import { measureIn, wordsOf } from './usage-graph.text.js';
import type { UsageGraphData } from './usage-graph.types.js';

/**
 * Draws a period's usage: the running total over the days, what it is measured against, and how it may go on. Arrow
 * keys and the pointer move a crosshair from day to day; a button shows the same figures as a table.
 *
 * @csspart graph - The drawing.
 * @csspart card - The figures of the day under the crosshair.
 * @csspart table - The figures as a table.
 * @csspart view - The button between graph and table.
 */
export class UsageGraph extends LitElement {
  static override styles: CSSResultGroup = [tokens, base, buttons, tables, styles];

  /** What to draw; nothing is shown without it. */
  @property({ attribute: false }) data: UsageGraphData | undefined;
  /** What is counted, for assistive technology: `Operator minutes`. */
  @property() label = '';
  /** A language tag such as `de-AT`; without one it is the `lang` of the nearest element that has one. */
  @property() locale: string | undefined;
  /** Whether the figures are shown as a table. */
  @property({ type: Boolean, attribute: 'as-table', reflect: true }) asTable = false;

  /** The day under the crosshair. */
  @state() private day: PlainDate | undefined;
  @state() private size: Size | undefined;

  readonly #language = new LanguageController(this);
  #layout: GraphLayout | undefined;
  #side: Side = (x) => x;
  #plot: Element | undefined;
  readonly #resize = new ResizeObserver(([entry]) => {
    // Out of sight, as on a tab that isn't shown, it has no size to be drawn in.
    if (entry && entry.contentRect.width > 0) this.size = entry.contentRect;
  });

  protected override willUpdate(changed: PropertyValues): void {
    const { data, day } = this;
    if (data && day !== undefined && (day < data.period.start || day >= data.period.end)) this.day = undefined;
    // Placing the texts is work, and a crosshair that moves leaves them where they are.
    if (changed.size !== 1 || !changed.has('day')) this.#layout = undefined;
  }

  protected override render(): TemplateResult {
    const { data } = this;
    if (!data) return html`<div class="base"></div>`;
    const name = this.label || text(this.#language.tag, 'graph.name');
    return html`
      <div class="base">
        ${this.asTable ? renderTable(this.#language.tag, data, name) : this.#renderPlot(data, name)}
        <div class="views">
          <button type="button" class="link small" part="view" @click=${this.#onView}>
            ${text(this.#language.tag, this.asTable ? 'graph.show-graph' : 'graph.show-table')}
          </button>
        </div>
      </div>
    `;
  }

  protected override updated(): void {
    const card = this.renderRoot.querySelector<HTMLElement>('.card');
    if (card && this.#layout && this.day !== undefined) placeCard(card, this.#layout, this.#side, this.day);
  }

  #renderPlot(data: UsageGraphData, name: string): TemplateResult {
    return html`
      <div
        class="plot"
        ${ref(this.#observe)}
        @pointermove=${this.#onPointer}
        @pointerdown=${this.#onPointer}
        @pointerleave=${this.#onLeave}
      >
        ${this.#renderGraph(data)} ${this.#renderSlider(data, name)}
        ${this.day === undefined ? nothing : this.#renderCard(data, this.day)}
      </div>
    `;
  }

  #renderGraph(data: UsageGraphData): TemplateResult | typeof nothing {
    if (!this.size || !this.#plot) return nothing;
    const layout = (this.#layout ??= layoutOf(
      data,
      this.size,
      wordsOf(this.#language.tag, data),
      measureIn(this.#plot),
    ));
    this.#side = sideOf(layout.width, getComputedStyle(this).direction === 'rtl');
    return html`
      <svg
        part="graph"
        role="img"
        aria-label=${summaryOf(this.#language.tag, data)}
        width=${layout.width}
        height=${layout.height}
      >
        ${drawGraph(layout, this.#side)}
        ${this.day === undefined ? nothing : drawCrosshair(layout, this.#side, this.day)}
      </svg>
    `;
  }

  /** A native range: its keys, its direction and the way it is announced come with it. */
  #renderSlider(data: UsageGraphData, name: string): TemplateResult {
    const { start, end } = data.period;
    const day = this.day ?? this.#restingDay(data);
    return html`
      <input
        type="range"
        aria-label=${name}
        min="0"
        max=${daysBetween(start, end) - 1}
        .value=${String(daysBetween(start, day))}
        aria-valuetext=${readoutText(readoutOf(this.#language.tag, data, day))}
        @input=${this.#onSlide}
        @focus=${this.#onFocus}
        @blur=${this.#hide}
        @keydown=${this.#onKey}
      />
    `;
  }

  #renderCard(data: UsageGraphData, date: PlainDate): TemplateResult {
    const { day, outlook, rows } = readoutOf(this.#language.tag, data, date);
    return html`
      <div class="card small" part="card" aria-hidden="true">
        <p class="strong">${day}</p>
        ${outlook === undefined ? nothing : html`<p class="muted">${outlook}</p>`}
        <dl>
          ${rows.map(
            ({ name, value }) =>
              html`<dt class="muted">${name}</dt>
                <dd class="end"><bdi>${value}</bdi></dd>`,
          )}
        </dl>
      </div>
    `;
  }

  /** Where the keys start from: today, or the end of a period that is over. */
  #restingDay({ period, today }: UsageGraphData): PlainDate {
    const last = addDays(period.end, -1);
    return today < period.start ? period.start : today > last ? last : today;
  }

  readonly #observe = (plot: Element | undefined): void => {
    this.#resize.disconnect();
    this.#plot = plot;
    if (plot) this.#resize.observe(plot);
  };

  #onView(): void {
    this.asTable = !this.asTable;
    this.day = undefined;
  }

  #onPointer({ clientX, currentTarget }: PointerEvent): void {
    const { left } = (currentTarget as Element).getBoundingClientRect();
    this.day = this.#layout?.scale.dayAt(this.#side(clientX - left));
  }

  #onLeave({ pointerType }: PointerEvent): void {
    // A finger that is lifted leaves too, but only then can what was under it be read.
    if (pointerType === 'mouse') this.day = undefined;
  }

  #onSlide({ target }: InputEvent): void {
    if (this.data) this.day = addDays(this.data.period.start, Number((target as HTMLInputElement).value));
  }

  #onFocus(): void {
    if (this.data) this.day ??= this.#restingDay(this.data);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.day === undefined) return;
    // This Escape is answered here: a dialog around the graph stays open.
    event.preventDefault();
    event.stopPropagation();
    this.#hide();
  }

  #hide(): void {
    this.day = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'usage-graph': UsageGraph;
  }
}
