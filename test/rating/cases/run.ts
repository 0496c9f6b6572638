import { RatingError } from '../../../src/rating/index.js';
import { calls } from './calls.js';
import { differences, type Difference } from './compare.js';
import type { Got, RatingCase } from './format.js';
import { allocate, coupon, invoice } from './invoices.js';
import { anchors, fixedDays, planChange, prorate, schedule, wholePeriods } from './periods.js';
import { convert, maxSpend, progressive, rate, usageDiscount } from './rate.js';
import { subscriptionInvoice } from './subscriptions.js';
import { commitment, seatTime, unitsInAdvance } from './units.js';

const OPERATIONS: ReadonlyMap<string, (inputs: never) => Got> = new Map<string, (inputs: never) => Got>([
  ['rate', rate],
  ['progressive', progressive],
  ['convert', convert],
  ['usage_discount', usageDiscount],
  ['max_spend', maxSpend],
  ['prorate', prorate],
  ['fixed_days', fixedDays],
  ['schedule', schedule],
  ['anchor_dates', anchors],
  ['whole_periods', wholePeriods],
  ['plan_change', planChange],
  ['seat_time', seatTime],
  ['units_in_advance', unitsInAdvance],
  ['commitment', commitment],
  ['invoice', invoice],
  ['coupon', coupon],
  ['allocate', allocate],
  ['calls', calls],
  ['subscription_invoice', subscriptionInvoice],
]);

/** Rates a case and returns every figure that is not as expected: none when it agrees. */
export function runCase({ op, inputs, expected }: RatingCase): Difference[] {
  const operation = OPERATIONS.get(op);
  if (!operation) return [{ figure: 'op', expected: op, got: 'an unknown operation' }];
  try {
    return differences(expected, operation(inputs as never));
  } catch (error) {
    if (!(error instanceof RatingError)) throw error;
    return [{ figure: 'result', expected, got: `${error.code}: ${error.message}` }];
  }
}
