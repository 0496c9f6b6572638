import type { BackendChange, BillingAdapter } from '../api/index.js';
import { Client } from './rest/client.js';
import { invoiceMethods } from './rest/invoices.js';
import type { RestOptions } from './rest/options.js';
import { paymentMethodMethods } from './rest/payment-methods.js';
import { peopleMethods } from './rest/people.js';
import { path } from './rest/request.js';
import { subscriptionMethods } from './rest/subscriptions.js';

export type { Fetch } from './rest/exchange.js';
export type { RestOptions } from './rest/options.js';
export type { GetToken, TokenRequest } from './rest/session.js';

/**
 * The adapter for back ends of this project's REST shape, `openapi.yaml`. It has every method: what a back end can't do
 * is said by its capabilities. It finds out what failed; whether an answer has the shape of the contract is checked by
 * the store, for every adapter alike.
 */
export function restAdapter(options: RestOptions): Required<BillingAdapter> {
  const client = new Client(options);
  return {
    ...subscriptionMethods(client),
    ...invoiceMethods(client),
    ...paymentMethodMethods(client),
    ...peopleMethods(client),
    findOutcome: async (key, read) => client.read(path`/outcomes/${key}`, read),
    subscribe: (listener) => follow(client, listener),
  };
}

/** What follows the events is fetched when somebody wants to hear of them, not with the page. */
function follow(client: Client, listener: (change: BackendChange) => void): () => void {
  let [isOver, end] = [false, (): void => undefined];
  void import('./rest/events.js').then(({ followEvents }) => {
    if (!isOver) end = followEvents(client, listener);
  });
  return () => {
    isOver = true;
    end();
  };
}
