import { BillingError } from './errors.js';
import type { NameColumn, NumberColumn, UsageColumns, UsageRecord } from './usage-types.js';
import { packNumbers, unpackNumbers } from './usage-packing.js';

/** Texts that repeat, as rows: `names[index[row]]`. */
export interface NameRows {
  readonly names: readonly string[];
  readonly index: Uint32Array;
}

/** A page of records that is ready to be read by row, without an object for each. */
export interface UsageTable {
  readonly count: number;
  /** The cursor of the page after it; `null` on the last. */
  readonly next: string | null;
  readonly id: readonly string[];
  /** Seconds since 1970 UTC. */
  readonly startedAt: Uint32Array;
  readonly recordedSeconds: Uint32Array;
  readonly agentSeconds: Uint32Array;
  /** In whole reported units of the charge. */
  readonly quantity: Uint32Array;
  readonly kind: NameRows;
  readonly line: NameRows;
  readonly caller: NameRows;
  readonly callerName: NameRows;
  /** Empty where the record isn't billed. */
  readonly charge: NameRows;
  /** Empty where it is. */
  readonly notBilled: NameRows;
  /** One row as an object. Throws a `RangeError` outside the table. */
  record(row: number): UsageRecord;
}

const NUMBERS = ['startedAt', 'recordedSeconds', 'agentSeconds', 'quantity'] as const;
const NAMES = ['kind', 'line', 'caller', 'callerName', 'charge', 'notBilled'] as const;

type Rows = Omit<UsageTable, 'record'>;
type NumberField = (typeof NUMBERS)[number];
type NameField = (typeof NAMES)[number];

/**
 * Reads a page of columns. Throws a `contract` error that names the column where it isn't as long as the page, its
 * base64 or its numbers are bad, or an index has no name.
 */
export function usageTable(columns: UsageColumns): UsageTable {
  const { count, next, id } = columns;
  if (id.length !== count) throw broken('id', `has ${id.length} rows, not ${count}`);
  const numbers = fieldsOf(NUMBERS, (field) => numbersOf(columns[field], count, field));
  const names = fieldsOf(NAMES, (field) => namesOf(columns[field], count, field));
  return tableOf({ count, next, id, ...numbers, ...names });
}

/**
 * Records as columns, in their order. Throws a `contract` error for what columns can't hold: a moment within a second, a
 * quantity that is no whole number.
 */
export function columnsOf(records: readonly UsageRecord[], next: string | null = null): UsageColumns {
  return packRows(tableOfRecords(records, next));
}

/** Records as a table, in their order. Throws like `columnsOf`. */
export function tableOfRecords(records: readonly UsageRecord[], next: string | null = null): UsageTable {
  const numbers = fieldsOf(NUMBERS, (field) => {
    const values = records.map((record) => numberIn(record, field));
    return numbersOf(values, values.length, field);
  });
  const names = fieldsOf(NAMES, (field) => indexed(records.map((record) => record[field] ?? '')));
  return tableOf({ count: records.length, next, id: records.map(({ id }) => id), ...numbers, ...names });
}

/** Some rows of a table, in the order that is asked for. */
export function pickRows(table: UsageTable, rows: Uint32Array, next: string | null = null): UsageTable {
  const gather = (column: Uint32Array): Uint32Array => {
    const picked = new Uint32Array(rows.length);
    for (let at = 0; at < picked.length; at++) picked[at] = column[rows[at] ?? 0] ?? 0;
    return picked;
  };
  const numbers = fieldsOf(NUMBERS, (field) => gather(table[field]));
  const names = fieldsOf(NAMES, (field) => ({ names: table[field].names, index: gather(table[field].index) }));
  const id = Array.from(rows, (row) => table.id[row] ?? '');
  return tableOf({ count: rows.length, next, id, ...numbers, ...names });
}

/** The rows of one table and then those of another. */
export function joinTables(first: UsageTable, second: UsageTable): UsageTable {
  const numbers = fieldsOf(NUMBERS, (field) => concat(first[field], second[field]));
  const names = fieldsOf(NAMES, (field) => {
    const before = first[field].names.length;
    const index = concat(
      first[field].index,
      second[field].index.map((each) => each + before),
    );
    return { names: [...first[field].names, ...second[field].names], index };
  });
  const count = first.count + second.count;
  return tableOf({ count, next: second.next, id: [...first.id, ...second.id], ...numbers, ...names });
}

/** A table as columns, packed. */
export function packRows(table: UsageTable): UsageColumns {
  const { count, next, id } = table;
  const numbers = fieldsOf(NUMBERS, (field) => packNumbers(table[field]));
  const names = fieldsOf(NAMES, (field) => ({
    names: [...table[field].names],
    index: packNumbers(table[field].index),
  }));
  return { count, next, id: [...id], ...numbers, ...names };
}

const tableOf = (rows: Rows): UsageTable => ({ ...rows, record: (row) => recordAt(rows, row) });

function recordAt(rows: Rows, row: number): UsageRecord {
  const id = rows.id[row];
  if (id === undefined) throw new RangeError(`there is no row ${row}`);
  const name = (field: NameField): string => rows[field].names[rows[field].index[row] ?? 0] ?? '';
  return {
    id,
    startedAt: `${new Date((rows.startedAt[row] ?? 0) * 1000).toISOString().slice(0, 19)}Z`,
    kind: name('kind'),
    line: name('line'),
    caller: name('caller'),
    callerName: name('callerName'),
    recordedSeconds: rows.recordedSeconds[row] ?? 0,
    agentSeconds: rows.agentSeconds[row] ?? 0,
    charge: name('charge') || null,
    quantity: String(rows.quantity[row] ?? 0),
    notBilled: name('notBilled') || null,
  };
}

function namesOf({ names, index }: NameColumn, count: number, field: string): NameRows {
  const rows = numbersOf(index, count, field);
  const most = names.length;
  for (let row = 0; row < count; row++) {
    if ((rows[row] ?? 0) >= most) throw broken(field, `row ${row} has no name`);
  }
  return { names, index: rows };
}

function numbersOf(column: NumberColumn, count: number, field: string): Uint32Array {
  const rows = typeof column === 'string' ? unpackNumbers(column) : new Uint32Array(column);
  if (rows === null) throw broken(field, 'is no base64 of whole numbers of 32 bits');
  if (rows.length !== count) throw broken(field, `has ${rows.length} rows, not ${count}`);
  if (typeof column === 'string') return rows;
  const wrong = column.findIndex((value, row) => value !== rows[row]);
  if (wrong >= 0) throw broken(field, `row ${wrong} is no whole number of 32 bits`);
  return rows;
}

function numberIn(record: UsageRecord, field: NumberField): number {
  if (field === 'startedAt') return Date.parse(record.startedAt) / 1000;
  return field === 'quantity' ? Number(record.quantity) : record[field];
}

function indexed(values: readonly string[]): NameRows {
  const places = new Map<string, number>();
  const index = new Uint32Array(values.length);
  values.forEach((value, row) => {
    const place = places.get(value) ?? places.size;
    if (place === places.size) places.set(value, place);
    index[row] = place;
  });
  return { names: [...places.keys()], index };
}

function concat(first: Uint32Array, second: Uint32Array): Uint32Array {
  const all = new Uint32Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

const fieldsOf = <K extends string, T>(fields: readonly K[], of: (field: K) => T): Record<K, T> =>
  Object.fromEntries(fields.map((field) => [field, of(field)])) as Record<K, T>;

const broken = (field: string, reason: string): BillingError =>
  new BillingError('contract', `usage columns: ${field}: ${reason}`, { fields: { [field]: reason } });
