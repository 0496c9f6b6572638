import { ALERT_KINDS } from '../src/adapters/memory/alert-choices.js';
import type { AlertKind, AlertPreferences, Member } from '../src/api/index.js';

/** A user without rights, who has joined. */
export const user = (id: string, name: string, email: string, phone: string, products: readonly string[]): Member => ({
  id,
  version: '1',
  name,
  email,
  phone,
  role: 'user',
  status: 'active',
  invitedOn: null,
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

/** Alerts are on from the start, by e-mail; an admin may have switched some off. */
export function alertsOf(
  { email, phone }: Member,
  subscription: string,
  off: readonly AlertKind[] = [],
): AlertPreferences {
  const threshold = (at: string): AlertPreferences['thresholds'][number] => ({
    id: `thr_${at}`,
    measure: 'allowance-percent',
    at,
    subscription,
    charge: 'operator',
  });
  return {
    version: '1',
    email,
    phone,
    sender: 'billing@lanternline.example',
    enabled: true,
    snoozedUntil: null,
    choices: ALERT_KINDS.map((kind) => ({ kind, channels: off.includes(kind) ? [] : ['email'] })),
    thresholds: ['50', '75', '90', '100'].map(threshold),
  };
}
