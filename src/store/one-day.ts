import type { WhatIfUse } from '../rating/index.js';
import { toText } from '../rating/decimal.js';
import { needUsage, totalUsage } from '../rating/usage.js';

/**
 * A use with all of its quantities on the first day of its period: a whole period costs the same, and each plan that is
 * compared has one day to look at instead of thirty. Throws a `RatingError` for usage that is malformed.
 */
export function inOneDay(use: WhatIfUse): WhatIfUse {
  const { usage, period } = use;
  needUsage(usage, null, 'usage');
  const charges = new Set(usage.flatMap(({ quantities }) => Object.keys(quantities)));
  const totals = [...charges].map((charge) => [charge, toText(totalUsage(usage, charge, period))]);
  return { ...use, usage: [{ date: period.start, quantities: Object.fromEntries(totals) as Record<string, string> }] };
}
