import type { PlainDate, Plan, Subscription } from '../api/index.js';
import { periodContaining } from '../rating/index.js';

/** What the base fee of a plan pays for. */
export type Interval = 'month' | 'year';

/** How a plan is billed; what isn't a year is taken for a month, as where nothing is said. */
export const intervalOf = ({ interval }: Pick<Plan, 'interval'>): Interval => (interval === 'year' ? 'year' : 'month');

/** The first day that a yearly base fee has not paid for; `null` where it is by the month, or its first year is to come. */
export function paidUntil({ plan, yearStart, end }: Subscription, today: PlainDate): PlainDate | null {
  if (intervalOf(plan) === 'month' || yearStart === undefined || yearStart > today || end !== null) return null;
  return periodContaining(today, yearStart, 12).end;
}
