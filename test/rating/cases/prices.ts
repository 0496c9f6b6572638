import type { Price } from '../../../src/rating/index.js';
import type { CasePrice } from './format.js';
import { kebab } from './words.js';

/** What a price of the format is where it doesn't say. */
const DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  flat: { term: 'advance' },
  package: { rounding: 'up' },
  blocks: { policy: 'all_tiers' },
};

const WORDS: readonly string[] = ['type', 'policy'];
const COUNTS: readonly string[] = ['minimumPackages', 'events'];
const BOUNDS: readonly string[] = ['maxBlocks', 'limits'];

/** The price of a case. */
export function priceOf(price: CasePrice): Price {
  return translated({ ...DEFAULTS[price.type], ...price }) as Price;
}

function translated(entries: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(
    Object.entries(entries)
      .map(([name, value]): [string, unknown] => [name, name === 'free' ? freeOf(value) : valueOf(name, value)])
      .filter(([, value]) => value !== undefined),
  );
}

function valueOf(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => valueOf(name, each));
  if (typeof value === 'object' && value !== null) {
    return BOUNDS.includes(name) ? boundsOf(value) : translated(value as Readonly<Record<string, unknown>>);
  }
  if (WORDS.includes(name)) return kebab(String(value));
  if (COUNTS.includes(name)) return Number(value);
  if (BOUNDS.includes(name)) return boundOf(value);
  return typeof value === 'number' ? String(value) : value;
}

const boundsOf = (limits: object): unknown =>
  Object.fromEntries(Object.entries(limits).map(([name, limit]) => [name, boundOf(limit)]));

/** Some engines write -1 for no end. */
const boundOf = (value: unknown): unknown =>
  Number(value) === -1 ? null : typeof value === 'number' ? String(value) : value;

/** Nothing free is the same as no word of it. */
function freeOf(free: unknown): unknown {
  const entries = Object.entries(free ?? {}).filter(([, value]) => value !== null && Number(value) !== 0);
  return entries.length > 0 ? translated(Object.fromEntries(entries)) : undefined;
}
