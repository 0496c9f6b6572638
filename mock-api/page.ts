import type { Page } from '../src/api/index.js';
import { Problem } from './problem.js';

const MOST = 100;

/** One page of a list: the items behind the one that `cursor` names, at most `limit` of them. Throws `validation`. */
export function pageOf<T extends { readonly id: string }>(items: readonly T[], query: URLSearchParams): Page<T> {
  const start = startOf(items, query.get('cursor'));
  const end = start + limitOf(query.get('limit'));
  const page = items.slice(start, end);
  const last = page.at(-1);
  return { items: page, next: last && end < items.length ? last.id : null };
}

/** The same page with one array a field, which is less to send and to parse. */
export function columnsOf<T extends object>({ items, next }: Page<T>, fields: readonly (keyof T & string)[]): object {
  const columns = Object.fromEntries(fields.map((field) => [field, items.map((item) => item[field])]));
  return { columns, count: items.length, next };
}

function startOf(items: readonly { readonly id: string }[], cursor: string | null): number {
  if (cursor === null) return 0;
  const index = items.findIndex(({ id }) => id === cursor);
  if (index < 0)
    throw new Problem('validation', 'unknown-cursor', 'The cursor is not of this list.', { cursor: 'unknown' });
  return index + 1;
}

function limitOf(text: string | null): number {
  if (text === null) return MOST;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= MOST) return limit;
  throw new Problem('validation', 'limit-out-of-range', `The limit must be from 1 to ${MOST}.`, {
    limit: 'out-of-range',
  });
}
