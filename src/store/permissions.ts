import type { ReactiveControllerHost } from 'lit';
import type { Capabilities, Features, Resource } from '../api/index.js';
import { permitted } from './combine.js';
import { QueryController } from './query.js';
import { readCapabilities } from './reads/account.js';
import type { ReadState } from './state.js';
import type { BillingStore } from './store.js';
import type { Write } from './writes/write.js';

/** What the user may do with a resource. */
export interface Permission {
  /** Whether the back end has said so yet; until then nothing is allowed. */
  readonly isKnown: boolean;
  readonly read: boolean;
  readonly write: boolean;
  /** Why something is off, in words for the user; may be empty. */
  readonly reason: string;
}

/** What the user may see and do, for an element. */
export class Permissions {
  readonly #query: QueryController<Capabilities>;
  readonly #store: () => BillingStore | undefined;

  /** `store` gives `undefined` while there is none. */
  constructor(host: ReactiveControllerHost, store: () => BillingStore | undefined) {
    this.#query = new QueryController(host, store, readCapabilities);
    this.#store = store;
  }

  /** The capabilities, as a read. */
  get state(): ReadState<Capabilities> {
    return this.#query.state;
  }

  /** What the back end can do beyond reading and writing; nothing while that isn't known. */
  get features(): Features {
    return this.state.data?.features ?? {};
  }

  /** What may be done with a resource; one that isn't named can't be read. */
  of(resource: Resource): Permission {
    const { data } = this.state;
    return { read: false, write: false, reason: '', ...data?.[resource], isKnown: data !== undefined };
  }

  /** Whether something may be written, and can be. */
  can({ method, resource }: Pick<Write<never, unknown>, 'method' | 'resource'>): boolean {
    return this.of(resource).write && typeof this.#store()?.adapter[method] === 'function';
  }

  /** A read as the user may see it: `unsupported` where it may not be read. */
  permitted<T>(resource: Resource, state: ReadState<T>): ReadState<T> {
    return permitted(state, this.state, resource);
  }

  /** Asks again now, for a button. */
  retry(): void {
    this.#query.retry();
  }
}
