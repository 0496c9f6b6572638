import type { Page, PageQuery } from '../../api/index.js';
import { ConformanceError } from '../errors.js';

/** Enough for any test account; a list that goes on is taken for one that never ends. */
const MOST_PAGES = 500;

/** All items of a list, page by page, or the first ones of it. */
export async function allOf<T>(
  list: (query: PageQuery) => Promise<Page<T>>,
  { limit = 100, most = Infinity }: { readonly limit?: number; readonly most?: number } = {},
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page: Page<T> = await list({ limit, ...(cursor !== null && { cursor }) });
    items.push(...page.items);
    cursor = page.next;
    if (cursor === null || items.length >= most) return items;
  }
  throw new ConformanceError('a list comes to its end', `at most ${MOST_PAGES} pages`, `the cursor ${cursor}`);
}
