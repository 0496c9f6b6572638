import type { Open } from '../src/api/index.js';

/** Someone who hears of billing, without access to the portal. */
export interface Contact {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** `billing-issues`: e-mails and calls about payments; `invoices`: the monthly invoice by e-mail. */
  readonly receives: readonly Open<'billing-issues' | 'invoices'>[];
}

/** Someone who signs in. */
export interface Member {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  /** Also the user name. */
  readonly email: string;
  readonly phone: string;
  readonly role: Open<'admin' | 'user'>;
  /** Ids of the subscriptions whose product they may use. */
  readonly products: readonly string[];
  readonly rights: readonly Open<'manage-users' | 'edit-payment'>[];
  /** The user of this session. */
  readonly you: boolean;
}

/** A user without rights. */
export const user = (id: string, name: string, email: string, phone: string, products: readonly string[]): Member => ({
  id,
  version: '1',
  name,
  email,
  phone,
  role: 'user',
  products,
  rights: [],
  you: false,
});

/** The admin of this session, with every right. */
export const admin = (...who: Parameters<typeof user>): Member => ({
  ...user(...who),
  role: 'admin',
  rights: ['manage-users', 'edit-payment'],
  you: true,
});

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

/** The choices of the signed-in admin. */
export interface AlertPreferences {
  readonly version: string;
  /** Where the alerts go to. */
  readonly email: string;
  readonly choices: readonly { readonly kind: AlertKind; readonly on: boolean }[];
  /** Per cent of the allowance at which `usage-threshold` speaks. */
  readonly thresholds: readonly number[];
}

const KINDS: readonly AlertKind[] = [
  'usage-threshold',
  'usage-doubled',
  'invoice-issued',
  'payment-failed',
  'backup-charged',
  'card-expiring',
  'plan-changed',
  'trial-half-used',
  'trial-ending',
];

/** Alerts are on from the start; an admin may have switched some off. */
export const alertsOf = (email: string, off: readonly AlertKind[] = []): AlertPreferences => ({
  version: '1',
  email,
  choices: KINDS.map((kind) => ({ kind, on: !off.includes(kind) })),
  thresholds: [50, 75, 90, 100],
});
