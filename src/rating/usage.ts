import { add, parse, ZERO, type Decimal, type Exact } from './decimal.js';
import { needList, needObject, needQuantity } from './checks.js';
import { need } from './errors.js';
import type { RatedPlan } from './plan.js';
import { contains, dayNumber, type Period, type PlainDate } from './period.js';

/** What was used on one day, by charge id, in the unit that the charge reports (seconds, calls). */
export interface UsageDay {
  readonly date: PlainDate;
  readonly quantities: Readonly<Record<string, Decimal>>;
}

/** The quantity of one charge over the days that lie in `period`. Other days are another invoice's. */
export function totalUsage(usage: readonly UsageDay[], charge: string, period: Period): Exact {
  let total = ZERO;
  for (const { date, quantities } of usage) {
    if (contains(period, date) && Object.hasOwn(quantities, charge)) total = add(total, parse(quantities[charge]));
  }
  return total;
}

/**
 * Throws `malformed-input`, `malformed-date`, `duplicate-key`, `malformed-number`, `negative-quantity` or, where the plan
 * is known, `unknown-charge`.
 */
export function needUsage(usage: readonly UsageDay[], plan: RatedPlan | null, field: string): void {
  needList(usage, field, 'a list of days');
  const charges = plan && new Set(plan.usage.map((charge) => charge.id));
  const dates = new Set<string>();
  for (const [index, day] of usage.entries()) {
    const at = `${field}[${index}]`;
    needObject(day, at, 'a day of usage');
    dayNumber(day.date, `${at}.date`);
    need(!dates.has(day.date), 'duplicate-key', `${at}.date`, `${day.date} is there twice`);
    dates.add(day.date);
    needObject(day.quantities, `${at}.quantities`, 'quantities by charge');
    for (const charge of Object.keys(day.quantities)) {
      const name = `${at}.quantities.${charge}`;
      need(!charges || charges.has(charge), 'unknown-charge', name, 'the plan has no such charge');
      needQuantity(day.quantities[charge] as Decimal, name);
    }
  }
}
