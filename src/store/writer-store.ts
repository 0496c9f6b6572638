import type { BillingAdapter, Capabilities, Resource } from '../api/index.js';
import type { Calls } from './calls.js';
import type { IntentStorage } from './intents.js';
import type { Key } from './reads/read.js';
import type { Patch } from './writes/patch.js';

/** What writes need of their store. */
export interface WriterStore {
  readonly adapter: BillingAdapter;
  readonly calls: Calls;
  /** Where the host wants the keys of writes to be kept. */
  readonly intents: IntentStorage | undefined;
  /** The id of the account, as soon as it is known. */
  account(): string | undefined;
  /** What the user may do; asked for where it isn't known yet. */
  capabilities(): Promise<Capabilities>;
  /** The version of a read, as far as it has one and it is known. */
  versionOf(key: Key): string | undefined;
  /** Shows what was written, until the back end does. */
  hold(key: Key, patch: Patch): void;
  /** Tells other tabs. */
  tell(resources: readonly Resource[]): void;
  /** Resolves when the reads in which these appear have been read again. */
  readAgain(resources: readonly Resource[]): Promise<void>;
}
