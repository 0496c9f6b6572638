import type { BillingAdapter, Page, PageQuery } from '../../api/index.js';
import type { Key } from './read.js';

/** A list that is read a page at a time, for lists that may be long. */
export interface PagedRead<T> {
  readonly key: Key;
  readonly method: keyof BillingAdapter;
  /** What tells items apart: one that comes twice, because the list has moved, is shown once. */
  readonly idOf: (item: T) => string;
  /** One checked page; the first one without a cursor. */
  readonly page: (adapter: BillingAdapter, query: PageQuery) => Promise<Page<T>>;
  /** Checks a first page that an earlier visit has written down. Throws where it doesn't fit. */
  readonly revive?: (kept: unknown) => Page<T>;
}
