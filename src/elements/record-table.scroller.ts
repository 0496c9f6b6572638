import type { Range, VirtualItem, Virtualizer } from '@tanstack/virtual-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Rows that are there above and below those that are seen: what is scrolled to is drawn before it comes. */
const OVERSCAN = 8;
/** Until the first row has been measured. */
const ESTIMATED = 41;

type Library = typeof import('@tanstack/virtual-core');
type Rows = Virtualizer<HTMLElement, HTMLElement>;

/** Which rows of a long list have to be there, and where. Its library is loaded with the first list. */
export class RowScroller implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #scroller: () => HTMLElement | null;
  #rows: Rows | undefined;
  #leave: (() => void) | undefined;
  #isConnected = false;
  #hasFailed = false;
  #count = 0;
  #rowHeight = ESTIMATED;
  #headHeight = 0;
  #kept = -1;

  constructor(host: ReactiveControllerHost, scroller: () => HTMLElement | null) {
    this.#host = host;
    this.#scroller = scroller;
    host.addController(this);
  }

  /** The rows that have to be there; none until the library is. */
  get items(): readonly VirtualItem[] {
    return this.#rows?.getVirtualItems() ?? [];
  }

  /** Whether the library couldn't be loaded. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Of all rows, in pixels. */
  get height(): number {
    return this.#count * this.#rowHeight;
  }

  /** The first row below the header, and how far it is scrolled under it. */
  get top(): { readonly position: number; readonly under: number } {
    const offset = this.#scroller()?.scrollTop ?? 0;
    const position = Math.floor(offset / this.#rowHeight);
    return { position, under: offset - position * this.#rowHeight };
  }

  /** How many rows are seen at once, at least one. */
  get page(): number {
    const height = (this.#scroller()?.clientHeight ?? 0) - this.#headHeight;
    return Math.max(1, Math.floor(height / this.#rowHeight) - 1);
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#load();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#leave?.();
    this.#rows = this.#leave = undefined;
  }

  hostUpdated(): void {
    this.#rows?._willUpdate();
  }

  /** How many rows there are, and the one that stays though it isn't seen, because it has the focus; -1 for none. */
  set(count: number, kept: number): void {
    if (count === this.#count && kept === this.#kept) return;
    this.#count = count;
    this.#kept = kept;
    this.#apply();
  }

  /** Rows have one height, that of the first; what is at the top stays there when that changes. */
  measure(rowHeight: number, headHeight: number): void {
    if (rowHeight === 0 || (rowHeight === this.#rowHeight && headHeight === this.#headHeight)) return;
    const { position, under } = this.top;
    const isTaller = rowHeight !== this.#rowHeight;
    this.#rowHeight = rowHeight;
    this.#headHeight = headHeight;
    this.#apply();
    if (!isTaller) return;
    this.#rows?.measure();
    if (position > 0) this.scrollTo(position, under);
  }

  /** Brings a row to the top, scrolled so far under the header; after the next update, when the list is as high as that. */
  scrollTo(position: number, under: number): void {
    void this.#host.updateComplete.then(() => {
      const scroller = this.#scroller();
      if (scroller) scroller.scrollTop = position * this.#rowHeight + under;
    });
  }

  /** Brings a row into view by the shortest way. */
  reveal(position: number): void {
    this.#rows?.scrollToIndex(position, { align: 'auto' });
  }

  /** Tries again to load the library. */
  retry(): void {
    this.#hasFailed = false;
    this.#load();
  }

  #load(): void {
    import('@tanstack/virtual-core').then(
      (library) => this.#begin(library),
      () => {
        this.#hasFailed = true;
        this.#host.requestUpdate();
      },
    );
  }

  #begin({ Virtualizer, elementScroll, observeElementRect, observeElementOffset }: Library): void {
    if (!this.#isConnected || this.#rows) return;
    this.#rows = new Virtualizer<HTMLElement, HTMLElement>({
      ...this.#options(),
      getScrollElement: this.#scroller,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      onChange: () => this.#host.requestUpdate(),
      overscan: OVERSCAN,
    });
    this.#leave = this.#rows._didMount();
    this.#host.requestUpdate();
  }

  /** New functions each time: by them the library sees that what they give has changed. */
  #options(): Pick<Rows['options'], 'count' | 'estimateSize' | 'scrollPaddingEnd' | 'rangeExtractor'> {
    const [height, kept] = [this.#rowHeight, this.#kept];
    return {
      count: this.#count,
      estimateSize: () => height,
      scrollPaddingEnd: this.#headHeight,
      rangeExtractor: (range) => withRow(kept, range),
    };
  }

  #apply(): void {
    const { options } = this.#rows ?? {};
    if (options) this.#rows?.setOptions({ ...options, ...this.#options() });
    this.#host.requestUpdate();
  }
}

/** The rows of a range with some before and after it, and one more wherever it is. */
function withRow(kept: number, { startIndex, endIndex, overscan, count }: Range): number[] {
  const first = Math.max(0, startIndex - overscan);
  const last = Math.min(count - 1, endIndex + overscan);
  const rows = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  if (kept < 0 || kept >= count || (kept >= first && kept <= last)) return rows;
  return kept < first ? [kept, ...rows] : [...rows, kept];
}
