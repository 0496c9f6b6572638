import * as v from 'valibot';
import type { Quote, SubscriptionChange } from './change-types.js';
import { invoiceLine } from './derivation-schema.js';
import { byName, instant, list, money, name, names, plainDate, text, type Schema } from './formats.js';

/** What a user wants of a subscription. */
export const subscriptionChangeSchema: Schema<SubscriptionChange> = v.variant('kind', [
  v.object({ kind: v.literal('plan'), plan: name }),
  v.object({ kind: v.literal('add-ons'), addOns: names, consents: byName(text) }),
  v.object({ kind: v.literal('cancel'), reason: text }),
  v.object({ kind: v.literal('pause'), until: v.nullable(plainDate) }),
  v.object({ kind: v.literal('resume') }),
]);

/** The answer of `previewChange`. */
export const quoteSchema: Schema<Quote> = v.object({
  id: name,
  subscription: name,
  change: subscriptionChangeSchema,
  madeFor: instant,
  validUntil: instant,
  direction: name,
  timing: name,
  effective: plainDate,
  lines: list(invoiceLine),
  dueNow: money,
  recurring: money,
  recurringBefore: money,
  notes: list(text),
});
