import type { Page } from '../../api/index.js';

/**
 * Puts a write into an answer that may come from before it. Gives the same object back when the write is in it already.
 */
export type Patch = (answer: unknown) => unknown;

interface Versioned {
  readonly version: string;
}
interface Item extends Versioned {
  readonly id: string;
}

/** The whole of a read is known now. `seen` is the version before the write. */
export const wholeIs =
  <T extends Versioned>(now: T, seen: string | undefined): Patch =>
  (answer) =>
    isOld(answer as T, now, seen) ? now : answer;

/** One item of a list is known now: a new one, or another version of one that is there. */
export const itemIs =
  <T extends Item>(now: T, seen: string | undefined): Patch =>
  (answer) => {
    const page = answer as Page<T>;
    const there = page.items.find(({ id }) => id === now.id);
    if (!there) return { ...page, items: [...page.items, now] };
    return isOld(there, now, seen) ? { ...page, items: page.items.map((item) => (item === there ? now : item)) } : page;
  };

/** One item of a list is gone. */
export const itemGone =
  (id: string): Patch =>
  (answer) => {
    const page = answer as Page<Item>;
    const items = page.items.filter((item) => item.id !== id);
    return items.length < page.items.length ? { ...page, items } : page;
  };

/** Versions have no order: old is what was seen before the write, anything else is as new as the write or newer. */
const isOld = ({ version }: Versioned, now: Versioned, seen: string | undefined): boolean =>
  version === seen && version !== now.version;
