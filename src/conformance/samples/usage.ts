import type { Period, Usage, UsageRecord } from '../../api/index.js';
import type { Kit, Need } from '../needs.js';
import { columnPage } from './columns.js';
import { allOf } from './pages.js';

type Subject = 'facts.subscription' | 'facts.usagePeriod';

/** What it takes to read usage by day, as records and as columns. */
export const DAYS = ['getUsage', 'facts.subscription', 'facts.usagePeriod'] as const satisfies readonly Need[];
export const RECORDS = [
  'listUsageRecords',
  'facts.subscription',
  'facts.usagePeriod',
] as const satisfies readonly Need[];
export const COLUMNS = [
  'listUsageColumns',
  'facts.subscription',
  'facts.usagePeriod',
] as const satisfies readonly Need[];

/** Usage by day; of the period in the facts unless another is asked for. */
export const usageIn = ({ adapter, facts }: Kit<'getUsage' | Subject>, period?: Period): Promise<Usage> =>
  adapter.getUsage(facts.subscription, { period: period ?? facts.usagePeriod });

/** All records of the period in the facts, or of another. */
export const recordsIn = (
  { adapter, facts }: Kit<'listUsageRecords' | Subject>,
  period?: Period,
): Promise<UsageRecord[]> =>
  allOf((query) => adapter.listUsageRecords(facts.subscription, { ...query, period: period ?? facts.usagePeriod }));

/** The same by way of the columns. */
export const columnsIn = (
  { adapter, facts }: Kit<'listUsageColumns' | Subject>,
  limit: number,
): Promise<UsageRecord[]> =>
  allOf(
    async (query) =>
      columnPage(await adapter.listUsageColumns(facts.subscription, { ...query, period: facts.usagePeriod })),
    { limit },
  );
