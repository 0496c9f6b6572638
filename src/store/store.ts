import type { Account, BillingAdapter, Resource } from '../api/index.js';
import { Calls } from './calls.js';
import { broadcast, Live } from './live.js';
import type { StoreOptions } from './options.js';
import { Reader, type Observation, type PagesObservation } from './reader.js';
import { readCapabilities } from './reads/account.js';
import type { PagedRead } from './reads/paged-read.js';
import type { Key, Read } from './reads/read.js';
import { warnOfSkew } from './skew.js';
import { UNSUPPORTED } from './state.js';
import { topicsOf } from './topics.js';
import type { WriterStore } from './writer-store.js';

export type { Observation, PagesObservation } from './reader.js';

const nothing = (): void => undefined;

/** What the adapter can't do: there is nothing to ask, and nothing to let go. */
const NOTHING: Observation<never> = { state: UNSUPPORTED, retry: nothing, stop: nothing };
const NO_PAGES: PagesObservation<never> = { ...NOTHING, state: { ...UNSUPPORTED, more: 'none' }, more: nothing };

/** An adapter's answers, shared by all elements of a page, and what is written through it. */
export class BillingStore {
  /** What writes need of it. @internal */
  readonly writes: WriterStore;
  readonly #calls = new Calls();
  readonly #reader: Reader;
  readonly #live: Live;
  readonly #skewMs: number | undefined;
  #account: string | undefined;
  #observers = 0;

  /** Prefer `storeFor`, which makes elements with the same adapter share their reads. */
  constructor(
    readonly adapter: BillingAdapter,
    options: StoreOptions = {},
  ) {
    this.#skewMs = options.skewMs;
    const readAgain = (resources: readonly Resource[]): Promise<void> => this.#reader.readAgain(topicsOf(resources));
    this.#reader = new Reader(adapter, this.#calls, options, (key, answer) => this.#arrived(key, answer));
    this.#live = new Live(adapter, options.channel ?? broadcast, (resources) => void readAgain(resources));
    this.writes = {
      adapter,
      calls: this.#calls,
      intents: options.intents,
      account: () => this.#account,
      capabilities: () => this.#reader.known(readCapabilities()),
      versionOf: (key) => this.#reader.versionOf(key),
      hold: (key, patch) => this.#reader.hold(key, patch),
      tell: (resources) => this.#live.tell(resources),
      readAgain,
    };
  }

  /** Starts to read, or joins those who do; `changed` is called, never within this call, when there is a new state. */
  observe<T>(read: Read<T>, changed: () => void): Observation<T> {
    return this.#reader.can(read) ? this.#attended(this.#reader.observe(read, changed)) : NOTHING;
  }

  /** The same for a list that is read a page at a time. */
  observePages<T>(read: PagedRead<T>, changed: () => void): PagesObservation<T> {
    return this.#reader.can(read) ? this.#attended(this.#reader.observePages(read, changed)) : NO_PAGES;
  }

  /** Asks once, for what follows a click: a file, how far a setup has come. Rejects with a `BillingError`. */
  ask<T>(read: Read<T>): Promise<T> {
    return this.#reader.ask(read);
  }

  /**
   * The language that names and reasons are wanted in: that of the elements. Where it changes, all is read again. On a
   * page with elements in several languages the last one counts.
   */
  speak(locale: string): void {
    const { locale: before } = this.#calls.spoken;
    if (locale === before) return;
    this.#calls.spoken = { locale };
    if (before !== undefined) void this.#reader.readAllAgain();
  }

  /** Whether the session has ended and the host wasn't told yet: whoever asks first tells it. */
  announceExpiry(): boolean {
    return this.#calls.announceExpiry();
  }

  #attended<O extends Observation<unknown>>(observation: O): O {
    const { stop } = observation;
    this.#observers += 1;
    if (this.#observers === 1) this.#wake();
    observation.stop = () => {
      stop();
      this.#observers -= 1;
      if (this.#observers === 0) this.#rest();
    };
    return observation;
  }

  #wake(): void {
    this.#reader.wake();
    this.#live.start();
  }

  #rest(): void {
    this.#reader.rest();
    this.#live.stop();
  }

  #arrived([topic]: Key, answer: unknown): void {
    if (topic !== 'account') return;
    const { id, now } = answer as Account;
    if (this.#account === undefined) warnOfSkew(now, this.#skewMs);
    this.#account = id;
    this.#live.account = id;
    this.#reader.belongTo(id);
  }
}

const stores = new WeakMap<BillingAdapter, BillingStore>();

/** The one store of an adapter object. `options` count for the first call, which makes it. */
export function storeFor(adapter: BillingAdapter, options?: StoreOptions): BillingStore {
  const store = stores.get(adapter) ?? new BillingStore(adapter, options);
  stores.set(adapter, store);
  return store;
}
