import { check, usageSchema, type Usage } from '../../api/index.js';
import type { Period } from '../../rating/index.js';
import { readOne, type Read } from './read.js';

/** The usage of a subscription by day. */
export const readUsage = (subscription: string, period: Period): Read<Usage> =>
  readOne(['usage', subscription, period.start, period.end], 'getUsage', usageSchema, (adapter, options) =>
    adapter.getUsage?.(subscription, { ...options, period }),
  );

/** The usage of several subscriptions in one read: without one of them there is no total. */
export function readUsageOfAll(subscriptions: readonly string[], period: Period): Read<readonly Usage[]> {
  const each = subscriptions.map((id) => readUsage(id, period));
  return {
    key: ['usage', 'all', period.start, period.end, ...subscriptions],
    method: 'getUsage',
    fetch: (adapter, options) => Promise.all(each.map((read) => read.fetch(adapter, options))),
    revive: (value) => each.map((_, index) => check(usageSchema, (value as readonly unknown[])[index], 'getUsage')),
  };
}
