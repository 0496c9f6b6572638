import type { Instant } from '../api/index.js';
import { Backend } from './memory/backend.js';
import { advance, deriveHistory } from './memory/clock.js';
import { MemoryControl } from './memory/control.js';
import { readsOf, type Contract } from './memory/reads.js';
import type { MemorySeed } from './memory/seed.js';
import { stateOf, type State } from './memory/state.js';
import { Keeper, type MemoryStorage } from './memory/storage.js';
import { writesOf } from './memory/writes.js';

export type { MemoryControl } from './memory/control.js';
export type { Dated } from './memory/dated.js';
export type * from './memory/seed.js';
export type { MemoryStorage } from './memory/storage.js';

/** How a back end in memory begins. */
export interface MemoryOptions {
  /** Its clock, when that isn't the seed's; one before what has happened already is left out. */
  readonly now?: Instant;
  /** Where it is kept after every write, so that a reload goes on with it. */
  readonly storage?: MemoryStorage;
  /** Under which name; one of the account's own when left out. */
  readonly storageKey?: string;
}

/** All of the contract but for files, and what stands behind it. */
export type MemoryAdapter = Contract & { readonly control: MemoryControl };

/**
 * A back end in memory, with the rules of a real one: for demos, tests, and as the model of an adapter. Its clock stands
 * still until `control.now` is set. Throws a `RangeError` for a clock that is no instant.
 */
export function memoryAdapter(seed: MemorySeed, options: MemoryOptions = {}): MemoryAdapter {
  const { storage, storageKey = `billing-kit:${seed.account.id}`, now } = options;
  const keeper = new Keeper(seed, storage, storageKey);
  const backend = new Backend(keeper.restore() ?? begin(seed, now), keeper);
  if (now !== undefined && now > backend.state.now) advance(backend.state, now);
  return {
    ...readsOf(backend),
    ...writesOf(backend),
    subscribe: (listener) => backend.subscribe(listener),
    control: new MemoryControl(backend),
  };
}

/** A seed in which nothing has happened yet has its invoices issued; any other goes on where it is. */
function begin(seed: MemorySeed, now: Instant = seed.now): State {
  const state = stateOf(seed);
  if (state.invoicedTo === null) deriveHistory(state, now);
  return state;
}
