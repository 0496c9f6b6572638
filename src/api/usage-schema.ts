import * as v from 'valibot';
import {
  byName,
  count,
  decimal,
  instant,
  list,
  name,
  pageOf,
  period,
  plainDate,
  text,
  type Schema,
} from './formats.js';
import type { Usage } from './types.js';
import type { NameColumn, NumberColumn, UsageColumns, UsageRecord, UsageRecordPage } from './usage-types.js';

/** Rows of one page of columns. */
const MOST_ROWS = 20_000;
/** Base64 of so many 32-bit integers. */
const PACKED_LENGTH = Math.ceil((MOST_ROWS * 4) / 3) * 4;

const record: Schema<UsageRecord> = v.object({
  id: name,
  startedAt: instant,
  kind: name,
  line: text,
  caller: text,
  callerName: text,
  recordedSeconds: count,
  agentSeconds: count,
  charge: v.nullable(name),
  quantity: decimal,
  notBilled: v.nullable(name),
});

const rows = <T>(item: Schema<T>): Schema<T[]> =>
  v.pipe(v.array(v.unknown()), v.maxLength(MOST_ROWS, `expected at most ${MOST_ROWS} rows`), v.array(item));

const numberColumn: Schema<NumberColumn> = v.union([rows(count), v.pipe(v.string(), v.maxLength(PACKED_LENGTH))]);

const nameColumn: Schema<NameColumn> = v.object({ names: rows(text), index: numberColumn });

/** The answer of `getUsage`. */
export const usageSchema: Schema<Usage> = v.object({
  subscription: name,
  period,
  asOf: instant,
  days: list(v.object({ date: plainDate, quantities: byName(decimal) })),
});

/** The answer of `listUsageRecords`. */
export const usageRecordPageSchema: Schema<UsageRecordPage> = pageOf(record);

/** The answer of `listUsageColumns`, as to its form; that the columns are of one length is seen when they are read. */
export const usageColumnsSchema: Schema<UsageColumns> = v.object({
  count: v.pipe(count, v.maxValue(MOST_ROWS)),
  next: v.nullable(text),
  id: rows(text),
  startedAt: numberColumn,
  recordedSeconds: numberColumn,
  agentSeconds: numberColumn,
  quantity: numberColumn,
  kind: nameColumn,
  line: nameColumn,
  caller: nameColumn,
  callerName: nameColumn,
  charge: nameColumn,
  notBilled: nameColumn,
});
