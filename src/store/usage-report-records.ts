import { joinTables, type NameRows, type UsageTable } from '../api/usage-table.js';
import type { Period } from '../rating/index.js';
import type { Read } from './reads/read.js';
import { readUsageRecords } from './reads/usage-records.js';

/** The records of one month and of all its subscriptions, as columns. */
export interface UsageRecords {
  readonly table: UsageTable;
  /** The subscription of each row, by its id. */
  readonly owner: NameRows;
}

/** The records of several subscriptions in one read: without one of them the sums would be wrong. */
export function readRecordsOfAll(subscriptions: readonly string[], period: Period): Read<UsageRecords> {
  const each = subscriptions.map((id) => readUsageRecords(id, period));
  return {
    key: ['usage-records', 'all', period.start, period.end, ...subscriptions],
    method: 'listUsageColumns',
    instead: 'listUsageRecords',
    fetch: async (adapter, options) =>
      joined(subscriptions, await Promise.all(each.map((read) => read.fetch(adapter, options)))),
  };
}

/** One table after the other. More than was read is more of any of them. */
function joined(names: readonly string[], tables: readonly UsageTable[]): UsageRecords {
  const next = tables.find((table) => table.next !== null)?.next ?? null;
  const [first, ...rest] = tables;
  if (!first) throw new RangeError('there are no subscriptions to read records of');
  const index = new Uint32Array(tables.reduce((sum, { count }) => sum + count, 0));
  let row = 0;
  for (const [place, { count }] of tables.entries()) {
    index.fill(place, row, row + count);
    row += count;
  }
  return { table: { ...rest.reduce(joinTables, first), next }, owner: { names, index } };
}
