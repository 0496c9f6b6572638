import type { Page, UsageColumns, UsageRecord } from '../../api/index.js';
import { usageTable } from '../../api/usage-table.js';

/** A page of columns as a page of records. Throws a `contract` error for columns that don't fit together. */
export function columnPage(columns: UsageColumns): Page<UsageRecord> {
  const table = usageTable(columns);
  return { items: Array.from({ length: table.count }, (_, row) => table.record(row)), next: table.next };
}
