import type { Key } from './reads/read.js';
import type { Patch } from './writes/patch.js';

/** How long what was written is shown against a back end whose lists don't know of it yet. */
const PATIENCE_MS = 30_000;

interface Hold {
  readonly key: Key;
  readonly patch: Patch;
  readonly until: number;
}

/**
 * What was written here, against answers that come from before it: a back end with several copies of its data may list
 * the old for a moment. Ends as soon as an answer has it.
 */
export class Holds {
  readonly #again: (key: Key) => void;
  #all: readonly Hold[] = [];
  readonly #timers = new Map<Hold, ReturnType<typeof setTimeout>>();

  /** `again` reads again what was on hold when its time is up. */
  constructor(again: (key: Key) => void) {
    this.#again = again;
  }

  /** Shows a patch from now on. */
  add(key: Key, patch: Patch): void {
    this.#all = [...this.#all, { key, patch, until: Date.now() + PATIENCE_MS }];
  }

  /** An answer with all that was written since. */
  apply<T>(key: Key, answer: T): T {
    const name = JSON.stringify(key);
    let shown: unknown = answer;
    for (const hold of this.#all.filter((each) => JSON.stringify(each.key) === name)) {
      const patched = Date.now() < hold.until ? hold.patch(shown) : shown;
      if (patched === shown) this.#all = this.#all.filter((each) => each !== hold);
      else this.#wake(hold);
      shown = patched;
    }
    return shown as T;
  }

  /** Nobody looks any more. */
  rest(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #wake(hold: Hold): void {
    if (this.#timers.has(hold)) return;
    const wake = (): void => {
      this.#timers.delete(hold);
      this.#again(hold.key);
    };
    this.#timers.set(hold, setTimeout(wake, hold.until - Date.now()));
  }
}
