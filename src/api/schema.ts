import * as v from 'valibot';
import type { Access, Capabilities } from './adapter.js';
import {
  byName,
  count,
  currencyEntries,
  decimal,
  instant,
  list,
  money,
  month,
  name,
  period,
  plainDate,
  text,
  timeZone,
  type Schema,
} from './formats.js';
import { addOn, plan } from './plan-schema.js';
import type { Account, InvoiceSummary, Page, PaymentMethod, Plan, Subscription, Usage } from './types.js';

export { check } from './check.js';
export type { Schema } from './formats.js';

const access: Schema<Access> = v.object({ read: v.boolean(), write: v.boolean(), reason: text });

const subscription: Schema<Subscription> = v.object({
  id: name,
  version: name,
  product: name,
  status: name,
  plan,
  start: plainDate,
  end: v.nullable(plainDate),
  trialEnd: v.nullable(plainDate),
  lines: count,
  addOns: list(addOn),
  scheduledChange: v.nullable(v.object({ plan, on: plainDate })),
});

const paymentMethod: Schema<PaymentMethod> = v.object({
  id: name,
  kind: name,
  brand: name,
  // No more than four: a whole card number must not get into the page by a back end's mistake.
  last4: v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{0,4}$/, 'expected the last four characters')),
  expires: v.nullable(month),
  role: name,
  holder: text,
});

const invoice: Schema<InvoiceSummary> = v.object({
  id: name,
  number: name,
  status: name,
  issueDate: plainDate,
  dueDate: v.nullable(plainDate),
  total: money,
  amountDue: money,
});

const pageOf = <T>(item: Schema<T>): Schema<Page<T>> => v.object({ items: list(item), next: v.nullable(text) });

/** The answer of `capabilities`; resources that we don't know are dropped. */
export const capabilitiesSchema: Schema<Capabilities> = v.object({
  subscriptions: v.exactOptional(access),
  plans: v.exactOptional(access),
  usage: v.exactOptional(access),
  invoices: v.exactOptional(access),
  'payment-methods': v.exactOptional(access),
});

/** The answer of `getAccount`. */
export const accountSchema: Schema<Account> = v.object({
  id: name,
  name: text,
  status: name,
  ...currencyEntries,
  timeZone,
  now: instant,
});

/** The answer of `getUsage`. */
export const usageSchema: Schema<Usage> = v.object({
  subscription: name,
  period,
  asOf: instant,
  days: list(v.object({ date: plainDate, quantities: byName(decimal) })),
});

/** The answer of `listSubscriptions`. */
export const subscriptionPageSchema: Schema<Page<Subscription>> = pageOf(subscription);

/** The answer of `listPlans`. */
export const planPageSchema: Schema<Page<Plan>> = pageOf(plan);

/** The answer of `listPaymentMethods`. */
export const paymentMethodPageSchema: Schema<Page<PaymentMethod>> = pageOf(paymentMethod);

/** The answer of `listInvoices`. */
export const invoicePageSchema: Schema<Page<InvoiceSummary>> = pageOf(invoice);
