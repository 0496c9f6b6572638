import type { BillingAdapter, RecordsQuery } from '../../api/index.js';
import type { Client } from './client.js';
import { path, type Query } from './request.js';

type Methods =
  | 'capabilities'
  | 'getAccount'
  | 'listSubscriptions'
  | 'listPlans'
  | 'previewChange'
  | 'changeSubscription'
  | 'undoScheduledChange'
  | 'listAddOns'
  | 'getUsage'
  | 'listUsageRecords'
  | 'listUsageColumns';

const recordsQuery = ({ period, cursor, limit }: RecordsQuery, form: string): Query => ({
  from: period.start,
  to: period.end,
  form,
  cursor,
  limit,
});

/** What an account has, and what becomes of it. */
export const subscriptionMethods = (client: Client): Pick<Required<BillingAdapter>, Methods> => ({
  capabilities: (options) => client.read('/capabilities', options),
  getAccount: (options) => client.read('/account', options),
  listSubscriptions: (options) => client.list('/subscriptions', options),
  listPlans: (options) => client.list('/plans', options),
  previewChange: async (id, change, options) =>
    client.read(path`/subscriptions/${id}/change-previews`, options, { body: change, slow: true }),
  changeSubscription: async (id, agreed, options) =>
    client.write('POST', path`/subscriptions/${id}/changes`, options, { body: agreed }),
  undoScheduledChange: async (id, kind, options) =>
    client.write('DELETE', path`/subscriptions/${id}/scheduled-changes/${kind}`, options),
  listAddOns: async (id, options) => client.list(path`/subscriptions/${id}/add-ons`, options),
  getUsage: async (id, options) =>
    client.read(path`/subscriptions/${id}/usage`, options, {
      query: { from: options.period.start, to: options.period.end },
    }),
  listUsageRecords: async (id, options) =>
    client.read(path`/subscriptions/${id}/usage-records`, options, {
      query: recordsQuery(options, 'records'),
      whenEmpty: { items: [], next: null },
    }),
  listUsageColumns: async (id, options) =>
    client.read(path`/subscriptions/${id}/usage-records`, options, { query: recordsQuery(options, 'columns') }),
});
