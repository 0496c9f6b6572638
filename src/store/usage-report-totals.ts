import type { Subscription } from '../api/index.js';
import type { NameRows } from '../api/usage-table.js';
import type { UsageCharge } from '../rating/index.js';
import { Tally } from '../rating/tally.js';
import type { UsageRecords } from './usage-report-records.js';

/** What a kind, a product or a line comes to. */
export interface RecordTotal {
  /** The kind, the subscription's id or the line's number. */
  readonly key: string;
  /** How many records there are, billed or not. */
  readonly records: number;
  readonly notBilled: number;
  /** By charge, in their order: exact, in the unit that it reports; `null` where nothing counts for it. */
  readonly quantities: readonly (string | null)[];
}

/** A month's records, added up. */
export interface RecordTotals {
  /** The charges that anything counts for. */
  readonly charges: readonly UsageCharge[];
  readonly all: RecordTotal;
  readonly kind: readonly RecordTotal[];
  readonly product: readonly RecordTotal[];
  readonly line: readonly RecordTotal[];
}

/**
 * Adds up a month's records by kind, product and line, most records first. Quantities are whole reported units, exact
 * below 2^53. Records of a charge that no plan of the month has count as not billed by it.
 */
export function totalsOf(records: UsageRecords, subscriptions: readonly Subscription[]): RecordTotals {
  const { kind, line } = records.table;
  const charges = chargesOf(subscriptions);
  const chargeOf = chargeOfRows(records, subscriptions, charges);
  const { index } = records.owner;
  const by = (column: NameRows): RecordTotal[] => rowsOf(records, column, chargeOf, charges);
  const [all = NOTHING] = by({ names: [''], index: new Uint32Array(index.length) });
  const used = charges.map((_, place) => typeof all.quantities[place] === 'string');
  const only = (total: RecordTotal): RecordTotal => ({
    ...total,
    quantities: total.quantities.filter((__, place) => used[place]),
  });
  return {
    charges: charges.filter((_, place) => used[place]),
    all: only(all),
    kind: by(kind).map(only),
    product: by(records.owner).map(only),
    line: by(line).map(only),
  };
}

const NOTHING: RecordTotal = { key: '', records: 0, notBilled: 0, quantities: [] };

/** Two products may have a charge of one id; only where it counts the same it is the same. */
const isSame = (a: UsageCharge, b: UsageCharge): boolean =>
  a.id === b.id && a.name === b.name && a.unit === b.unit && a.reported?.perUnit === b.reported?.perUnit;

function chargesOf(subscriptions: readonly Subscription[]): UsageCharge[] {
  const all: UsageCharge[] = [];
  for (const charge of subscriptions.flatMap(({ plan }) => plan.usage))
    if (!all.some((each) => isSame(each, charge))) all.push(charge);
  return all;
}

/** The place of each row's charge; behind the last one where it has none. */
function chargeOfRows(
  { table, owner }: UsageRecords,
  subscriptions: readonly Subscription[],
  charges: readonly UsageCharge[],
): Uint8Array {
  const none = charges.length;
  const placeOf = (id: string, name: string): number => {
    const own = subscriptions.find((each) => each.id === id)?.plan.usage.find((each) => each.id === name);
    return own ? charges.findIndex((each) => isSame(each, own)) : none;
  };
  const places = owner.names.map((id) => table.charge.names.map((name) => placeOf(id, name)));
  const rows = new Uint8Array(table.count);
  for (let row = 0; row < rows.length; row++)
    rows[row] = places[owner.index[row] ?? 0]?.[table.charge.index[row] ?? 0] ?? none;
  return rows;
}

function rowsOf(
  { table }: UsageRecords,
  column: NameRows,
  chargeOf: Uint8Array,
  charges: readonly UsageCharge[],
): RecordTotal[] {
  // A name is there once for each page that was read.
  const keys = [...new Set(column.names)];
  const places = new Map(keys.map((key, place) => [key, place]));
  const placeOf = Uint32Array.from(column.names, (name) => places.get(name) ?? 0);
  const tally = new Tally(charges.length + 1, keys.length);
  for (let row = 0; row < table.count; row++)
    tally.add(placeOf[column.index[row] ?? 0] ?? 0, chargeOf[row] ?? 0, table.quantity[row] ?? 0, 1);
  return keys
    .map((key, place) => totalAt(tally, key, place, charges))
    .filter(({ records }) => records > 0)
    .sort((a, b) => b.records - a.records);
}

function totalAt(tally: Tally, key: string, place: number, charges: readonly UsageCharge[]): RecordTotal {
  const notBilled = tally.records(place, charges.length);
  const counts = charges.map((_, charge) => tally.records(place, charge));
  const quantities = charges.map((_, charge) => (counts[charge] === 0 ? null : `${tally.billed(place, charge)}`));
  return { key, records: counts.reduce((sum, count) => sum + count, notBilled), notBilled, quantities };
}
