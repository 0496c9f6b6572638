import { QueryClient, QueryObserver } from '@tanstack/query-core';
import type { BillingAdapter, BillingError } from '../api/index.js';
import { readOptions, type StoreOptions } from './options.js';
import type { Read } from './reads.js';
import { toReadState, UNSUPPORTED, type ReadState } from './state.js';

/** One element's view of one read. */
export interface Observation<T> {
  readonly state: ReadState<T>;
  /** Asks again now. */
  retry(): void;
  /** Lets go. When nobody is left who observes the read, its request is aborted. */
  stop(): void;
}

/** An adapter's answers, shared by all elements of a page. */
export class BillingStore {
  readonly #client = new QueryClient();
  readonly #options: StoreOptions;

  /** Prefer `storeFor`, which makes elements with the same adapter share their reads. */
  constructor(
    readonly adapter: BillingAdapter,
    options: StoreOptions = {},
  ) {
    this.#options = options;
  }

  /** Starts to read, or joins those who do; `changed` is called, never within this call, when there is a new state. */
  observe<T>(read: Read<T>, changed: () => void): Observation<T> {
    if (typeof this.adapter[read.method] !== 'function') return { state: UNSUPPORTED, retry: nothing, stop: nothing };
    const client = this.#client;
    const observer = new QueryObserver<T, BillingError>(client, {
      ...readOptions<T>(this.#options),
      queryKey: read.key,
      queryFn: ({ signal }) => read.fetch(this.adapter, signal),
    });
    client.mount();
    const unsubscribe = observer.subscribe(changed);
    return {
      get state(): ReadState<T> {
        return toReadState(observer.getCurrentResult());
      },
      retry: () => void observer.refetch(),
      stop: () => {
        unsubscribe();
        client.unmount();
      },
    };
  }
}

const stores = new WeakMap<BillingAdapter, BillingStore>();

/** The one store of an adapter object. `options` count for the first call, which makes it. */
export function storeFor(adapter: BillingAdapter, options?: StoreOptions): BillingStore {
  const store = stores.get(adapter) ?? new BillingStore(adapter, options);
  stores.set(adapter, store);
  return store;
}

function nothing(): void {
  // There is nothing to ask again, and nothing to let go.
}
