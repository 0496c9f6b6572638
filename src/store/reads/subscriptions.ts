import {
  addOnPageSchema,
  planPageSchema,
  subscriptionPageSchema,
  type AddOn,
  type Page,
  type Plan,
  type Subscription,
} from '../../api/index.js';
import { readList, type Read } from './read.js';

/** Current and past subscriptions, all of them. */
export const readSubscriptions = (): Read<Page<Subscription>> =>
  readList(['subscriptions'], 'listSubscriptions', subscriptionPageSchema, (adapter, query) =>
    adapter.listSubscriptions(query),
  );

/** The plans on offer, all of them. */
export const readPlans = (): Read<Page<Plan>> =>
  readList(['plans'], 'listPlans', planPageSchema, (adapter, query) => adapter.listPlans?.(query));

/** The add-ons that can be had beside a subscription, all of them. */
export const readAddOns = (subscription: string): Read<Page<AddOn>> =>
  readList(['add-ons', subscription], 'listAddOns', addOnPageSchema, (adapter, query) =>
    adapter.listAddOns?.(subscription, query),
  );
