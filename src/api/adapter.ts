import type { Account, InvoiceSummary, Page, PaymentMethod, Period, Plan, Subscription, Usage } from './types.js';

/** A part of the billing page that a back end can or can't serve. */
export type Resource = 'subscriptions' | 'plans' | 'usage' | 'invoices' | 'payment-methods';

/** What the signed-in user may do with a resource. */
export interface Access {
  readonly read: boolean;
  readonly write: boolean;
  /** Why something is off, in words for the user; empty when nothing is. */
  readonly reason: string;
}

/** What this back end can do for this user. A resource that is not named can't be read. */
export type Capabilities = Readonly<Partial<Record<Resource, Access>>>;

/** How every read is called. */
export interface ReadOptions {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
}

/** Which days of usage to read, half-open. */
export interface UsageQuery extends ReadOptions {
  readonly period: Period;
}

/** Which page of a list to read: from the start without a cursor; at most 100 items. */
export interface PageQuery extends ReadOptions {
  readonly cursor?: string;
  readonly limit?: number;
}

/**
 * All that the widgets know of a back end. A method that is left out says that the back end can't do it; the widgets
 * that need it are then absent. Methods reject with a `BillingError` only; answers are checked by the store.
 */
export interface BillingAdapter {
  /** What the signed-in user may see and do. */
  capabilities(options?: ReadOptions): Promise<Capabilities>;
  /** The account of the session, with the back end's clock. */
  getAccount(options?: ReadOptions): Promise<Account>;
  /** Current and past subscriptions, current ones first. */
  listSubscriptions(options?: ReadOptions): Promise<Page<Subscription>>;
  /** The plans on offer, and the retired one that the account still has. */
  listPlans?(options?: ReadOptions): Promise<Page<Plan>>;
  /** Usage of a subscription by day. */
  getUsage?(subscription: string, query: UsageQuery): Promise<Usage>;
  /** Ways to pay on file: the default first, then the back-ups in order. */
  listPaymentMethods?(options?: ReadOptions): Promise<Page<PaymentMethod>>;
  /** Issued invoices, newest first. */
  listInvoices?(query?: PageQuery): Promise<Page<InvoiceSummary>>;
}
