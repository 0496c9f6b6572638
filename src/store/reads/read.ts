import {
  BillingError,
  check,
  type BillingAdapter,
  type Page,
  type PageQuery,
  type ReadOptions,
  type Schema,
} from '../../api/index.js';
import { wholeList } from './whole-list.js';

/** What reads are about: the first word of their keys. What is written names the topics that are then read again. */
export type Topic =
  | 'capabilities'
  | 'account'
  | 'subscriptions'
  | 'plans'
  | 'add-ons'
  | 'usage'
  | 'usage-records'
  | 'next-invoice'
  | 'invoices'
  | 'payment-methods'
  | 'contacts'
  | 'alerts'
  | 'members'
  | 'setups'
  | 'quotes';

/** A topic, then what tells its reads apart. */
export type Key = readonly [Topic, ...string[]];

/** Something that can be read from a back end: by which method, under which name it is shared, and how. */
export interface Read<T> {
  /** Reads with the same key are the same read, and share one request and one answer. */
  readonly key: Key;
  /** The method of the adapter that it needs; without it, it is `unsupported`. */
  readonly method: keyof BillingAdapter;
  /** Another method that serves as well. */
  readonly instead?: keyof BillingAdapter;
  /** The checked answer. Rejects when the adapter does, or when its answer doesn't fit. */
  readonly fetch: (adapter: BillingAdapter, options: ReadOptions) => Promise<T>;
  /** Checks what an earlier visit has written down. Throws where it doesn't fit. */
  readonly revive?: (kept: unknown) => T;
  /** An answer that holds for a moment only: never reused, and never read again but by hand. */
  readonly momentary?: true;
}

type Call = (adapter: BillingAdapter, options: ReadOptions) => Promise<unknown> | undefined;
type ListCall = (adapter: BillingAdapter, query: PageQuery) => Promise<unknown> | undefined;

/** A read of one answer. */
export const readOne = <T>(key: Key, method: keyof BillingAdapter, schema: Schema<T>, call: Call): Read<T> => ({
  key,
  method,
  fetch: async (adapter, options) => answerOf(schema, call(adapter, options), method),
  revive: (value) => check(schema, value, method),
});

/** A read of a list to its end. */
export const readList = <P extends Page<{ readonly id: string }>>(
  key: Key,
  method: keyof BillingAdapter,
  schema: Schema<P>,
  call: ListCall,
): Read<P> => ({
  key,
  method,
  fetch: (adapter, options) =>
    wholeList(
      async (cursor) =>
        answerOf(schema, call(adapter, { ...options, ...(cursor !== undefined && { cursor }) }), method),
      ({ id }) => id,
    ),
  revive: (value) => check(schema, value, method),
});

/** What an adapter's method gives, checked. */
export async function answerOf<T>(
  schema: Schema<T>,
  answer: PromiseLike<unknown> | undefined,
  method: string,
): Promise<T> {
  return check(schema, await promised(answer, method), method);
}

/** What an adapter's method gives; `internal` where that is no promise. */
// Not `instanceof`: pages that patch `Promise`, as zone.js does, still have the native ones of async functions.
export function promised<T>(answer: PromiseLike<T> | undefined, method: string): PromiseLike<T> {
  if (typeof answer?.then === 'function') return answer;
  throw new BillingError('internal', `${method} must return a promise`);
}
