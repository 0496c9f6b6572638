import type { PlainDate } from '../rating/index.js';
import type { Decimal, Instant, Open } from './types.js';

export type Channel = Open<'email' | 'phone'>;

/** Something that a contact hears of, and how. */
export interface ContactTopic {
  readonly topic: Open<'invoices' | 'payment-problems' | 'usage'>;
  readonly channels: readonly Channel[];
}

/** Someone who hears of billing, without access to the portal. */
export interface Contact extends NewContact {
  readonly id: string;
  readonly version: string;
}

/** A contact as a form gives it. */
export interface NewContact {
  readonly name: string;
  readonly email: string;
  /** E.164, `+16175550150`; empty when there is none. */
  readonly phone: string;
  readonly receives: readonly ContactTopic[];
}

/** Someone who signs in. */
export interface Member extends NewMember {
  readonly id: string;
  readonly version: string;
  readonly role: Open<'admin' | 'user'>;
  readonly status: Open<'active' | 'invited'>;
  /** The day of the last invitation; `null` for who has joined. */
  readonly invitedOn: PlainDate | null;
  /** The user of this session. */
  readonly you: boolean;
}

export type Right = Open<'manage-users' | 'edit-payment'>;

/** A member as a form gives it. */
export interface NewMember {
  readonly name: string;
  /** Also the user name. */
  readonly email: string;
  readonly phone: string;
  /** Ids of the subscriptions whose product they may use. */
  readonly products: readonly string[];
  readonly rights: readonly Right[];
}

export type AlertKind = Open<
  | 'usage-threshold'
  | 'usage-doubled'
  | 'invoice-issued'
  | 'payment-failed'
  | 'backup-charged'
  | 'card-expiring'
  | 'plan-changed'
  | 'trial-half-used'
  | 'trial-ending'
>;

/** A line that usage or cost may cross. */
export interface AlertThreshold {
  readonly id: string;
  /** Per cent of the allowance, a quantity in the charge's unit, or what the next invoice comes to. */
  readonly measure: Open<'allowance-percent' | 'quantity' | 'amount'>;
  /** In the unit of the measure; an amount is in major units of the account's currency. */
  readonly at: Decimal;
  /** The subscription and its usage charge; `null` for amounts. */
  readonly subscription: string | null;
  readonly charge: string | null;
}

/** The choices of the signed-in admin. */
export interface AlertPreferences extends AlertChoices {
  readonly version: string;
  /** Where e-mails go to, and the phone where calls go to. */
  readonly email: string;
  readonly phone: string;
  /** The address that they come from. */
  readonly sender: string;
}

/** What an admin can choose. */
export interface AlertChoices {
  /** `false` turns all off and keeps the choices. */
  readonly enabled: boolean;
  /** Nothing is sent before; `null` when not snoozed. */
  readonly snoozedUntil: Instant | null;
  readonly choices: readonly { readonly kind: AlertKind; readonly channels: readonly Channel[] }[];
  readonly thresholds: readonly AlertThreshold[];
}
