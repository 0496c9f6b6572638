import type { InfiniteData, InfiniteQueryObserverOptions } from '@tanstack/query-core';
import type { BillingError, Page } from '../api/index.js';
import { readOptions, type StoreOptions } from './options.js';
import type { PagedRead } from './reads/paged-read.js';
import type { Key } from './reads/read.js';
import { distinct } from './reads/whole-list.js';

type Cursor = string | undefined;
type Options<T> = InfiniteQueryObserverOptions<Page<T>, BillingError, Page<T>, Key, Cursor>;

/** How pages are read, follow each other, and are shown as one list. A cursor that was there before ends it. */
export const pagesOptions = <T>({ key, idOf }: PagedRead<T>, options: StoreOptions): Options<T> => ({
  ...readOptions(options),
  queryKey: key,
  initialPageParam: undefined,
  getNextPageParam: ({ next }, _pages, _last, cursors) => (next === null || cursors.includes(next) ? undefined : next),
  select: ({ pages }: InfiniteData<Page<T>, Cursor>) => ({
    items: distinct(pages, idOf),
    next: pages.at(-1)?.next ?? null,
  }),
});
