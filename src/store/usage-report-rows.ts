import type { PlainDate } from '../api/index.js';
import type { NameRows, UsageTable } from '../api/usage-table.js';
import { daysBetween, type BillingDays } from '../rating/index.js';

/** Which records are wanted; what is empty takes all. */
export interface RecordFilter {
  readonly day: PlainDate;
  readonly kind: string;
  readonly billed: '' | 'billed' | 'not-billed';
  /** Part of a caller or a line. */
  readonly search: string;
}

/** By what records are sorted. */
export interface RecordSort {
  readonly by: 'time' | 'caller' | 'duration' | 'billed';
  readonly descending: boolean;
}

/** Rows that fit beside a 32-bit key into the 53 bits of an exact number. */
const MOST_ROWS = 2 ** 21;
const GREATEST = 2 ** 32 - 1;

/** How long a record took, in seconds: the longer of its two clocks. */
export const durationOf = ({ recordedSeconds, agentSeconds }: UsageTable, row: number): number =>
  Math.max(recordedSeconds[row] ?? 0, agentSeconds[row] ?? 0);

/**
 * All rows in an order. Key and row are sorted as one number, which needs neither a comparison of ours nor an object a
 * row; rows with the same key keep their order. Throws a `RangeError` for more than 2,097,152 rows.
 */
export function sortedRows(table: UsageTable, { by, descending }: RecordSort, language: string): Uint32Array {
  if (table.count > MOST_ROWS) throw new RangeError(`more than ${MOST_ROWS} records cannot be sorted`);
  const keyOf = keysBy[by](table, language);
  const keyed = new Float64Array(table.count);
  for (let row = 0; row < keyed.length; row++) {
    const key = keyOf(row);
    keyed[row] = (descending ? GREATEST - key : key) * MOST_ROWS + row;
  }
  return Uint32Array.from(keyed.sort(), (each) => each % MOST_ROWS);
}

/** Those of `rows` that are wanted, in their order. */
export function filteredRows(
  table: UsageTable,
  rows: Uint32Array,
  filter: RecordFilter,
  days: BillingDays,
): Uint32Array {
  const tests = testsOf(table, filter, days);
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}

type Test = (row: number) => boolean;

function testsOf(table: UsageTable, { day, kind, billed, search }: RecordFilter, days: BillingDays): Test[] {
  const tests: Test[] = [];
  if (kind !== '') tests.push(among(table.kind, (name) => name === kind));
  if (billed !== '') tests.push(among(table.charge, (name) => (name !== '') === (billed === 'billed')));
  if (day !== '') {
    const wanted = daysBetween(days.period.start, day);
    tests.push((row) => days.indexOf((table.startedAt[row] ?? 0) * 1000) === wanted);
  }
  if (search.trim() !== '') {
    const found = [table.caller, table.callerName, table.line].map((column) => among(column, matcher(search)));
    tests.push((row) => found.some((test) => test(row)));
  }
  return tests;
}

/** A test of names is made once for each name, not for each row. */
function among({ names, index }: NameRows, test: (name: string) => boolean): Test {
  const fits = Uint8Array.from(names, (name) => Number(test(name)));
  return (row) => fits[index[row] ?? 0] === 1;
}

/** A number is found however its digits are grouped. */
function matcher(search: string): (name: string) => boolean {
  const words = search.trim().toLocaleLowerCase();
  const digits = words.replace(/\D/g, '');
  const isNumber = digits !== '' && /^[\d\s()+./-]+$/.test(words);
  return (name) => name.toLocaleLowerCase().includes(words) || (isNumber && name.replace(/\D/g, '').includes(digits));
}

const keysBy: Record<RecordSort['by'], (table: UsageTable, language: string) => (row: number) => number> = {
  time: (table) => (row) => table.startedAt[row] ?? 0,
  duration: (table) => (row) => durationOf(table, row),
  billed: (table) => (row) => table.quantity[row] ?? 0,
  caller: ({ caller, callerName }, language) => {
    const [names, numbers] = [ranksOf(callerName.names, language), ranksOf(caller.names, language)];
    return (row) => {
      const name = callerName.index[row] ?? 0;
      const number = numbers[caller.index[row] ?? 0] ?? 0;
      // Those with a name first, then the numbers without one.
      return callerName.names[name] ? (names[name] ?? 0) : callerName.names.length + number;
    };
  },
};

/** The place of each name in the language's order; names that are alike have the same. */
function ranksOf(names: readonly string[], language: string): Uint32Array {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const order = names.map((_, place) => place).sort((a, b) => compare(names[a] ?? '', names[b] ?? ''));
  const ranks = new Uint32Array(names.length);
  let rank = 0;
  for (const [at, place] of order.entries()) {
    const before = order[at - 1];
    if (before !== undefined && compare(names[before] ?? '', names[place] ?? '') !== 0) rank += 1;
    ranks[place] = rank;
  }
  return ranks;
}
