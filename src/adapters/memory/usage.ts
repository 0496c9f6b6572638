import type { PlainDate, RecordsQuery, Usage, UsageColumns, UsageDay, UsageRecordPage } from '../../api/index.js';
import { joinTables, packRows, pickRows, tableOfRecords, usageTable, type UsageTable } from '../../api/usage-table.js';
import { daysBetween, RatingError, type Period } from '../../rating/index.js';
import { limitOf, startOf } from './pages.js';
import { needField, refusal } from './refuse.js';
import type { SeedSubscription } from './seed.js';
import type { State } from './state.js';
import { UsageLog } from './usage-log.js';

const MOST_RECORDS = 100;
const MOST_ROWS = 20_000;

const NONE = { count: 0, next: null, id: [], startedAt: [], recordedSeconds: [], agentSeconds: [], quantity: [] };
const NO_NAMES = { names: [], index: [] };
const NO_USAGE: UsageColumns = {
  ...NONE,
  kind: NO_NAMES,
  line: NO_NAMES,
  caller: NO_NAMES,
  callerName: NO_NAMES,
  charge: NO_NAMES,
  notBilled: NO_NAMES,
};

// A year of records is read and added up once, however many adapters are made of the same seed.
const logs = new WeakMap<object, UsageLog>();

/** Usage by day. Throws `validation` for a period that is none. */
export function readUsage(state: State, subscription: SeedSubscription, period: Period): Usage {
  needPeriod(period);
  return { subscription: subscription.id, period, asOf: state.now, days: usageDays(state, subscription, period) };
}

/** What was metered on the days of a period, until the clock or until an earlier moment in milliseconds. */
export const usageDays = (
  state: State,
  subscription: SeedSubscription,
  period: Period,
  until: number = Date.parse(state.now),
): UsageDay[] =>
  visible(subscription, period).flatMap((part) => logOf(state, subscription.id).days(part, until / 1000));

/** A page of records as objects. Throws `validation`. */
export function readRecords(state: State, subscription: SeedSubscription, query: RecordsQuery): UsageRecordPage {
  const { rows, table, next } = rowsOf(state, subscription, query, MOST_RECORDS);
  return { items: rows.map((row) => table.record(row)), next };
}

/** A page of records as columns. Throws `validation`. */
export function readColumns(state: State, subscription: SeedSubscription, query: RecordsQuery): UsageColumns {
  const { rows, table, next } = rowsOf(state, subscription, query, MOST_ROWS);
  return packRows(pickRows(table, new Uint32Array(rows), next));
}

function rowsOf(
  state: State,
  subscription: SeedSubscription,
  { period, cursor, limit }: RecordsQuery,
  most: number,
): { rows: number[]; table: UsageTable; next: string | null } {
  needPeriod(period);
  const log = logOf(state, subscription.id);
  const idOf = (row: number): string => log.table.id[row] ?? '';
  const all = visible(subscription, period).flatMap((part) => log.rows(part, Date.parse(state.now) / 1000));
  const start = startOf(all, idOf, cursor);
  const end = start + limitOf(limit, most);
  const rows = all.slice(start, end);
  return { rows, table: log.table, next: end < all.length ? idOf(rows.at(-1) ?? 0) : null };
}

function logOf({ usage, added, account }: State, subscription: string): UsageLog {
  const seeded = usage[subscription] ?? NO_USAGE;
  const own = added[subscription];
  const log = known(seeded, account.timeZone, () => usageTable(seeded));
  return own ? known(own, account.timeZone, () => joinTables(log.table, tableOfRecords(own))) : log;
}

function known(key: object, zone: string, tableOf: () => UsageTable): UsageLog {
  const log = logs.get(key);
  if (log?.zone === zone) return log;
  const made = new UsageLog(tableOf(), zone);
  logs.set(key, made);
  return made;
}

/** The days of a period on which the subscription ran: nothing is answered before it, after it, or while it rests. */
function visible({ start, end, pauses = [] }: SeedSubscription, period: Period): Period[] {
  const within = { start: later(start, period.start), end: end === null ? period.end : earlier(end, period.end) };
  const running = pauses.reduce<Period[]>(
    (parts, pause) =>
      parts.flatMap((part) => [
        { start: part.start, end: earlier(part.end, pause.from) },
        { start: later(part.start, pause.until ?? part.end), end: part.end },
      ]),
    [within],
  );
  return running.filter((part) => part.start < part.end);
}

const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);
const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);

function needPeriod({ start, end }: Period): void {
  needDate(start, 'period.start');
  needDate(end, 'period.end');
  needField(start < end, 'period.end', 'period-reversed', 'The period must end after it starts.');
}

/** Throws `validation` for what is no day. */
export function needDate(date: PlainDate, field: string): void {
  try {
    daysBetween(date, date);
  } catch (error) {
    if (!(error instanceof RatingError)) throw error;
    throw refusal('validation', error.code, 'A date such as 2026-09-30 is expected.', { [field]: error.code });
  }
}
