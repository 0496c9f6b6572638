import type { InfiniteQueryObserverResult, QueryObserverResult } from '@tanstack/query-core';
import type { BillingError, Page } from '../api/index.js';

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

/** `none`: this is all · `ready`: there is more to ask for · `loading` · `failed`: the next page didn't come. */
export type More = 'none' | 'ready' | 'loading' | 'failed';

/** What an element knows of a list that it reads a page at a time. */
export interface PagesState<T> extends ReadState<Page<T>> {
  readonly more: More;
}

const EMPTY = { data: undefined, error: undefined, stale: false, updatedAt: undefined, fetching: false } as const;

/** Nothing can be asked yet. */
export const WAITING: ReadState<never> = { ...EMPTY, status: 'waiting' };

/** Nothing can be asked yet of a list. */
export const WAITING_FOR_PAGES: PagesState<never> = { ...WAITING, more: 'none' };

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

/** The same of a list that is read a page at a time. A page that didn't come doesn't make the others old. */
export function toPagesState<T>(result: InfiniteQueryObserverResult<Page<T>, BillingError>): PagesState<T> {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError } = result;
  const state = toReadState(result as QueryObserverResult<Page<T>, BillingError>);
  const more = isFetchingNextPage ? 'loading' : isFetchNextPageError ? 'failed' : hasNextPage ? 'ready' : 'none';
  return { ...state, stale: state.stale && !isFetchNextPageError, more };
}
