import type { PlainDate } from '../../api/index.js';

/** What holds from which day on, oldest first. */
export type Dated<T> = readonly { readonly from: PlainDate; readonly value: T }[];

/** What holds on a day; before the first, what holds on that. Throws a `RangeError` where nothing ever holds. */
export function valueOn<T>(dated: Dated<T>, date: PlainDate): T {
  const found = dated.findLast(({ from }) => from <= date) ?? dated[0];
  if (!found) throw new RangeError(`nothing is known for ${date}`);
  return found.value;
}

/** What comes after a day, and from when on. */
export const laterThan = <T>(dated: Dated<T>, date: PlainDate): Dated<T>[number] | undefined =>
  dated.find(({ from }) => from > date);

/** The same until a day, and nothing scheduled after it. */
export const upTo = <T>(dated: Dated<T>, date: PlainDate): Dated<T> => dated.filter(({ from }) => from <= date);

/** Something else from a day on, and nothing scheduled after it. */
export const changedFrom = <T>(dated: Dated<T>, from: PlainDate, value: T): Dated<T> => [
  ...dated.filter((each) => each.from < from),
  { from, value },
];
