import { isBusy, type WriteState } from './write-state.js';
import type { PendingIntent } from './intents.js';

/** From then on the user should be told that it still goes on. */
const SLOW_MS = 4000;

/** One write under way, which any number of elements may follow. */
export class Run<Output> {
  /** The state that it ended in. */
  readonly ended: Promise<WriteState<Output>>;
  readonly #listeners = new Set<() => void>();
  readonly #slow: ReturnType<typeof setTimeout>;
  #end: (state: WriteState<Output>) => void = () => undefined;
  #state: WriteState<Output>;

  constructor(
    readonly intent: PendingIntent,
    status: 'pending' | 'checking',
  ) {
    this.#state = { status, result: undefined, error: undefined, since: new Date(), slow: false, fresh: false };
    this.#slow = setTimeout(() => this.set({ slow: true }), SLOW_MS);
    this.ended = new Promise((resolve) => (this.#end = resolve));
  }

  /** How far it has come. */
  get state(): WriteState<Output> {
    return this.#state;
  }

  /** Calls `changed` with each new state; the function that it returns ends that. */
  follow(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }

  /** The next state. */
  set(change: Partial<WriteState<Output>>): void {
    this.#state = { ...this.#state, ...change };
    if (!isBusy(this.#state)) this.#settle();
    for (const changed of this.#listeners) changed();
  }

  #settle(): void {
    clearTimeout(this.#slow);
    this.#state = { ...this.#state, slow: false };
    this.#end(this.#state);
  }
}
