import { usageColumnsSchema, usageRecordPageSchema, type BillingAdapter, type PageQuery } from '../../api/index.js';
import { joinTables, pickRows, tableOfRecords, usageTable, type UsageTable } from '../../api/usage-table.js';
import type { Period } from '../../rating/index.js';
import { answerOf, type Read } from './read.js';
import { allPages } from './whole-list.js';

/** The most that the contract allows on a page. */
const ROWS = 20_000;
const RECORDS = 100;

/** One page of records, however the back end gives them. */
type TablePage = (adapter: BillingAdapter, query: PageQuery) => Promise<UsageTable>;

/** All records behind the usage of a period as one table, oldest first; as columns where the back end has them. */
export const readUsageRecords = (subscription: string, period: Period): Read<UsageTable> => ({
  key: ['usage-records', subscription, period.start, period.end],
  method: 'listUsageColumns',
  instead: 'listUsageRecords',
  fetch: async (adapter, options) => {
    const page = adapter.listUsageColumns ? columns(subscription, period) : records(subscription, period);
    const { pages, next } = await allPages((cursor) =>
      page(adapter, { ...options, ...(cursor !== undefined && { cursor }) }),
    );
    return { ...distinctRows(pages.reduce(joinTables)), next };
  },
});

const columns =
  (subscription: string, period: Period): TablePage =>
  async (adapter, query) => {
    const answer = adapter.listUsageColumns?.(subscription, { period, limit: ROWS, ...query });
    return usageTable(await answerOf(usageColumnsSchema, answer, 'listUsageColumns'));
  };

const records =
  (subscription: string, period: Period): TablePage =>
  async (adapter, query) => {
    const answer = adapter.listUsageRecords?.(subscription, { period, limit: RECORDS, ...query });
    const { items, next } = await answerOf(usageRecordPageSchema, answer, 'listUsageRecords');
    return tableOfRecords(items, next);
  };

/** A record that is on two pages, because one more has come in between, is taken once. */
function distinctRows(table: UsageTable): UsageTable {
  const rows = new Map(table.id.map((id, row) => [id, row]));
  return rows.size === table.count ? table : pickRows(table, Uint32Array.from(rows.values()));
}
