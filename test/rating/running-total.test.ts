import { expect, test } from 'vitest';
import { runningTotals } from '../../src/rating/running-total.js';
import type { UsageCharge } from '../../src/rating/index.js';

const minutes: UsageCharge = {
  id: 'operator',
  name: 'Operator time',
  unit: 'minute',
  reported: { unit: 'second', perUnit: '60' },
  included: '100',
  price: { type: 'per-unit', unitAmount: '1.29' },
};
const day = (date: string, seconds: string) => ({ date, quantities: { operator: seconds } });
const period = { start: '2026-09-11', end: '2026-09-14' };

test('every day of the period has its usage and the running total, exact and in the unit of the charge', () => {
  expect(runningTotals(minutes, [day('2026-09-11', '90'), day('2026-09-13', '70')], period)).toEqual([
    { date: '2026-09-11', quantity: '1.5', total: '1.5' },
    { date: '2026-09-12', quantity: '0', total: '1.5' },
    { date: '2026-09-13', quantity: '7/6', total: '8/3' },
  ]);
});

test('days outside the period count for nothing', () => {
  const usage = [day('2026-09-10', '600'), day('2026-09-14', '600')];
  expect(runningTotals(minutes, usage, period).at(-1)?.total).toBe('0');
});

test('a charge that is reported in its own unit is not converted', () => {
  const calls = { id: minutes.id, name: 'Calls', unit: 'call', included: '0', price: minutes.price };
  expect(runningTotals(calls, [day('2026-09-12', '3')], period).map((each) => each.total)).toEqual(['0', '3', '3']);
});

test('a period that ends before it starts is refused', () => {
  expect(() => runningTotals(minutes, [], { start: '2026-09-11', end: '2026-09-01' })).toThrow(/period/);
});
