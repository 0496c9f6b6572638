import type { ReactiveControllerHost } from 'lit';
import { Follower } from './follower.js';
import type { PagedRead } from './reads/paged-read.js';
import { WAITING_FOR_PAGES, type PagesState } from './state.js';
import type { BillingStore, PagesObservation } from './store.js';

export type { PagesState } from './state.js';

/** Reads a long list for an element, a page at a time. */
export class PageController<T> {
  readonly #follower: Follower<PagedRead<T>, PagesObservation<T>>;

  /** `store` and `read` give `undefined` while it isn't known yet whom or what to ask. */
  constructor(
    host: ReactiveControllerHost,
    store: () => BillingStore | undefined,
    read: () => PagedRead<T> | undefined,
  ) {
    this.#follower = new Follower(host, store, read, (from, wanted, changed) => from.observePages(wanted, changed));
  }

  /** The pages read so far, as one list. */
  get state(): PagesState<T> {
    return this.#follower.observation?.state ?? WAITING_FOR_PAGES;
  }

  /** Reads the next page; tries it again where it has failed. Nothing while one is under way, or after the last. */
  more(): void {
    this.#follower.observation?.more();
  }

  /** Reads all pages again that are there, for a button. */
  retry(): void {
    this.#follower.observation?.retry();
  }
}
