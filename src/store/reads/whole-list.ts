import type { Page } from '../../api/index.js';

/** Far more than a page of lists can show; a back end that goes on and on is cut off. */
const MOST_PAGES = 50;

/** All pages of something. `next` is `null` unless there were too many. */
export interface AllPages<P> {
  readonly pages: readonly [P, ...P[]];
  readonly next: string | null;
}

/** Reads page after page. A cursor that was there before ends it: it would never end by itself. */
export async function allPages<P extends { readonly next: string | null }>(
  page: (cursor: string | undefined) => Promise<P>,
): Promise<AllPages<P>> {
  const pages: [P, ...P[]] = [await page(undefined)];
  const seen = new Set<string>();
  let { next } = pages[0];
  while (next !== null && !seen.has(next) && pages.length < MOST_PAGES) {
    seen.add(next);
    const following: P = await page(next);
    pages.push(following);
    next = following.next;
  }
  return { pages, next: next !== null && seen.has(next) ? null : next };
}

/**
 * A list read to its end. What comes twice, because the list has moved between two pages, is taken once. What isn't
 * items is that of the first page: with an older version than the rest, a write is refused rather than wrong.
 */
export async function wholeList<P extends Page<unknown>>(
  page: (cursor: string | undefined) => Promise<P>,
  idOf: (item: P['items'][number]) => string,
): Promise<P> {
  const { pages, next } = await allPages(page);
  return { ...pages[0], items: distinct(pages, idOf), next };
}

/** The items of several pages, each once. */
export function distinct<T>(pages: readonly { readonly items: readonly T[] }[], idOf: (item: T) => string): T[] {
  const items = new Map<string, T>();
  for (const item of pages.flatMap((page) => page.items)) if (!items.has(idOf(item))) items.set(idOf(item), item);
  return [...items.values()];
}
