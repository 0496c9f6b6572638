import type { Account } from '../api/index.js';
import type { PlainDate } from '../rating/index.js';
import { billingDay } from '../rating/billing-day.js';

const warnedOf = new Set<string>();

/** The account's calendar day by its back end's clock. A time zone that isn't known here is read as UTC, with a warning. */
export function todayOf({ now, timeZone }: Pick<Account, 'now' | 'timeZone'>): PlainDate {
  const moment = Date.parse(now);
  try {
    return billingDay(moment, timeZone);
  } catch {
    if (!warnedOf.has(timeZone))
      console.warn(`billing-kit: there is no time zone ${timeZone}; the account's days are UTC`);
    warnedOf.add(timeZone);
    return billingDay(moment, 'UTC');
  }
}
