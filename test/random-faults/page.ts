import type { InvoiceSummary, Page as ListPage } from '../../src/api/index.js';
import { restAdapter } from '../../src/adapters/rest.js';
import type { IntentStorage } from '../../src/store/intents.js';
import { PageController } from '../../src/store/pages.js';
import { QueryController } from '../../src/store/query.js';
import type { Read } from '../../src/store/reads/read.js';
import { BillingStore } from '../../src/store/store.js';
import { isBusy, WriteController, type WriteState } from '../../src/store/write.js';
import type { Write } from '../../src/store/writes/write.js';
import { FakeHost } from '../store/fake-host.js';
import { invoices, reads } from './held.js';
import type { Network } from './network.js';

/** What a page shows: the data of each read, as far as there is any. */
export type Shown = {
  readonly [K in keyof typeof reads]?: (typeof reads)[K] extends Read<infer T> ? T : never;
} & { readonly invoices?: ListPage<InvoiceSummary> };

interface Shows {
  readonly state: { readonly data: unknown; readonly error: unknown };
  retry(): void;
}

/** A page from its loading until it is left: elements that read everything, and elements that write. */
export class Page {
  readonly store: BillingStore;
  readonly #hosts: FakeHost[] = [];
  readonly #shows = new Map<string, Shows>();
  #isLeft = false;

  constructor(network: Network, intents: IntentStorage, saw: (name: string, data: unknown) => void) {
    const adapter = restAdapter({
      baseUrl: 'http://localhost/billing/v1',
      // A page that was left hears of nothing any more.
      fetch: (url, init) =>
        this.#isLeft ? never() : network.fetch(url, init).then((it) => (this.#isLeft ? never() : it)),
      getToken: () => Promise.resolve('token'),
    });
    this.store = new BillingStore(
      { ...adapter, subscribe: () => nothing },
      { intents, channel: () => undefined, skewMs: Infinity },
    );
    const store = (): BillingStore => this.store;
    for (const [name, read] of Object.entries(reads) as [string, Read<unknown>][])
      this.#show(name, saw, (host) => new QueryController(host, store, () => read));
    this.#show('invoices', saw, (host) => new PageController(host, store, () => invoices));
  }

  get shown(): Shown {
    return Object.fromEntries([...this.#shows].map(([name, { state }]) => [name, state.data]));
  }

  /** What failed when it was last read. */
  get failed(): string[] {
    return [...this.#shows].filter(([, { state }]) => state.error !== undefined).map(([name]) => name);
  }

  retry(name: string): void {
    this.#shows.get(name)?.retry();
  }

  /** An element that writes; what an earlier page has left of this kind, it takes up. */
  writing<I, O>(write: Write<I, O>): Writing<I, O> {
    const host = new FakeHost();
    const controller = new WriteController(host, () => this.store, write);
    this.#put(host);
    return new Writing(host, controller);
  }

  /** It is closed, or loaded anew. */
  leave(): void {
    this.#isLeft = true;
    for (const host of this.#hosts) host.disconnect();
  }

  #show(name: string, saw: (name: string, data: unknown) => void, follow: (host: FakeHost) => Shows): void {
    const host = new FakeHost();
    const shows = follow(host);
    this.#shows.set(name, shows);
    host.onRender(() => shows.state.data !== undefined && saw(name, shows.state.data));
    this.#put(host);
  }

  #put(host: FakeHost): void {
    this.#hosts.push(host);
    host.connect();
  }
}

/** An element that writes, by its states. */
export class Writing<I, O> {
  constructor(
    readonly host: FakeHost,
    readonly controller: WriteController<I, O>,
  ) {}

  /** Resolves with the state that it ends in. */
  ended(): Promise<WriteState<O>> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!isBusy(this.controller.state)) resolve(this.controller.state);
      };
      this.host.onRender(look);
      look();
    });
  }
}

const nothing = (): void => undefined;
const never = (): Promise<never> => new Promise(() => undefined);
