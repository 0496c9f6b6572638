import type { QueryObserverResult } from '@tanstack/query-core';
import type { BillingError } from '../api/index.js';

/**
 * `waiting`: nothing can be asked yet, for want of an adapter or of what the read depends on · `loading`: the first
 * answer is under way · `ready`: there is data · `failed`: there is none, and the last try failed · `unsupported`: the
 * adapter can't do it.
 */
export type ReadStatus = 'waiting' | 'loading' | 'ready' | 'failed' | 'unsupported';

/** What an element knows of a read. */
export interface ReadState<T> {
  readonly status: ReadStatus;
  /** The last good answer; it stays through reloads and failures. */
  readonly data: T | undefined;
  /** Why the last try failed; there may be older data beside it. */
  readonly error: BillingError | undefined;
  /** Data is shown, but the last reload failed or it is too old. */
  readonly stale: boolean;
  /** When the data came, by the client's clock. */
  readonly updatedAt: Date | undefined;
  /** Whether a request is under way, or waits for its next try. */
  readonly fetching: boolean;
}

const EMPTY = { data: undefined, error: undefined, stale: false, updatedAt: undefined, fetching: false } as const;

/** Nothing can be asked yet. */
export const WAITING: ReadState<never> = { ...EMPTY, status: 'waiting' };

/** The adapter has no such method. */
export const UNSUPPORTED: ReadState<never> = { ...EMPTY, status: 'unsupported' };

/** A result of the library in our words. */
export function toReadState<T>({
  data,
  error,
  isStale,
  dataUpdatedAt,
  fetchStatus,
}: QueryObserverResult<T, BillingError>): ReadState<T> {
  const known = { error: error ?? undefined, fetching: fetchStatus !== 'idle' };
  if (data === undefined) return { ...EMPTY, ...known, status: error ? 'failed' : 'loading' };
  return { ...known, status: 'ready', data, stale: isStale, updatedAt: new Date(dataUpdatedAt) };
}
