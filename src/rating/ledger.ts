import { billingDays, type BillingDays } from './billing-day.js';
import { billedMilliseconds, callClock, LONGEST_CALL, type CallClock } from './call-clock.js';
import { needCallRule, type CallRule } from './call-rule.js';
import { needList, needName, needObject } from './checks.js';
import { shown, type Decimal } from './decimal.js';
import { need, RatingError, type RatingErrorCode } from './errors.js';
import { BILLED, LedgerColumns, NONE, REMOVED, type LedgerRow } from './ledger-columns.js';
import type { LedgerColumnsInput, LedgerOptions, LedgerRecord, UsageTotal } from './ledger-record.js';
import { Names } from './names.js';
import { dateOf, dayNumber, type Period, type PlainDate } from './period.js';
import { Tally } from './tally.js';
import type { UsageDay } from './usage.js';

/**
 * A month of usage in columns: 20 bytes a record, and running totals by day, product and line that each new, corrected
 * or removed record changes in constant time. Each record is billed by itself when it comes, so totals depend neither on
 * the order nor on what was corrected between. Exact: whole milliseconds, refused where their sum could pass 2^53.
 * Throws a `RatingError` that names the field; a refused record changes nothing.
 *
 * @example ledger.append({ start, measured: 61_000, charge: 'operator', product: 'answering', line: '555-0100' })
 */
export class UsageLedger {
  readonly #days: BillingDays;
  readonly #charges: Names;
  readonly #clocks: readonly (CallClock | null)[];
  readonly #products = new Names('product', 256);
  readonly #lines = new Names('line', 65_536);
  readonly #reasons = new Names('notBilled', REMOVED, ['']);
  readonly #rows = new Map<string, number>();
  readonly #columns = new LedgerColumns();
  readonly #all: Tally;
  readonly #tallies: Readonly<Record<Dimension, Tally>>;
  readonly #keys: Readonly<Record<Dimension, readonly string[]>>;
  #size = 0;

  constructor({ period, timeZone, charges }: LedgerOptions) {
    needList(charges, 'charges', 'a list of charges');
    this.#days = billingDays(period, timeZone);
    this.#charges = new Names(
      'charge',
      NONE,
      charges.map((charge) => charge.id),
    );
    need(this.#charges.list.length === charges.length, 'duplicate-key', 'charges', 'every charge must be there once');
    this.#clocks = charges.map(({ calls }, index) => (calls ? clockOf(calls, `charges[${index}].calls`) : null));
    const tally = (rows: number): Tally => new Tally(charges.length, rows);
    this.#all = tally(1);
    this.#tallies = { day: tally(this.#days.count), product: tally(4), line: tally(4) };
    this.#keys = { day: datesOf(period), product: this.#products.list, line: this.#lines.list };
  }

  /** A ledger of records. */
  static fromRecords(options: LedgerOptions, records: readonly LedgerRecord[]): UsageLedger {
    const ledger = new UsageLedger(options);
    records.forEach((record, index) => ledger.#append(record, `records[${index}]`));
    return ledger;
  }

  /** A ledger of columns, without ids: the way for a month at once. */
  static fromColumns(options: LedgerOptions, columns: LedgerColumnsInput): UsageLedger {
    const ledger = new UsageLedger(options);
    ledger.#fill(columns);
    return ledger;
  }

  /** How many records there are, billed or not. */
  get size(): number {
    return this.#size;
  }

  /** Bytes of all columns. */
  get bytes(): number {
    return this.#columns.bytes;
  }

  /** Adds a record and returns its row, by which it is corrected and removed. */
  append(record: LedgerRecord): number {
    return this.#append(record, 'record');
  }

  /** Replaces the record of a row. It keeps the id that it came with. */
  correct(row: number, record: LedgerRecord): void {
    const before = this.#live(row);
    const after = this.#read(record, 'record');
    this.#count(before, -1);
    this.#columns.set(row, after);
    this.#count(after, 1);
  }

  /** Takes a record away. Its row is not used again. */
  remove(row: number): void {
    const before = this.#live(row);
    this.#count(before, -1);
    this.#columns.set(row, { ...before, state: REMOVED });
  }

  /** The row of a record that came with an id. */
  rowOf(id: string): number | undefined {
    const row = this.#rows.get(id);
    return row !== undefined && this.#columns.get(row) ? row : undefined;
  }

  /** What a charge comes to over the period. */
  total(charge: string): { readonly quantity: Decimal; readonly records: number } {
    const index = this.#chargeOf(charge, 'charge');
    return { quantity: this.#quantity(this.#all.billed(0, index), index), records: this.#all.records(0, index) };
  }

  /** What each day, product or line comes to by charge; those without a record are left out. */
  totalsBy(dimension: Dimension): UsageTotal[] {
    const tally = this.#tallies[dimension];
    return this.#keys[dimension].flatMap((key, row) =>
      this.#charges.list.flatMap((charge, index) => {
        const records = tally.records(row, index);
        return records === 0
          ? []
          : [{ key, charge, quantity: this.#quantity(tally.billed(row, index), index), records }];
      }),
    );
  }

  /** The usage of every day of the period, as a preview takes it. */
  usageDays(): UsageDay[] {
    const { day } = this.#tallies;
    return this.#keys.day.map((date, row) => {
      const quantities: Record<string, Decimal> = {};
      for (const [index, charge] of this.#charges.list.entries()) {
        quantities[charge] = this.#quantity(day.billed(row, index), index);
      }
      return { date, quantities };
    });
  }

  /** The seconds that a charge's records would be billed under another rule: one pass over the columns. */
  billedUnder(charge: string, rule: CallRule): Decimal {
    const index = this.#chargeOf(charge, 'charge');
    return secondsText(this.#columns.sumBilled(index, clockOf(rule, 'rule')));
  }

  #fill(columns: LedgerColumnsInput): void {
    const tables: Tables = {
      products: columns.products.map((name) => this.#products.add(name)),
      lines: columns.lines.map((name) => this.#lines.add(name)),
      reasons: [BILLED, ...(columns.reasons ?? []).map((name) => this.#reasons.add(name))],
    };
    for (let at = 0; at < columns.start.length; at++)
      this.#push(this.#rowOf(measuredAt(columns, tables, at), 'columns', at));
  }

  #append(record: LedgerRecord, field: string): number {
    const row = this.#read(record, field);
    const { id } = record;
    if (id === undefined) return this.#push(row);
    needName(id, `${field}.id`);
    need(this.rowOf(id) === undefined, 'duplicate-key', `${field}.id`, `there is a record ${shown(id)} already`);
    const at = this.#push(row);
    this.#rows.set(id, at);
    return at;
  }

  #read(record: LedgerRecord, field: string): LedgerRow {
    needObject(record, field, 'a record');
    const { start, measured, notBilled } = record;
    const charge = this.#chargeOf(record.charge, `${field}.charge`);
    const product = this.#products.add(record.product);
    const line = this.#lines.add(record.line);
    const state = notBilled === undefined ? BILLED : this.#reasons.add(notBilled);
    return this.#rowOf({ start, measured, charge, product, line, state }, field);
  }

  /** Places and bills what was measured. `at` is its number in a list. */
  #rowOf(own: Measured, field: string, at?: number): LedgerRow {
    const clock = this.#clocks[own.charge];
    if (clock === undefined) throw refused('unknown-charge', field, 'charge', own.charge, at);
    if (!isLength(own.measured)) throw refused('amount-out-of-range', field, 'measured', own.measured, at);
    const day = this.#days.indexOf(own.start);
    if (!(day >= 0)) throw refused('outside-period', field, 'start', own.start, at);
    const billed = own.state !== BILLED ? 0 : clock ? billedMilliseconds(clock, own.measured) : 1;
    const fits = this.#all.billed(0, own.charge) + billed <= Number.MAX_SAFE_INTEGER;
    if (!fits) throw refused('amount-out-of-range', field, 'measured', own.measured, at);
    const { charge, product, line, state, measured } = own;
    return { start: Math.floor(own.start / 1000), measured, billed, day, charge, product, line, state };
  }

  #push(row: LedgerRow): number {
    const at = this.#columns.push(row);
    this.#count(row, 1);
    return at;
  }

  #count(row: LedgerRow, sign: 1 | -1): void {
    this.#size += sign;
    if (row.billed === 0) return;
    this.#all.add(0, row.charge, row.billed, sign);
    this.#tallies.day.add(row.day, row.charge, row.billed, sign);
    this.#tallies.product.add(row.product, row.charge, row.billed, sign);
    this.#tallies.line.add(row.line, row.charge, row.billed, sign);
  }

  #live(row: number): LedgerRow {
    const found = this.#columns.get(row);
    need(found !== undefined, 'malformed-input', 'row', `there is no record ${shown(row)}`);
    return found;
  }

  #chargeOf(charge: string, field: string): number {
    const index = this.#charges.find(charge);
    if (index === undefined)
      throw new RatingError('unknown-charge', field, `the ledger has no charge ${shown(charge)}`);
    return index;
  }

  #quantity(billed: number, charge: number): Decimal {
    return this.#clocks[charge] ? secondsText(billed) : String(billed);
  }
}

type Dimension = 'day' | 'product' | 'line';

/** What is known of a record before it is placed and billed; `start` in milliseconds. */
type Measured = Omit<LedgerRow, 'billed' | 'day'>;

type Tables = Readonly<Record<'products' | 'lines' | 'reasons', readonly number[]>>;

function measuredAt(columns: LedgerColumnsInput, { products, lines, reasons }: Tables, at: number): Measured {
  const product = products[columns.product[at] ?? -1];
  const line = lines[columns.line[at] ?? -1];
  const state = reasons[columns.notBilled ? (columns.notBilled[at] ?? -1) : 0];
  if (product === undefined) throw refused('malformed-input', 'columns', 'product', columns.product[at], at);
  if (line === undefined) throw refused('malformed-input', 'columns', 'line', columns.line[at], at);
  if (state === undefined) throw refused('malformed-input', 'columns', 'notBilled', columns.notBilled?.[at], at);
  const start = (columns.start[at] ?? NaN) * 1000;
  return { start, measured: columns.measured[at] ?? NaN, charge: columns.charge[at] ?? -1, product, line, state };
}

function datesOf({ start, end }: Period): PlainDate[] {
  const first = dayNumber(start);
  return Array.from({ length: dayNumber(end) - first }, (_, index) => dateOf(first + index));
}

const isLength = (measured: number): boolean => Number.isInteger(measured) && measured >= 0 && measured <= LONGEST_CALL;

function refused(code: RatingErrorCode, field: string, name: string, value: unknown, at?: number): RatingError {
  const path = at === undefined ? `${field}.${name}` : `${field}.${name}[${at}]`;
  return new RatingError(code, path, `cannot be ${shown(value)}`);
}

function clockOf(rule: CallRule, field: string): CallClock {
  needCallRule(rule, field);
  return callClock(rule, field);
}

/** Milliseconds as a decimal string of seconds. */
function secondsText(milliseconds: number): Decimal {
  const rest = milliseconds % 1000;
  const seconds = String((milliseconds - rest) / 1000);
  return rest === 0 ? seconds : `${seconds}.${String(rest).padStart(3, '0').replace(/0+$/, '')}`;
}
