import { createContext, type Context } from '@lit/context';
import type { BillingStore } from './store.js';

/**
 * Where an element finds the store of the page. The key is the same for two copies of the kit with the same major
 * version, so that an element of one finds the provider of the other.
 */
export const storeContext: Context<unknown, BillingStore | undefined> = createContext<BillingStore | undefined>(
  Symbol.for('billing-kit/store/0'),
);
