import type { AddOn, BillingAdapter, Page, Subscription } from '../src/api/index.js';
import { adapterFor } from './adapters.js';

/** The middle of a month, with other add-ons on offer. */
export function offeringAddOns(change: (addOns: readonly AddOn[]) => readonly AddOn[]): BillingAdapter {
  const adapter = adapterFor('mid-month');
  return adapterFor('mid-month', {
    listAddOns: async (...asked) => {
      const page = await adapter.listAddOns?.(...asked);
      return { items: change(page?.items ?? []), next: null };
    },
  });
}

/** The middle of a month, with more subscriptions than one that run. */
export function subscribedTwice(): BillingAdapter {
  const adapter = adapterFor('mid-month');
  const second = ({ items: [first, ...others] }: Page<Subscription>): Page<Subscription> =>
    first
      ? {
          items: [first, { ...first, id: 'sub_second', product: 'Appointment desk', addOns: [] }, ...others],
          next: null,
        }
      : { items: [], next: null };
  return adapterFor('mid-month', {
    listSubscriptions: async (options) => second(await adapter.listSubscriptions(options)),
    listAddOns: async (_, options) => {
      const page = await adapter.listAddOns?.('sub_answering', options);
      return { items: page?.items ?? [], next: null };
    },
    getUsage: async (subscription, query) => {
      const usage = await adapter.getUsage?.('sub_answering', query);
      if (!usage) throw new TypeError('there is no usage');
      return { ...usage, subscription, ...(subscription === 'sub_second' && { days: [] }) };
    },
  });
}

/** Names and terms that are up to no good. */
export const hostileAddOns = (addOns: readonly AddOn[]): AddOn[] =>
  addOns.map((addOn, index) =>
    index === 2
      ? {
          ...addOn,
          name: `<img src=x onerror=alert(1)> \u202e${'long '.repeat(200)}`,
          description: `\u202e${'unbroken'.repeat(40)}`,
          terms: { version: '1', text: '<b>I agree</b>', url: 'javascript:alert(1)' },
        }
      : addOn,
  );
