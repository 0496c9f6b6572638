import { expect, test } from 'vitest';
import { explain } from '../../src/rating/derivation.js';
import { days, input, lineRef, over, plus, rounded, seconds, times, type Figure } from '../../src/rating/figure.js';
import { parse } from '../../src/rating/decimal.js';
import { steps } from '../../src/rating/steps.js';

const fee = (): Figure => input(parse('139.00'), 'USD/month', 'base-fee');
const month = (): Figure => days({ start: '2026-09-01', end: '2026-10-01' }, 'days-in-period');
const rest = (): Figure =>
  days({ start: '2026-09-11', end: '2026-10-01', policy: 'trialEndDay: free' }, 'days-charged');
const cents = { mode: 'half-up', scale: 2, policy: 'rounding' } as const;

test('a prorated base fee is two steps, the first one rounded', () => {
  const rate = over(fee(), month(), { unit: 'USD/day', label: 'rate-per-day' });
  const amount = rounded(times(rounded(rate, { ...cents, policy: 'proration.daily-rate' }), rest()), cents);
  expect(steps(explain(amount))).toEqual([
    {
      op: 'divide',
      operands: [
        { value: '139', unit: 'USD/month', label: 'base-fee' },
        { value: '30', unit: 'day', label: 'days-in-period', period: { start: '2026-09-01', end: '2026-10-01' } },
      ],
      result: { value: '4.63', unit: 'USD/day', label: 'rate-per-day' },
      rounding: { mode: 'half-up', scale: 2, policy: 'proration.daily-rate', exact: '139/30' },
    },
    {
      op: 'multiply',
      operands: [
        { value: '4.63', unit: 'USD/day', label: 'rate-per-day' },
        { value: '20', unit: 'day', label: 'days-charged', period: { start: '2026-09-11', end: '2026-10-01' } },
      ],
      result: { value: '92.6', unit: 'USD' },
      policy: 'trialEndDay: free',
    },
  ]);
});

test('a number that was only read has no step, rounded to its own digits or not', () => {
  expect(steps(explain(fee()))).toEqual([]);
  expect(steps(explain(rounded(fee(), cents)))).toEqual([]);
});

test('a number that rounding changes is a step of its own where nothing else gave it', () => {
  const price = input(parse('0.125'), 'USD', 'unit-price');
  expect(steps(explain(rounded(price, cents)))).toMatchObject([
    { op: 'round', operands: [{ value: '0.125' }], result: { value: '0.13' }, rounding: { exact: '0.125' } },
  ]);
});

test('a step that two branches share is there once', () => {
  const rate = over(fee(), month(), { unit: 'USD/day' });
  expect(steps(explain(plus([rate, rate], {}))).map((step) => step.op)).toEqual(['divide', 'add']);
});

test('seconds name their span, and other lines their key', () => {
  const clock = seconds('2024-11-01T04:00:00Z', '2024-11-01T05:00:00Z', 'seconds-charged');
  expect(steps(explain(times(input(parse('2'), 'USD/second', 'rate'), clock)))).toEqual([
    {
      op: 'multiply',
      operands: [
        { value: '2', unit: 'USD/second', label: 'rate' },
        {
          value: '3600',
          unit: 'second',
          label: 'seconds-charged',
          period: { start: '2024-11-01T04:00:00Z', end: '2024-11-01T05:00:00Z' },
        },
      ],
      result: { value: '7200', unit: 'USD' },
    },
  ]);
  expect(steps(explain(plus([lineRef('a', parse('2'), 'USD')], { label: 'total' })))).toEqual([
    {
      op: 'add',
      operands: [{ value: '2', unit: 'USD', label: 'line-total', line: 'a' }],
      result: { value: '2', unit: 'USD', label: 'total' },
    },
  ]);
});

test('a number that is rounded twice has both roundings', () => {
  const price = input(parse('0.1245'), 'USD', 'unit-price');
  const twice = steps(explain(rounded(rounded(price, { ...cents, scale: 3 }), cents)));
  expect(twice.map(({ op, result, rounding }) => [op, result.value, rounding?.exact])).toEqual([
    ['round', '0.125', '0.1245'],
    ['round', '0.13', '0.125'],
  ]);
});
