import type { Page, PageQuery } from '../../api/index.js';
import { needField } from './refuse.js';

const MOST = 100;

/** The items after the one that the cursor names. Throws `validation` for another cursor or limit than there can be. */
export const pageOf = <T extends { readonly id: string }>(items: readonly T[], query: PageQuery = {}): Page<T> =>
  pageBy(items, ({ id }) => id, query);

/** The same for items that are known by something else than an id. */
export function pageBy<T>(items: readonly T[], keyOf: (item: T) => string, query: PageQuery = {}): Page<T> {
  const start = startOf(items, keyOf, query.cursor);
  const end = start + limitOf(query.limit, MOST);
  const page = items.slice(start, end);
  const last = page.at(-1);
  return { items: page, next: last !== undefined && end < items.length ? keyOf(last) : null };
}

/** The place of the first item of a page. Throws `validation`. */
export function startOf<T>(items: readonly T[], keyOf: (item: T) => string, cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const index = items.findIndex((item) => keyOf(item) === cursor);
  needField(index >= 0, 'cursor', 'unknown-cursor', 'The cursor is not of this list.');
  return index + 1;
}

/** How many items a page has. Throws `validation`. */
export function limitOf(limit: number | undefined, most: number): number {
  if (limit === undefined) return most;
  const inRange = Number.isInteger(limit) && limit >= 1 && limit <= most;
  needField(inRange, 'limit', 'limit-out-of-range', `The limit must be from 1 to ${most}.`);
  return limit;
}
