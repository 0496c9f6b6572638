import type { QueryState } from '@tanstack/query-core';
import type { BillingError } from '../api/index.js';
import { isResting } from './circuit.js';
import type { IntentStorage } from './intents.js';
import type { OpenChannel } from './live.js';
import type { Persistence } from './persistence.js';

/** How a store treats its reads. The defaults are meant for a page that a person looks at. */
export interface StoreOptions {
  /** How often a read is tried in all, when its error may pass. 3. */
  readonly tries?: number;
  /** The longest wait before the second try; doubled for each further one. 300. */
  readonly retryBaseMs?: number;
  /** The longest wait before any try. 5,000. */
  readonly retryCapMs?: number;
  /** The longest `Retry-After` that is waited for; a longer one is left to the user. 60,000. */
  readonly retryAfterCapMs?: number;
  /** How old an answer must be to be read again when the page gets the focus or another element asks. 60,000. */
  readonly reloadAfterMs?: number;
  /** How old an answer may be before it is shown as `stale`. 300,000. */
  readonly staleAfterMs?: number;
  /** How far the client's clock may be off the back end's before a warning for developers is written. 300,000. */
  readonly skewMs?: number;
  /** Where the keys of writes under way are kept through a reload of the page. `sessionStorage`. */
  readonly intents?: IntentStorage;
  /** How other tabs of the same account are reached. `BroadcastChannel`. */
  readonly channel?: OpenChannel;
  /** Where the last good answers are kept for the next visit; nowhere when left out. */
  readonly persist?: Persistence;
}

/** What is looked at of a read to tell whether it is due. */
interface Tried {
  readonly state: Pick<
    QueryState<unknown, BillingError>,
    'dataUpdatedAt' | 'errorUpdatedAt' | 'error' | 'status' | 'isInvalidated'
  >;
}

/** The rules of reads in the words of the library. */
export interface ReadOptions {
  readonly networkMode: 'always';
  readonly staleTime: number;
  readonly gcTime?: number;
  readonly retry: (failures: number, error: BillingError) => boolean;
  readonly retryDelay: (failures: number, error: BillingError) => number;
  readonly refetchOnMount: false | ((read: Tried) => 'always' | false);
  readonly refetchOnWindowFocus: false | ((read: Tried) => 'always' | false);
  readonly refetchOnReconnect: false | ((read: Tried) => 'always' | boolean);
}

/** What a host has set, with our defaults for the rest. */
export function readOptions({
  tries = 3,
  retryBaseMs = 300,
  retryCapMs = 5000,
  retryAfterCapMs = 60_000,
  reloadAfterMs = 60_000,
  staleAfterMs = 300_000,
}: StoreOptions): ReadOptions {
  const reload = (read: Tried): 'always' | false => (isDue(read, reloadAfterMs) ? 'always' : false);
  return {
    // Asks even when the browser says it is offline: that must end in an error to show, not in a wait without end.
    networkMode: 'always',
    staleTime: staleAfterMs,
    retry: (failures, error) =>
      error.retryable && !isResting(error) && failures < tries - 1 && (error.retryAfterMs ?? 0) <= retryAfterCapMs,
    // Full jitter: a thousand pages that lost the same server don't come back in step.
    retryDelay: (failures, error) =>
      error.retryAfterMs ?? Math.random() * Math.min(retryCapMs, retryBaseMs * 2 ** failures),
    refetchOnMount: (read) => (isOutdated(read) ? 'always' : reload(read)),
    refetchOnWindowFocus: reload,
    // What failed may well have failed for want of the network, so that it doesn't wait to be due.
    refetchOnReconnect: (read) => read.state.status === 'error' || reload(read),
  };
}

/** The rules of an answer that holds for a moment: it is read once, and gone when nobody looks. */
export function momentaryOptions(options: StoreOptions): ReadOptions {
  const never = { refetchOnMount: false, refetchOnWindowFocus: false, refetchOnReconnect: false } as const;
  return { ...readOptions(options), ...never, staleTime: Infinity, gcTime: 0 };
}

/** Known to have changed at the back end while nobody looked. A failure flags a read in the same way. */
const isOutdated = ({ state }: Tried): boolean => state.isInvalidated && state.status === 'success';

/** Counted from the last try, good or bad: going to and fro between windows doesn't hammer a back end that is down. */
function isDue({ state }: Tried, reloadAfterMs: number): boolean {
  const age = Date.now() - Math.max(state.dataUpdatedAt, state.errorUpdatedAt);
  return age >= Math.max(reloadAfterMs, state.error?.retryAfterMs ?? 0);
}
