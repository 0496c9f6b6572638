import { add, divide, parse, toText, ZERO } from './decimal.js';
import { dateOf, dayNumber, needPeriod, type Period, type PlainDate } from './period.js';
import type { UsageCharge } from './plan.js';
import { totalUsage, type UsageDay } from './usage.js';

/** What was used of a charge on one day, and from the period's start to its end. Exact, in the charge's unit. */
export interface DailyTotal {
  readonly date: PlainDate;
  /** A decimal, or a fraction `n/d` where no decimal ends. */
  readonly quantity: string;
  readonly total: string;
}

/**
 * The usage of a charge for every day of `period`, days without usage among them, with the running total. Converted from
 * the reported unit exactly, nothing is rounded. Throws `malformed-date`, `period-reversed` or `malformed-number`.
 *
 * @example 90 and 70 seconds, 60 to the minute: 1.5 minutes, then 7/6 and 8/3 in all
 */
export function runningTotals(charge: UsageCharge, usage: readonly UsageDay[], period: Period): DailyTotal[] {
  needPeriod(period, 'period');
  const perUnit = parse(charge.reported?.perUnit ?? '1', 'charge.reported.perUnit');
  const first = dayNumber(period.start);
  let total = ZERO;
  return Array.from({ length: dayNumber(period.end) - first }, (_, index) => {
    const date = dateOf(first + index);
    const reported = totalUsage(usage, charge.id, { start: date, end: dateOf(first + index + 1) });
    const quantity = divide(reported, perUnit, 'charge.reported.perUnit');
    total = add(total, quantity);
    return { date, quantity: toText(quantity), total: toText(total) };
  });
}
