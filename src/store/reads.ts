import {
  accountSchema,
  BillingError,
  capabilitiesSchema,
  check,
  invoicePageSchema,
  paymentMethodPageSchema,
  planPageSchema,
  subscriptionPageSchema,
  toBillingError,
  usageSchema,
  type Account,
  type BillingAdapter,
  type Capabilities,
  type InvoiceSummary,
  type Page,
  type PaymentMethod,
  type Plan,
  type Schema,
  type Subscription,
  type Usage,
} from '../api/index.js';
import type { Period } from '../rating/index.js';

/** Something that can be read from a back end: by which method, under which name it is shared, and how. */
export interface Read<T> {
  /** Reads with the same key are the same read, and share one request and one answer. */
  readonly key: readonly string[];
  /** The method of the adapter that it needs; without it, it is `unsupported`. */
  readonly method: keyof BillingAdapter;
  /** The checked answer. Rejects with a `BillingError` only, whatever the adapter does. */
  readonly fetch: (adapter: BillingAdapter, signal: AbortSignal) => Promise<T>;
}

type Call = (adapter: BillingAdapter, signal: AbortSignal) => Promise<unknown> | undefined;

/** All that the elements read. */
export const reads = {
  capabilities: (): Read<Capabilities> =>
    read(['capabilities'], 'capabilities', capabilitiesSchema, (adapter, signal) => adapter.capabilities({ signal })),

  account: (): Read<Account> =>
    read(['account'], 'getAccount', accountSchema, (adapter, signal) => adapter.getAccount({ signal })),

  subscriptions: (): Read<Page<Subscription>> =>
    read(['subscriptions'], 'listSubscriptions', subscriptionPageSchema, (adapter, signal) =>
      adapter.listSubscriptions({ signal }),
    ),

  plans: (): Read<Page<Plan>> =>
    read(['plans'], 'listPlans', planPageSchema, (adapter, signal) => adapter.listPlans?.({ signal })),

  usage: (subscription: string, period: Period): Read<Usage> =>
    read(['usage', subscription, period.start, period.end], 'getUsage', usageSchema, (adapter, signal) =>
      adapter.getUsage?.(subscription, { period, signal }),
    ),

  paymentMethods: (): Read<Page<PaymentMethod>> =>
    read(['payment-methods'], 'listPaymentMethods', paymentMethodPageSchema, (adapter, signal) =>
      adapter.listPaymentMethods?.({ signal }),
    ),

  invoices: (): Read<Page<InvoiceSummary>> =>
    read(['invoices'], 'listInvoices', invoicePageSchema, (adapter, signal) => adapter.listInvoices?.({ signal })),
} as const;

function read<T>(key: readonly string[], method: keyof BillingAdapter, schema: Schema<T>, call: Call): Read<T> {
  const fetch = async (adapter: BillingAdapter, signal: AbortSignal): Promise<T> => {
    try {
      return check(schema, await promised(call(adapter, signal), method), method);
    } catch (error) {
      throw toBillingError(error);
    }
  };
  return { key, method, fetch };
}

// Not `instanceof`: pages that patch `Promise`, as zone.js does, still have the native ones of async functions.
function promised(answer: PromiseLike<unknown> | undefined, method: string): PromiseLike<unknown> {
  if (typeof answer?.then === 'function') return answer;
  throw new BillingError('internal', `${method} must return a promise`);
}
