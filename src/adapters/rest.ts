import { BillingError, toBillingError, type BillingAdapter, type ReadOptions } from '../api/index.js';
import { withDeadline } from './rest/deadline.js';
import { exchange, type Fetch } from './rest/exchange.js';
import { Session, type GetToken } from './rest/session.js';

export type { Fetch } from './rest/exchange.js';
export type { GetToken, TokenRequest } from './rest/session.js';

/** Where the back end is, and how to speak to it. */
export interface RestOptions {
  /** With or without a host: `/billing/v1`. */
  readonly baseUrl: string;
  /** What sends the requests; the browser's `fetch` by default. */
  readonly fetch?: Fetch;
  /** For back ends that want a bearer token. Asked before each request, and once more when the token is refused. */
  readonly getToken?: GetToken;
  /** Which cookies go along; `same-origin` by default. */
  readonly credentials?: RequestCredentials;
  /** How long a read may take from its start to the end of its body. 15,000. */
  readonly timeoutMs?: number;
}

type Query = Readonly<Record<string, string | number | undefined>>;

const NO_ITEMS = { items: [], next: null } as const;

/**
 * The adapter for back ends of this project's REST shape. It finds out what failed; whether an answer has the shape of
 * the contract is checked by the store, for every adapter alike.
 */
export function restAdapter(options: RestOptions): BillingAdapter {
  const get = reader(options);
  return {
    capabilities: (read) => get('/capabilities', read),
    getAccount: (read) => get('/account', read),
    listSubscriptions: (read) => get('/subscriptions', read, {}, NO_ITEMS),
    listPlans: (read) => get('/plans', read, {}, NO_ITEMS),
    getUsage: async (subscription, { period, ...read }) =>
      get(`/subscriptions/${segment(subscription)}/usage`, read, { from: period.start, to: period.end }),
    listPaymentMethods: (read) => get('/payment-methods', read, {}, NO_ITEMS),
    listInvoices: ({ cursor, limit, ...read } = {}) => get('/invoices', read, { cursor, limit }, NO_ITEMS),
  };
}

type Reader = <T>(path: string, read?: ReadOptions, query?: Query, whenEmpty?: T) => Promise<T>;

function reader({ baseUrl, fetch, getToken, credentials = 'same-origin', timeoutMs = 15_000 }: RestOptions): Reader {
  // Looked up for each request: a host or a mock may put its own in place later.
  const send: Fetch = fetch ?? ((url, init) => globalThis.fetch(url, init));
  const session = getToken && new Session(getToken, timeoutMs);
  return async <T>(path: string, { signal }: ReadOptions = {}, query: Query = {}, whenEmpty?: T): Promise<T> => {
    const url = `${baseUrl.replace(/\/+$/, '')}${path}${search(query)}`;
    const once = (token?: string): Promise<unknown> =>
      withDeadline(timeoutMs, signal, (inner) =>
        exchange(send, url, { headers: headers(token), credentials, signal: inner }),
      );
    try {
      const answer = await (session ? session.run(once, signal) : once());
      return (answer === undefined ? whenEmpty : answer) as T;
    } catch (cause) {
      throw named(path, toBillingError(cause));
    }
  };
}

const headers = (token: string | undefined): Record<string, string> => ({
  accept: 'application/json, application/problem+json',
  ...(token !== undefined && { authorization: `Bearer ${token}` }),
});

function search(query: Query): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
}

/** An id as one step of a path. URLs take dots as "here" and "up" even when they are escaped. */
function segment(id: string): string {
  if (id !== '' && id !== '.' && id !== '..') return encodeURIComponent(id);
  throw new BillingError('validation', 'the id can not stand in a path', { fields: { id: 'not an id' } });
}

// The path tells logs which read it was; the query stays out, it may hold what is private.
function named(path: string, error: BillingError): BillingError {
  error.message = `GET ${path}: ${error.message}`;
  return error;
}
