import {
  BillingError,
  toBillingError,
  type BackendChange,
  type ReadOptions,
  type WriteOptions,
} from '../../api/index.js';
import { writeOnce, type Write } from './ledger.js';
import { refusal } from './refuse.js';
import type { State } from './state.js';
import type { Keeper } from './storage.js';

/** One way in for all reads and one for all writes. */
export class Backend {
  /** While it is true, nothing is answered. */
  failing = false;
  readonly #listeners = new Set<(change: BackendChange) => void>();

  constructor(
    readonly state: State,
    readonly keeper: Keeper,
  ) {}

  /** Answers with a copy, which a caller may change. */
  read<T>(options: ReadOptions | undefined, answer: (state: State) => T): Promise<T> {
    return this.tell(options, (state) => {
      if (!state.access.read) throw refusal('forbidden', 'no-access', state.access.reason);
      return answer(state);
    });
  }

  /** The same for what every user may know: who they are, and what they may do. */
  async tell<T>(options: ReadOptions | undefined, answer: (state: State) => T): Promise<T> {
    await Promise.resolve();
    if (options?.signal?.aborted) throw new BillingError('aborted', 'nobody waits for the answer any more');
    return this.#answer(() => answer(this.state));
  }

  /** Runs a write once for its key, keeps what came of it, and tells whoever listens. */
  async write<T>(write: Write<T>, options: WriteOptions, change: BackendChange): Promise<T> {
    await Promise.resolve();
    return this.#answer(() => {
      const { access } = this.state;
      if (!access.write) throw refusal('forbidden', 'read-only', access.reason);
      const before = this.state.writes;
      const payload = structuredClone(write.payload);
      try {
        return writeOnce(this.state, { ...write, payload }, options);
      } finally {
        this.changed(before === this.state.writes ? { ...change, resources: [] } : change);
      }
    });
  }

  /** Keeps the state, and tells whoever listens what has to be read again. */
  changed(change: BackendChange): void {
    this.keeper.save(this.state);
    if (change.resources.length === 0) return;
    for (const listener of this.#listeners) queueMicrotask(() => listener(change));
  }

  subscribe(listener: (change: BackendChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #answer<T>(answer: () => T): T {
    if (this.failing) throw refusal('unavailable', 'down', 'The billing service is not available.');
    try {
      return structuredClone(answer());
    } catch (cause) {
      throw toBillingError(cause);
    }
  }
}
