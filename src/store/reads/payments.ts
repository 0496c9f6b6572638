import {
  paymentMethodPageSchema,
  setupSchema,
  type PaymentMethod,
  type Setup,
  type VersionedPage,
} from '../../api/index.js';
import { readList, readOne, type Read } from './read.js';

/** All ways to pay on file. */
export const readPaymentMethods = (): Read<VersionedPage<PaymentMethod>> =>
  readList(['payment-methods'], 'listPaymentMethods', paymentMethodPageSchema, (adapter, query) =>
    adapter.listPaymentMethods?.(query),
  );

/** How far a setup has come. */
export const readSetup = (setup: string): Read<Setup> => ({
  ...readOne(['setups', setup], 'getSetup', setupSchema, (adapter, options) => adapter.getSetup?.(setup, options)),
  momentary: true,
});
