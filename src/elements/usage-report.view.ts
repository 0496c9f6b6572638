import type { LanguageTag } from '../locale/intl.js';
import { billingDays, type BillingDays } from '../rating/index.js';
import { zoneOf, type UsageMonth } from '../store/usage-report.js';
import type { UsageRecords } from '../store/usage-report-records.js';
import { filteredRows, sortedRows, type RecordFilter, type RecordSort } from '../store/usage-report-rows.js';
import { totalsOf, type RecordTotals } from '../store/usage-report-totals.js';
import type { RecordRows } from './record-table.types.js';
import { recordRows } from './usage-report.rows.js';

/** What is seen of a month's records. */
export interface ShownRecords {
  /** The rows of the table of records that are wanted, in order. */
  readonly rows: Uint32Array;
  readonly shown: RecordRows;
}

/** Works something out again only when what it is made from has changed. */
class Memo<T> {
  #from: readonly unknown[] = [];
  #made: { readonly value: T } | undefined;

  get(from: readonly unknown[], make: () => T): T {
    const isSame = from.length === this.#from.length && from.every((each, index) => each === this.#from[index]);
    if (this.#made && isSame) return this.#made.value;
    this.#from = from;
    this.#made = { value: make() };
    return this.#made.value;
  }
}

/** Sums, order and choice of a month's records: each is a pass over columns, and none is made twice. */
export class RecordsView {
  readonly #totals = new Memo<RecordTotals>();
  readonly #order = new Memo<Uint32Array>();
  readonly #rows = new Memo<Uint32Array>();
  readonly #shown = new Memo<ShownRecords>();
  readonly #days = new Memo<BillingDays>();

  totals(records: UsageRecords, { subscriptions }: UsageMonth): RecordTotals {
    return this.#totals.get([records, subscriptions], () => totalsOf(records, subscriptions));
  }

  shown(
    tag: LanguageTag,
    records: UsageRecords,
    month: UsageMonth,
    filter: RecordFilter,
    sort: RecordSort,
  ): ShownRecords {
    const { table } = records;
    const { start, end } = month.period;
    const zone = zoneOf(month.account);
    const days = this.#days.get([start, end, zone], () => billingDays({ start, end }, zone));
    const order = this.#order.get([records, sort, tag], () => sortedRows(table, sort, tag));
    const rows = this.#rows.get([order, filter, days], () => filteredRows(table, order, filter, days));
    return this.#shown.get([rows, month, tag], () => {
      const view = JSON.stringify([start, filter, sort]);
      return { rows, shown: recordRows(tag, records, rows, view, month) };
    });
  }
}
