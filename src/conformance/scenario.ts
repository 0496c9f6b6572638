import type { BillingAdapter, BillingErrorKind, Decimal, Period } from '../api/index.js';

/** The name of a method of an adapter. */
export type Method = keyof BillingAdapter;

/**
 * What the test account holds after a reset, as far as a back end can offer it. What is left out is not checked.
 * Reads must already show all of it.
 */
export interface Facts {
  /** A current subscription that nothing is scheduled for, with usage, outside its trial. */
  readonly subscription?: string;
  /** Another subscription, current or past: quotes of one are refused for the other. */
  readonly otherSubscription?: string;
  /** Past days, at most two months of them, on which `subscription` has usage. */
  readonly usagePeriod?: Period;
  /** A plan that `subscription` can be changed to and that is charged at once. */
  readonly upgrade?: string;
  /** A plan that `subscription` can be changed to from the next period on. */
  readonly downgrade?: string;
  /** A plan that is no longer on offer, or never was for this account. */
  readonly closedPlan?: string;
  /** An add-on on offer that `subscription` does not have. */
  readonly addOn?: string;
  /** An add-on that `subscription` has. */
  readonly ownedAddOn?: string;
  /** An invoice with an amount due. */
  readonly unpaidInvoice?: string;
  /** A method on file that pays when it is charged, other than the default. */
  readonly otherMethod?: string;
  /** A method on file that is refused when it is charged. */
  readonly decliningMethod?: string;
  /** A vault whose setups `setUp` can complete. */
  readonly vault?: string;
  /** What `setUp` completes a setup with, so that it succeeds; a card that is not on file. */
  readonly goodToken?: string;
  /** What `setUp` completes a setup with, so that it fails. */
  readonly badToken?: string;
  /** Where `subscription` has a usage charge: its id, and a quantity that makes a sensible threshold. */
  readonly threshold?: { readonly charge: string; readonly at: Decimal };
}

/** A failure that the back end is told to answer the next call of a method with. */
export interface Failure {
  readonly method: Method;
  readonly kind: BillingErrorKind;
  readonly code?: string;
}

/** A request as it left the page. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the suite may do with the test back end behind an adapter. Only `reset` is a must. */
export interface ScenarioController {
  /** Brings the account into its known state. Called before every check; adapters are made after it. */
  reset(): void | Promise<void>;
  /** What is true of the account after a reset. Read after every reset. */
  readonly facts: Facts;
  /** Sets the back end's clock forward. */
  advance?(ms: number): void | Promise<void>;
  /** Sets the back end's clock to the next day of invoices, which are then issued. */
  endMonth?(): void | Promise<void>;
  /** The next call of a method fails at the back end, without any effect. */
  failNext?(failure: Failure): void | Promise<void>;
  /** The next write is done by the back end, and its answer is lost on the way to the adapter. */
  loseAnswer?(): void | Promise<void>;
  /** Does what a vault and its processor do: completes a setup with a token. */
  setUp?(setup: string, token: string): void | Promise<void>;
  /** What the adapters have sent since the reset. */
  requests?(): readonly SentRequest[] | Promise<readonly SentRequest[]>;
}

/** What a test back end may be able to do. */
export type Control = Exclude<keyof ScenarioController, 'reset' | 'facts'>;
