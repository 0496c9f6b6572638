import * as v from 'valibot';
import type { Access, Capabilities, Features, Outcome } from './adapter.js';
import {
  count,
  currencyEntries,
  decimal,
  instant,
  list,
  name,
  names,
  pageOf,
  plainDate,
  text,
  timeZone,
  type Schema,
} from './formats.js';
import { consent } from './payment-schema.js';
import { addOn, plan } from './plan-schema.js';
import type { Account, AddOn, Page, Plan, Subscription } from './types.js';

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
  yearStart: v.exactOptional(plainDate),
  lines: count,
  addOns: list(addOn),
  scheduledChange: v.nullable(v.object({ plan, on: plainDate })),
  scheduledAddOns: v.exactOptional(v.object({ addOns: list(addOn), on: plainDate })),
  pause: v.exactOptional(
    v.object({
      from: plainDate,
      until: v.nullable(plainDate),
      untilBefore: v.exactOptional(v.nullable(plainDate)),
    }),
  ),
  history: v.exactOptional(
    list(
      v.object({
        plan: name,
        name: text,
        ...currencyEntries,
        baseFee: decimal,
        interval: v.exactOptional(name),
        from: plainDate,
      }),
    ),
  ),
});

const offeredAddOn: Schema<AddOn> = v.object({
  id: name,
  name: text,
  fee: decimal,
  description: text,
  status: name,
  endsOn: v.nullable(plainDate),
  terms: consent,
});

const features: Schema<Features> = v.object({
  changes: v.exactOptional(names),
  changeWithoutQuote: v.exactOptional(v.boolean()),
  payInvoice: v.exactOptional(v.boolean()),
  invoicePdf: v.exactOptional(v.boolean()),
  vaults: v.exactOptional(names),
  backups: v.exactOptional(v.boolean()),
  contactTopics: v.exactOptional(names),
  contactChannels: v.exactOptional(names),
  alertKinds: v.exactOptional(names),
  alertChannels: v.exactOptional(names),
  alertMeasures: v.exactOptional(names),
  idempotency: v.exactOptional(v.boolean()),
  concurrency: v.exactOptional(v.boolean()),
});

/** The answer of `capabilities`; resources that we don't know are dropped. */
export const capabilitiesSchema: Schema<Capabilities> = v.object({
  subscriptions: v.exactOptional(access),
  plans: v.exactOptional(access),
  'add-ons': v.exactOptional(access),
  usage: v.exactOptional(access),
  'usage-records': v.exactOptional(access),
  invoices: v.exactOptional(access),
  'payment-methods': v.exactOptional(access),
  contacts: v.exactOptional(access),
  alerts: v.exactOptional(access),
  members: v.exactOptional(access),
  features: v.exactOptional(features),
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

/** The answer of every write to a subscription. */
export const subscriptionSchema: Schema<Subscription> = subscription;

/** The answer of `listSubscriptions`. */
export const subscriptionPageSchema: Schema<Page<Subscription>> = pageOf(subscription);

/** The answer of `listPlans`. */
export const planPageSchema: Schema<Page<Plan>> = pageOf(plan);

/** The answer of `listAddOns`. */
export const addOnPageSchema: Schema<Page<AddOn>> = pageOf(offeredAddOn);

/** The answer of `findOutcome`. */
export const outcomeSchema: Schema<Outcome> = v.object({
  key: name,
  status: name,
  kind: v.exactOptional(name),
  code: v.exactOptional(name),
});
