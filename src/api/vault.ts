import type { BillingAddress, SetupChecks, SetupSession } from './payment-types.js';
import type { Open } from './types.js';

/**
 * A payment provider's own fields for cards: a card's number, code and expiry go from the user to the provider and are
 * never in our page. A host makes vaults and gives them to `billing-portal` or `payment-methods`.
 */
export interface Vault {
  /** What back ends call it: `stripe`, `sandbox`. */
  readonly name: string;
  /** Fetches what it needs; called before each `mount`. Rejects where that is blocked or can't be had. */
  load(): Promise<void>;
  /** Puts the fields into an empty node of the host page's light DOM, which nobody moves or fills while they are there. */
  mount(target: HTMLElement, options: VaultOptions): VaultField;
}

/** How fields are to be. */
export interface VaultOptions {
  readonly session: SetupSession;
  /** A language tag, `de-AT`. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  readonly style: VaultStyle;
  /** What the fields say, for vaults that don't bring words of their own. */
  readonly labels: VaultLabels;
  /** Aborted when the fields are wanted no more, for what is still under way. */
  readonly signal: AbortSignal;
}

/** The look of the fields around it, in resolved CSS values. */
export interface VaultStyle {
  readonly scheme: 'light' | 'dark';
  readonly surface: string;
  readonly text: string;
  readonly textMuted: string;
  readonly border: string;
  readonly accent: string;
  readonly negative: string;
  readonly fontFamily: string;
  readonly fontSize: string;
  readonly radius: string;
}

/** The words of fields, by what they are for. */
export type VaultLabel =
  | 'title'
  | 'card-number'
  | 'expires'
  | 'expires-hint'
  | 'security-code'
  | 'incomplete'
  | 'invalid-number'
  | 'invalid-expiry'
  | 'real-card'
  | 'test'
  | 'test-hint'
  | 'challenge'
  | 'challenge-complete'
  | 'challenge-fail'
  | 'challenge-cancel';

export type VaultLabels = Readonly<Record<VaultLabel, string>>;

/** What the events of a field carry. */
export interface VaultFieldEvents {
  /** It can be filled in. */
  readonly ready: Event;
  /** What is in it has changed. */
  readonly change: CustomEvent<{ readonly complete: boolean }>;
  /** It doesn't work, or refuses what was put in. */
  readonly error: CustomEvent<{ readonly code: VaultCode }>;
  /** Escape was pressed in it, which its page can't see. */
  readonly escape: Event;
}

/** Mounted fields. They tell of themselves by the events of `VaultFieldEvents`. */
export interface VaultField extends EventTarget {
  focus(): void;
  /** Empties all fields. */
  clear(): void;
  /**
   * Has the provider verify what is in the fields. Never rejects; takes as long as the user and the bank need. Can be
   * called again after any other end than `redirecting`.
   */
  confirm(confirmation: VaultConfirmation): Promise<VaultResult>;
  /** Takes the fields out of the page, with all that is in them. */
  destroy(): void;
}

/** What a card is verified with. */
export interface VaultConfirmation {
  /** That of `mount`, or a newer one where that was used up: what is in the fields stays. */
  readonly session: SetupSession;
  readonly billing: BillingAddress;
  /** The version of the text that the user has authorized. */
  readonly consent: string;
  /** Where the user is sent back to when the bank asks on a page of its own. */
  readonly returnUrl: string;
}

/** What came of it, as far as the vault knows. What counts is what the back end says of the setup. */
export interface VaultResult {
  readonly status: 'succeeded' | 'processing' | 'redirecting' | 'failed';
  /** Why it failed. */
  readonly code?: VaultCode;
  readonly checks?: SetupChecks;
  /** How long to wait before another try. */
  readonly retryAfterMs?: number;
}

/** Why a card could not be verified. */
export type VaultCode = Open<
  | 'incomplete'
  | 'card-declined'
  | 'insufficient-funds'
  | 'expired-card'
  | 'incorrect-security-code'
  | 'incorrect-postal-code'
  | 'authentication-failed'
  | 'authentication-cancelled'
  | 'setup-expired'
  | 'rate-limited'
  | 'real-card'
  | 'blocked'
>;
