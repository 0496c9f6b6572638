import type { RatingErrorCode } from '../../src/rating/index.js';
import type { Json } from './inputs.js';
import { thrownBy } from './thrown.js';

/**
 * What happens when one place of a valid input has another value, `undefined` for none: the code of the error, and its
 * field where that is another place; `ok` where the value is still a good one.
 */
export type Change = [path: string, value: unknown, outcome: RatingErrorCode | 'ok', field?: string];

/** The same input with another value at one place, such as `price.tiers[1].upTo`. */
export function changed(input: Json, path: string, value: unknown): Json {
  const [key, ...deeper] = path.split(/[.[\]]+/).filter((name) => name !== '');
  if (key === undefined) return value as Json;
  const rest = deeper.join('.');
  const inner = changed((input as Readonly<Record<string, Json>>)[key] ?? null, rest, value);
  if (Array.isArray(input)) return input.map((each: Json, index) => (String(index) === key ? inner : each));
  return { ...(input as object), [key]: inner };
}

/** The code and the field of the error, or `ok`. */
export function outcome(act: () => unknown): [string, string?] {
  try {
    act();
  } catch {
    return thrownBy(act);
  }
  return ['ok'];
}

/** What a change is expected to give. */
export const expected = ([path, , code, field = path]: Change): [string, string?] =>
  code === 'ok' ? ['ok'] : [code, field];
