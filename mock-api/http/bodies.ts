import * as v from 'valibot';
import {
  billingAddressSchema,
  subscriptionChangeSchema,
  type AgreedChange,
  type InvoicePayment,
  type NewPaymentMethod,
  type PaymentRoles,
  type Schema,
} from '../../src/api/index.js';
import { money, name, names } from '../../src/api/formats.js';

/** The bodies of writes that no answer has. */

export const agreedChange: Schema<AgreedChange> = v.object({
  change: subscriptionChangeSchema,
  quote: name,
  total: money,
});

export const invoicePayment: Schema<InvoicePayment> = v.object({ method: name, amount: money });

export const vault = v.object({ vault: name });

export const newPaymentMethod: Schema<NewPaymentMethod> = v.object({
  setup: name,
  billing: billingAddressSchema,
  consent: name,
  role: v.picklist(['default', 'backup']),
});

export const paymentRoles: Schema<PaymentRoles> = v.object({ default: name, backups: names });
