import type { Account } from '../api/index.js';
import type { PlainDate } from '../rating/index.js';
import { billingDay } from '../rating/billing-day.js';

const warnedOf = new Set<string>();

/** The account's calendar day by its back end's clock. */
export const todayOf = (account: Pick<Account, 'now' | 'timeZone'>): PlainDate =>
  billingDay(Date.parse(account.now), zoneOf(account));

/** The account's time zone. One that isn't known here is read as UTC, with a warning. */
export function zoneOf({ timeZone }: Pick<Account, 'timeZone'>): string {
  try {
    billingDay(0, timeZone);
    return timeZone;
  } catch {
    if (!warnedOf.has(timeZone))
      console.warn(`billing-kit: there is no time zone ${timeZone}; the account's days are UTC`);
    warnedOf.add(timeZone);
    return 'UTC';
  }
}
