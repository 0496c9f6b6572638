import { quoteSchema, type Quote, type SubscriptionChange } from '../../api/index.js';
import { readOne, type Read } from './read.js';

/** What a change would cost now. Each element that begins to read it gets a quote of its own. */
export const readQuote = (subscription: string, change: SubscriptionChange): Read<Quote> => ({
  ...readOne(['quotes', subscription, JSON.stringify(change)], 'previewChange', quoteSchema, (adapter, options) =>
    adapter.previewChange?.(subscription, change, options),
  ),
  momentary: true,
});
