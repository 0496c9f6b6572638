import type { LanguageTag } from '../locale/intl.js';
import { dateFormat } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { zoneOf, type UsageMonth } from '../store/usage-report.js';
import type { UsageRecords } from '../store/usage-report-records.js';
import { durationOf } from '../store/usage-report-rows.js';
import { csvOf, type CellKind } from './csv.js';
import { download } from './download.js';
import { kindName } from './usage-report.words.js';

/** Rows that are written before the page gets a moment to itself. */
const BATCH = 2000;

const KINDS: readonly CellKind[] = [
  ...(['text', 'text', 'text', 'text', 'text', 'text', 'text', 'text'] as const),
  ...(['number', 'number', 'text', 'text'] as const),
];

/** What is saved: rows of a month's records. */
export interface SavedRecords {
  readonly tag: LanguageTag;
  readonly records: UsageRecords;
  readonly rows: Uint32Array;
  readonly month: UsageMonth;
}

/**
 * Saves records as CSV, a batch at a time, so that the page stays alive with a hundred thousand of them; `progress` is
 * told how many are written. Times are on the account's clock and in UTC. Rejects where the writer can't be loaded.
 */
export async function saveRecords(saved: SavedRecords, progress: (written: number) => void): Promise<void> {
  const { tag, rows, month } = saved;
  const header = headerOf(tag);
  const head = await csvOf(header, [], KINDS);
  const pieces = [head];
  const cellsAt = rowWriter(saved);
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = Array.from(rows.subarray(from, from + BATCH), cellsAt);
    // Each batch comes with the header, which is there already.
    pieces.push((await csvOf(header, batch, KINDS)).slice(head.length));
    progress(from + batch.length);
    await new Promise((resolve) => setTimeout(resolve));
  }
  const name = `${text(tag, 'report.title')} ${month.period.start.slice(0, 7)}.csv`;
  download(name, 'text/csv;charset=utf-8', new Blob(pieces));
}

function headerOf(tag: LanguageTag): string[] {
  return [
    ...[text(tag, 'records.date'), text(tag, 'records.time'), text(tag, 'records.moment'), text(tag, 'records.kind')],
    ...[text(tag, 'records.caller'), text(tag, 'records.caller-name')],
    ...[text(tag, 'records.line'), text(tag, 'records.product')],
    ...[text(tag, 'records.seconds'), text(tag, 'records.quantity')],
    ...[text(tag, 'records.unit'), text(tag, 'records.reason')],
  ];
}

/** The reason is the back end's own word for it: a file is read by programs too. */
function rowWriter({ tag, records: { table, owner }, month }: SavedRecords): (row: number) => string[] {
  const clock = wallClock(zoneOf(month.account));
  const productOf = new Map(month.subscriptions.map((each) => [each.id, each] as const));
  return (row) => {
    const record = table.record(row);
    const subscription = productOf.get(owner.names[owner.index[row] ?? 0] ?? '');
    const charge = subscription?.plan.usage.find(({ id }) => id === record.charge);
    const { caller, callerName, line, quantity, notBilled } = record;
    return [
      ...clock((table.startedAt[row] ?? 0) * 1000),
      ...[record.startedAt, bare(kindName(tag, record.kind)), caller, callerName, line, subscription?.product ?? ''],
      ...[`${durationOf(table, row)}`, quantity, charge?.reported?.unit ?? charge?.unit ?? '', notBilled ?? ''],
    ];
  };
}

/** A date and a time as spreadsheets read them: Sweden writes them so. */
function wallClock(timeZone: string): (moment: number) => [date: string, time: string] {
  const format = dateFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  return (moment) => {
    const [date = '', time = ''] = format.format(moment).split(' ');
    return [date, time];
  };
}

/** Without the marks that keep directions apart on a page. */
const bare = (words: string): string => words.replace(/[\u2068\u2069]/g, '');
