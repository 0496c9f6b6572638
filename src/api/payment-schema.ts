import * as v from 'valibot';
import { byName, instant, list, month, name, text, type Schema } from './formats.js';
import type { BillingAddress, Setup, SetupSession } from './payment-types.js';
import type { Consent, PaymentMethod, VersionedPage } from './types.js';

/** No more than four: a whole card number must not get into the page by a back end's mistake. */
export const last4: Schema<string> = v.pipe(
  v.string(),
  v.regex(/^[0-9A-Za-z]{0,4}$/, 'expected the last four characters'),
);

const paymentMethod: Schema<PaymentMethod> = v.object({
  id: name,
  kind: name,
  brand: name,
  last4,
  expires: v.nullable(month),
  role: name,
  holder: text,
});

/** A text to consent to. */
export const consent: Schema<Consent> = v.object({ version: name, text, url: v.exactOptional(text) });

/** The answer of `listPaymentMethods`, and of every write to that list. */
export const paymentMethodPageSchema: Schema<VersionedPage<PaymentMethod>> = v.object({
  items: list(paymentMethod),
  next: v.nullable(text),
  version: name,
});

/** The answer of `createSetupSession`. */
export const setupSessionSchema: Schema<SetupSession> = v.object({
  id: name,
  vault: name,
  params: byName(text),
  consent,
  expiresAt: instant,
});

/** The answer of `getSetup`. */
export const setupSchema: Schema<Setup> = v.object({
  id: name,
  status: name,
  code: v.nullable(name),
  checks: v.object({ postalCode: name, addressLine1: name, securityCode: name }),
});

/** An address that a method is billed to. */
export const billingAddressSchema: Schema<BillingAddress> = v.object({
  name: text,
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'expected two capital letters such as "US"')),
  line1: text,
  line2: text,
  city: text,
  region: text,
  postalCode: text,
});
