import type { MemorySeed } from './seed.js';
import { seedOf, stateOf, type State } from './state.js';

/** Where a back end is kept: `localStorage`, `sessionStorage`, or what looks like them. */
export type MemoryStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps a state beyond a reload. The seed's usage is not kept with it: it is long, and the seed has it. */
export class Keeper {
  readonly #seed: MemorySeed;
  readonly #storage: MemoryStorage | undefined;
  readonly #key: string;

  constructor(seed: MemorySeed, storage: MemoryStorage | undefined, key: string) {
    this.#seed = seed;
    this.#storage = storage;
    this.#key = key;
  }

  /** The state that was kept. What can't be used is left out, with a warning. */
  restore(): State | undefined {
    const text = this.#storage?.getItem(this.#key) ?? null;
    if (text === null) return undefined;
    try {
      return stateOf({ ...this.#parse(text), usage: this.#seed.usage });
    } catch (error) {
      console.warn(`billing-kit: what is stored as "${this.#key}" can't be used: ${String(error)}`);
      return undefined;
    }
  }

  /** Keeps a state; where there is no room for it, the page goes on without. */
  save(state: State): void {
    if (!this.#storage) return;
    try {
      this.#storage.setItem(this.#key, JSON.stringify({ ...seedOf(state), usage: undefined }));
    } catch (error) {
      console.warn(`billing-kit: "${this.#key}" can't be stored: ${String(error)}`);
    }
  }

  #parse(text: string): MemorySeed {
    const kept = JSON.parse(text) as MemorySeed | null;
    if (kept?.account?.id !== this.#seed.account.id) throw new TypeError('it is of another account');
    if (!Array.isArray(kept.facts?.invoices)) throw new TypeError('it has no invoices');
    return kept;
  }
}
