import type { UsageRecord } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { formatPhone } from '../locale/phone.js';
import type { UsageCharge } from '../rating/index.js';
import { zoneOf, type UsageMonth } from '../store/usage-report.js';
import type { UsageRecords } from '../store/usage-report-records.js';
import { durationOf, type RecordSort } from '../store/usage-report-rows.js';
import type { RecordColumn, RecordRows } from './record-table.types.js';
import { durationText, kindName, momentIn, notBilledText, quantityText } from './usage-report.words.js';

const SORTED = ['time', 'caller', 'duration', 'billed'] as const;

/** The columns; that of the product only where there are several. */
export function columnsOf(tag: LanguageTag, { by, descending }: RecordSort, month: UsageMonth): RecordColumn[] {
  const order = descending ? 'descending' : 'ascending';
  const column = (name: 'time' | 'kind' | 'caller' | 'line' | 'product' | 'duration' | 'billed'): RecordColumn => ({
    name,
    label: text(tag, `records.${name}`),
    isFigure: name === 'duration' || name === 'billed',
    ...(SORTED.some((each) => each === name) && { sort: name === by ? order : 'none' }),
  });
  const product = month.subscriptions.length > 1 ? [column('product')] : [];
  return [
    ...[column('time'), column('kind'), column('caller'), column('line'), ...product],
    ...[column('duration'), column('billed')],
  ];
}

/** The order that a column asks for: the other way round, or, for another column, what is wanted first of it. */
export function sortedBy(column: string, { by, descending }: RecordSort): RecordSort {
  const wanted = SORTED.find((each) => each === column) ?? by;
  return { by: wanted, descending: wanted === by ? !descending : wanted !== 'caller' };
}

/** The records of some rows, in words when they are looked at. */
export function recordRows(
  tag: LanguageTag,
  { table, owner }: UsageRecords,
  rows: Uint32Array,
  view: string,
  month: UsageMonth,
): RecordRows {
  const zone = zoneOf(month.account);
  const rowAt = (position: number): number => rows[position] ?? 0;
  const hasProduct = month.subscriptions.length > 1;
  return {
    count: rows.length,
    view,
    idAt: (position) => table.id[rowAt(position)] ?? '',
    positionOf: (id) => {
      const row = table.id.indexOf(id);
      return row < 0 ? -1 : rows.indexOf(row);
    },
    cellsAt: (position) => {
      const row = rowAt(position);
      const record = table.record(row);
      const subscription = month.subscriptions.find(({ id }) => id === owner.names[owner.index[row] ?? 0]);
      return [
        momentIn(tag, zone, (table.startedAt[row] ?? 0) * 1000),
        kindName(tag, record.kind),
        callerText(tag, record),
        isolate(formatPhone(record.line)),
        ...(hasProduct ? [isolate(subscription?.product ?? '')] : []),
        durationText(tag, durationOf(table, row)),
        billedText(tag, record, subscription?.plan.usage ?? []),
      ];
    },
  };
}

const callerText = (tag: LanguageTag, { callerName, caller }: UsageRecord): string =>
  callerName || caller ? isolate(callerName || formatPhone(caller)) : text(tag, 'records.unknown-caller');

function billedText(
  tag: LanguageTag,
  { charge, quantity, notBilled }: UsageRecord,
  usage: readonly UsageCharge[],
): string {
  if (charge === null) return notBilledText(tag, notBilled);
  return quantityText(
    tag,
    quantity,
    usage.find(({ id }) => id === charge),
  );
}
