import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Read } from './reads.js';
import { WAITING, type ReadState } from './state.js';
import type { BillingStore, Observation } from './store.js';

export type { ReadState } from './state.js';

/** What is being observed: the read with `key` of `store`. */
interface Current<T> {
  readonly store: BillingStore;
  readonly key: string;
  readonly observation: Observation<T>;
}

/**
 * Reads for an element. Each update of the host it looks at which store and which read are wanted now; when either is
 * another one, the old state is gone at once.
 */
export class QueryController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #store: () => BillingStore | undefined;
  readonly #read: () => Read<T> | undefined;
  #current: Current<T> | undefined;
  #connected = false;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  /** `store` and `read` give `undefined` while it isn't known yet whom or what to ask. */
  constructor(host: ReactiveControllerHost, store: () => BillingStore | undefined, read: () => Read<T> | undefined) {
    this.#host = host;
    this.#store = store;
    this.#read = read;
    host.addController(this);
  }

  /** What is known now. */
  get state(): ReadState<T> {
    return this.#current?.observation.state ?? WAITING;
  }

  /** Asks again now, for a button. */
  retry(): void {
    this.#current?.observation.retry();
  }

  hostConnected(): void {
    clearTimeout(this.#leaving);
    this.#connected = true;
    this.#follow();
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (this.#connected) this.#follow();
  }

  // Frameworks move an element by taking it out and putting it in again: that must not cost a request.
  hostDisconnected(): void {
    this.#connected = false;
    this.#leaving = setTimeout(() => this.#leave());
  }

  #follow(): void {
    const store = this.#store();
    const read = store && this.#read();
    if (!store || !read) return this.#leave();
    const key = JSON.stringify(read.key);
    if (this.#current?.store === store && this.#current.key === key) return;
    this.#leave();
    this.#current = { store, key, observation: store.observe(read, () => this.#host.requestUpdate()) };
  }

  #leave(): void {
    this.#current?.observation.stop();
    this.#current = undefined;
  }
}
