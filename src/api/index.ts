export type { Access, BillingAdapter, Capabilities, PageQuery, ReadOptions, Resource, UsageQuery } from './adapter.js';
export { BillingError, toBillingError, type BillingErrorDetails, type BillingErrorKind } from './errors.js';
export * from './schema.js';
export type {
  Account,
  Instant,
  InvoiceSummary,
  Open,
  Page,
  PaymentMethod,
  Plan,
  ScheduledChange,
  Subscription,
  Usage,
} from './types.js';
