import type { Account, Instant, PlainDate } from '../api/index.js';
import { addDays, billingDay } from '../rating/index.js';
import { zoneOf } from './usage-report.js';

/** For how long alerts are to be silent: a day, a week, or until a calendar day of the account begins. */
export type Snooze = { readonly for: 'day' | 'week' } | { readonly until: PlainDate };

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** What the back end's clock shows, by its answer and the time since then. */
export const backEndNow = ({ now }: Pick<Account, 'now'>, answeredAt: Date | undefined, clock = Date.now()): number =>
  Date.parse(now) + Math.max(0, clock - (answeredAt?.getTime() ?? clock));

/** The moment at which alerts are sent again. `now` is the back end's. */
export function snoozedUntil(snooze: Snooze, account: Account, now: number): Instant {
  if ('until' in snooze) return instantOf(startOfDay(snooze.until, zoneOf(account)));
  return instantOf(now + (snooze.for === 'day' ? DAY : 7 * DAY));
}

/** The first second of a day in a time zone. Wherever that is, it is within a day and a half of midnight in UTC. */
function startOfDay(date: PlainDate, zone: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`) / SECOND;
  let [before, from] = [midnight - 129_600, midnight + 129_600];
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (billingDay(middle * SECOND, zone) < date) before = middle;
    else from = middle;
  }
  return from * SECOND;
}

/** Whether a day is after the account's today. */
export const isAfterToday = (date: string, today: PlainDate): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(date) && date >= addDays(today, 1);

const instantOf = (moment: number): Instant => `${new Date(moment).toISOString().slice(0, 19)}Z`;
