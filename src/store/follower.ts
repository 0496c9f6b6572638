import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BillingStore } from './store.js';

/** What can be followed, and the observation of it. */
interface Wanted {
  readonly key: readonly string[];
}
interface Stoppable {
  stop(): void;
}

/** What is being observed: the read with `key` of `store`. */
interface Current<O> {
  readonly store: BillingStore;
  readonly key: string;
  readonly observation: O;
}

/** Begins an observation; `changed` is called when there is a new state. */
type Observe<W, O> = (store: BillingStore, wanted: W, changed: () => void) => O;

/**
 * Observes for an element. Each update of the host it looks at which store and which read are wanted now; when either
 * is another one, the old observation is gone at once.
 */
export class Follower<W extends Wanted, O extends Stoppable> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #store: () => BillingStore | undefined;
  readonly #wanted: () => W | undefined;
  readonly #observe: Observe<W, O>;
  #current: Current<O> | undefined;
  #connected = false;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost,
    store: () => BillingStore | undefined,
    wanted: () => W | undefined,
    observe: Observe<W, O>,
  ) {
    this.#host = host;
    this.#store = store;
    this.#wanted = wanted;
    this.#observe = observe;
    host.addController(this);
  }

  /** `undefined` while there is nothing to observe. */
  get observation(): O | undefined {
    return this.#current?.observation;
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
    const wanted = store && this.#wanted();
    if (!store || !wanted) return this.#leave();
    const key = JSON.stringify(wanted.key);
    if (this.#current?.store === store && this.#current.key === key) return;
    this.#leave();
    this.#current = { store, key, observation: this.#observe(store, wanted, () => this.#host.requestUpdate()) };
  }

  #leave(): void {
    this.#current?.observation.stop();
    this.#current = undefined;
  }
}
