import { InfiniteQueryObserver, QueryClient, QueryObserver, type Query } from '@tanstack/query-core';
import { BillingError, type BillingAdapter, type Page } from '../api/index.js';
import type { Calls } from './calls.js';
import { Holds } from './holds.js';
import { momentaryOptions, readOptions, type ReadOptions, type StoreOptions } from './options.js';
import { pagesOptions } from './pages-options.js';
import type { Keeper } from './persistence.js';
import type { PagedRead } from './reads/paged-read.js';
import type { Key, Read } from './reads/read.js';
import { onRestored } from './restored.js';
import { toPagesState, toReadState, type PagesState, type ReadState } from './state.js';
import type { Patch } from './writes/patch.js';

/** One element's view of one read. */
export interface Observation<T> {
  readonly state: ReadState<T>;
  /** Asks again now. */
  retry(): void;
  /** Lets go. When nobody is left who observes the read, its request is aborted. */
  stop: () => void;
}

/** One element's view of a list that is read a page at a time. */
export interface PagesObservation<T> extends Observation<Page<T>> {
  readonly state: PagesState<T>;
  /** Asks for the next page. */
  more(): void;
}

/** A read in the words of the library. */
interface Asked<T> {
  readonly queryKey: Key;
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<T>;
}

/** Told of each answer that has come. */
type Arrived = (key: Key, answer: unknown) => void;

/** The reads of a store. */
export class Reader {
  readonly #client = new QueryClient();
  readonly #holds = new Holds(
    (key) => void this.#client.refetchQueries({ queryKey: key, exact: true, type: 'active' }),
  );
  readonly #adapter: BillingAdapter;
  readonly #calls: Calls;
  readonly #options: StoreOptions;
  readonly #arrived: Arrived;
  readonly #keeper: Keeper | undefined;
  #account: string | undefined;
  #stopRestored: () => void = () => undefined;

  constructor(adapter: BillingAdapter, calls: Calls, options: StoreOptions, arrived: Arrived) {
    this.#adapter = adapter;
    this.#calls = calls;
    this.#options = options;
    this.#arrived = arrived;
    this.#keeper = options.persist?.(this.#client);
  }

  /** Whether the adapter has the method, or one that serves as well. */
  can({ method, instead }: Pick<Read<unknown>, 'method' | 'instead'>): boolean {
    return [method, instead].some((name) => name !== undefined && typeof this.#adapter[name] === 'function');
  }

  /** Starts to read, or joins those who do. */
  observe<T>(read: Read<T>, changed: () => void): Observation<T> {
    if (read.revive) this.#keeper?.revive(read.key, read.revive);
    const observer = new QueryObserver<T, BillingError>(this.#client, this.#queryOf(read));
    return {
      get state() {
        return toReadState(observer.getCurrentResult());
      },
      retry: () => this.#again(read, observer),
      stop: observer.subscribe(changed),
    };
  }

  /** The same for a list, a page at a time. */
  observePages<T>(read: PagedRead<T>, changed: () => void): PagesObservation<T> {
    const { revive } = read;
    if (revive) this.#keeper?.revive(read.key, (kept) => firstPage(revive, kept));
    const observer = new InfiniteQueryObserver<Page<T>, BillingError, Page<T>, Key, string | undefined>(this.#client, {
      ...pagesOptions(read, this.#options),
      queryFn: ({ signal, pageParam }) =>
        this.#calls.run(read.method, () =>
          read.page(this.#adapter, {
            ...this.#calls.spoken,
            signal,
            ...(pageParam !== undefined && { cursor: pageParam }),
          }),
        ),
    });
    return {
      get state() {
        return toPagesState(observer.getCurrentResult());
      },
      more: () => {
        const { hasNextPage, isFetching } = observer.getCurrentResult();
        if (hasNextPage && !isFetching) void observer.fetchNextPage();
      },
      retry: () => this.#again(read, observer),
      stop: observer.subscribe(changed),
    };
  }

  /** Asks once, now. Rejects with a `BillingError`. */
  async ask<T>(read: Read<T>): Promise<T> {
    if (!this.can(read)) throw new BillingError('unsupported', `the adapter has no ${read.method}`);
    this.#calls.permit(read.method);
    return this.#client.fetchQuery<T, BillingError>({ ...this.#queryOf(read), staleTime: 0 });
  }

  /** What is known of a read, however old; it is asked for where nothing is. */
  known<T>(read: Read<T>): Promise<T> {
    return this.#client.ensureQueryData<T, BillingError>(this.#queryOf(read));
  }

  /** The version of a read, as far as it has one and it is known. */
  versionOf(key: Key): string | undefined {
    return this.#client.getQueryData<{ readonly version?: string }>(key)?.version;
  }

  /** Shows a read with a patch, until the back end's answers have it. */
  hold(key: Key, patch: Patch): void {
    this.#holds.add(key, patch);
    this.#client.setQueryData(key, (data: unknown) => (data === undefined ? undefined : patch(data)));
  }

  /** Reads again what is on show of these topics, and the rest when it is wanted. Resolves when the former is there. */
  readAgain(topics: ReadonlySet<string>): Promise<void> {
    return this.#renew(({ queryKey: [topic] }) => topics.has(topic as string));
  }

  /** The same of all that lasts. */
  readAllAgain(): Promise<void> {
    return this.#renew(isLasting);
  }

  async #renew(predicate: (query: Query) => boolean): Promise<void> {
    for (const query of this.#client.getQueryCache().findAll({ type: 'inactive', predicate })) query.invalidate();
    await this.#client.refetchQueries({ type: 'active', predicate });
  }

  /** Listens to focus and network, and to a page that comes back: whatever was under way when it was left is lost. */
  wake(): void {
    this.#client.mount();
    this.#stopRestored = onRestored(() => void this.#client.refetchQueries({ type: 'active', predicate: isLasting }));
  }

  /** Nobody observes any more. */
  rest(): void {
    this.#client.unmount();
    this.#stopRestored();
    this.#holds.rest();
    this.#keeper?.write();
  }

  /** Whose answers these are. Those of another account are taken off the page, and read anew. */
  belongTo(account: string): void {
    const wasOther = this.#account !== undefined && this.#account !== account;
    const keptOther = this.#keeper?.belongTo(account) === false;
    this.#account = account;
    if (wasOther || keptOther)
      void this.#client.resetQueries({ predicate: ({ queryKey: [topic] }) => topic !== 'account' });
  }

  #queryOf<T>(read: Read<T>): ReadOptions & Asked<T> {
    return {
      ...(read.momentary ? momentaryOptions(this.#options) : readOptions(this.#options)),
      queryKey: read.key,
      queryFn: ({ signal }) => this.#fetch(read, signal),
    };
  }

  async #fetch<T>(read: Read<T>, signal: AbortSignal): Promise<T> {
    const answer = await this.#calls.run(read.method, () =>
      read.fetch(this.#adapter, { ...this.#calls.spoken, signal }),
    );
    const shown = this.#holds.apply(read.key, answer);
    this.#arrived(read.key, shown);
    return shown;
  }

  /** By hand: that goes through even where the method rests. */
  #again({ method }: Pick<Read<unknown>, 'method'>, observer: { refetch(): Promise<unknown> }): void {
    this.#calls.permit(method);
    void observer.refetch();
  }
}

/** What holds for a moment only is not kept when nobody looks, and never read again by itself. */
const isLasting = ({ gcTime }: Query): boolean => gcTime > 0;

/** The first page alone: the ones after it may have moved. */
const firstPage = <T>(revive: (kept: unknown) => Page<T>, kept: unknown): unknown => ({
  pages: [revive((kept as { pages: readonly unknown[] }).pages[0])],
  pageParams: [undefined],
});
