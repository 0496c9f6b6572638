import type { PlainDate } from '../../api/index.js';
import { billingDay, monthOf, type Period } from '../../rating/index.js';
import type { MemoryFacts, MemorySeed } from './seed.js';

type Kept = Required<Omit<MemorySeed, 'facts'>> & MemoryFacts;

/**
 * All that the back end knows. Its entries are replaced, and nothing within them is ever changed: a shallow copy is enough
 * to take a write back.
 */
export type State = { -readonly [K in keyof Kept]: Kept[K] };

const NOTHING_YET: MemoryFacts = {
  invoicedTo: null,
  invoices: [],
  lastId: 0,
  methodsRevision: 1,
  quotes: [],
  setups: [],
  setupFailures: [],
  outcomes: {},
  writes: [],
  outbox: [],
  alerted: [],
  added: {},
};

const EVERYTHING = { read: true, write: true, reason: '' };

/** A state of its own: what the seed's owner does with it later doesn't matter. Usage is too much to copy, and read only. */
export function stateOf({ usage, facts, ...seed }: MemorySeed): State {
  return { usage, ...structuredClone({ access: EVERYTHING, ...seed, ...NOTHING_YET, ...facts }) };
}

/** The seed that goes on where a state is. */
export function seedOf(state: State): MemorySeed {
  const known = Object.keys(NOTHING_YET);
  const entries = Object.entries(state);
  const seed = Object.fromEntries(entries.filter(([key]) => !known.includes(key)));
  const facts = Object.fromEntries(entries.filter(([key]) => known.includes(key)));
  return { ...seed, facts } as unknown as MemorySeed;
}

/** An id that there has not been before: `con_0007`. */
export function newId(state: State, prefix: string): string {
  state.lastId += 1;
  return `${prefix}_${String(state.lastId).padStart(4, '0')}`;
}

/** The calendar day of the account. */
export const todayOf = ({ now, account }: Pick<State, 'now' | 'account'>): PlainDate =>
  billingDay(Date.parse(now), account.timeZone);

/** The billing period that runs. */
export const periodNow = (state: State): Period => monthOf(todayOf(state));

/** A list with one item in the place of that with the same id. */
export const replaced = <T extends { readonly id: string }>(items: readonly T[], item: T): T[] =>
  items.map((each) => (each.id === item.id ? item : each));
