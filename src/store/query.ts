import type { ReactiveControllerHost } from 'lit';
import { Follower } from './follower.js';
import type { Read } from './reads/read.js';
import { WAITING, type ReadState } from './state.js';
import type { BillingStore, Observation } from './store.js';

export type { ReadState } from './state.js';

/** Reads one answer for an element. */
export class QueryController<T> {
  readonly #follower: Follower<Read<T>, Observation<T>>;

  /** `store` and `read` give `undefined` while it isn't known yet whom or what to ask. */
  constructor(host: ReactiveControllerHost, store: () => BillingStore | undefined, read: () => Read<T> | undefined) {
    this.#follower = new Follower(host, store, read, (from, wanted, changed) => from.observe(wanted, changed));
  }

  /** What is known now. */
  get state(): ReadState<T> {
    return this.#follower.observation?.state ?? WAITING;
  }

  /** Asks again now, for a button. */
  retry(): void {
    this.#follower.observation?.retry();
  }
}
