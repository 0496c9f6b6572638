import type { BillingAdapter } from '../../api/index.js';
import type { Client } from './client.js';
import { path } from './request.js';

type Methods =
  | 'listPaymentMethods'
  | 'createSetupSession'
  | 'getSetup'
  | 'attachPaymentMethod'
  | 'setPaymentRoles'
  | 'removePaymentMethod';

/** What is paid with. */
export const paymentMethodMethods = (client: Client): Pick<Required<BillingAdapter>, Methods> => ({
  listPaymentMethods: ({ cursor, limit, ...options } = {}) =>
    client.read('/payment-methods', options, { query: { cursor, limit } }),
  createSetupSession: (vault, options) => client.write('POST', '/setup-sessions', options, { body: { vault } }),
  getSetup: async (id, options) => client.read(path`/setup-sessions/${id}`, options),
  attachPaymentMethod: (method, options) => client.write('POST', '/payment-methods', options, { body: method }),
  setPaymentRoles: (roles, options) => client.write('PUT', '/payment-methods/roles', options, { body: roles }),
  removePaymentMethod: async (id, replacement, options) =>
    client.write('DELETE', path`/payment-methods/${id}`, options, {
      query: { replacement: replacement ?? undefined },
    }),
});
