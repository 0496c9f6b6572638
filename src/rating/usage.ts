import { add, parse, ZERO, type Decimal, type Exact } from './decimal.js';
import { needList } from './checks.js';
import { need } from './errors.js';
import { needQuantity, type RatedPlan } from './plan.js';
import { contains, dayNumber, type Period, type PlainDate } from './period.js';

/** What was used on one day, by charge id, in the unit that the charge reports (seconds, calls). */
export interface UsageDay {
  readonly date: PlainDate;
  readonly quantities: Readonly<Record<string, Decimal>>;
}

/** The quantity of one charge over the days that lie in `period`. Other days are another invoice's. */
export function totalUsage(usage: readonly UsageDay[], charge: string, period: Period): Exact {
  return usage
    .filter((day) => contains(period, day.date))
    .map((day) => parse(day.quantities[charge] ?? '0'))
    .reduce(add, ZERO);
}

/** Throws `malformed-date`, `duplicate-key`, `unknown-charge`, `malformed-number` or `negative-quantity`. */
export function needUsage(usage: readonly UsageDay[], plan: RatedPlan, field: string): void {
  needList(usage, field, 'a list of days');
  const charges = new Set(plan.usage.map((charge) => charge.id));
  const dates = new Set<string>();
  usage.forEach((day, index) => {
    const at = `${field}[${index}]`;
    need(typeof day === 'object' && day !== null, 'malformed-input', at, 'expected a day of usage');
    dayNumber(day.date, `${at}.date`);
    need(!dates.has(day.date), 'duplicate-key', `${at}.date`, `${day.date} is there twice`);
    dates.add(day.date);
    need(typeof day.quantities === 'object' && day.quantities !== null, 'malformed-input', `${at}.quantities`, 'expected quantities by charge');
    for (const [charge, quantity] of Object.entries<Decimal>(day.quantities)) {
      need(charges.has(charge), 'unknown-charge', `${at}.quantities.${charge}`, `the plan ${plan.id} has no such charge`);
      needQuantity(quantity, `${at}.quantities.${charge}`);
    }
  });
}
