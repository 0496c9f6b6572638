import type { Consent, Instant, Open } from './types.js';

/** The address that a payment method is billed to. What a country doesn't have is empty. */
export interface BillingAddress {
  readonly name: string;
  /** ISO 3166-1 alpha-2: `US`. */
  readonly country: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  /** State, province or prefecture, by its code where it has one. */
  readonly region: string;
  readonly postalCode: string;
}

/** The order in which methods are charged, by id. */
export interface PaymentRoles {
  readonly default: string;
  /** Tried in this order when the default fails. */
  readonly backups: readonly string[];
}

/** Permission to put one payment method on file, for a vault to work with. */
export interface SetupSession {
  readonly id: string;
  /** The vault that it is for: `sandbox`, `stripe`. */
  readonly vault: Open<'sandbox' | 'stripe'>;
  /** What the vault needs to begin: a client secret, a publishable key. Never stored, logged or shown. */
  readonly params: Readonly<Record<string, string>>;
  /** What the user authorizes. */
  readonly consent: Consent;
  readonly expiresAt: Instant;
}

/** What an address or a security code was found to be. */
export type CheckResult = Open<'pass' | 'fail' | 'unavailable' | 'unchecked'>;

/** What the processor checked of a payment method. */
export interface SetupChecks {
  readonly postalCode: CheckResult;
  readonly addressLine1: CheckResult;
  readonly securityCode: CheckResult;
}

/** How far a setup has come, by the back end's own word. */
export interface Setup {
  readonly id: string;
  readonly status: Open<'open' | 'processing' | 'action-required' | 'succeeded' | 'failed' | 'expired'>;
  /** Why it failed, `incorrect-postal-code`; `null` otherwise. */
  readonly code: string | null;
  readonly checks: SetupChecks;
}

/** What is put on file: a setup that has succeeded, and what the user agreed to. */
export interface NewPaymentMethod {
  readonly setup: string;
  readonly billing: BillingAddress;
  /** The version of the consent that was ticked. */
  readonly consent: string;
  readonly role: 'default' | 'backup';
}
