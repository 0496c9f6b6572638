import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '../../src/rating/index.js';
import { add, compare, parse, toFixedText, ZERO } from '../../src/rating/decimal.js';
import { thrownBy } from './thrown.js';

const weights = (...values: string[]): { key: string; weight: string }[] =>
  values.map((weight, index) => ({ key: `k${index}`, weight }));
const split = (amount: string, ...values: string[]): string[] =>
  Object.values(allocate({ amount, scale: 2, weights: weights(...values) }));

test('case 64: what is left after rounding down goes to the parts that lost most, the earlier one on a tie', () => {
  expect(split('1.00', '1', '1', '1')).toEqual(['0.34', '0.33', '0.33']);
  expect(split('0.05', '1', '1', '1')).toEqual(['0.02', '0.02', '0.01']);
  expect(split('20.00', '139.00', '12.90', '10.00')).toEqual(['17.17', '1.59', '1.24']);
});

test('a credit is split like its charge', () =>
  expect(split('-0.05', '1', '1', '1')).toEqual(['-0.02', '-0.02', '-0.01']));
test('a weight of zero gets nothing', () => expect(split('0.01', '0', '3')).toEqual(['0', '0.01']));

test('case 64: the shares add up to the amount, each within one unit of its part and none beyond its weight when that is money', () => {
  const cents = fc.bigInt({ min: 0n, max: 10n ** 9n }).map((n) => toFixedText({ n, d: 100n }, 2));
  fc.assert(
    fc.property(
      fc.array(cents, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 100 }),
      (values, percent) => {
        const parsed = values.map((value) => parse(value));
        const sum = parsed.reduce(add, ZERO);
        fc.pre(sum.n > 0n);
        const amount = toFixedText({ n: (sum.n * BigInt(percent)) / 100n, d: sum.d }, 2);
        const shares = split(amount, ...values).map((share) => parse(share));
        return (
          compare(shares.reduce(add, ZERO), parse(amount)) === 0 &&
          shares.every((share, index) => compare(share, parsed[index] ?? ZERO) <= 0)
        );
      },
    ),
  );
});

test.each([
  ['malformed-number', 'amount', () => split('0.055', '1')],
  ['negative-quantity', 'weights[0].weight', () => split('1', '-1')],
  ['division-by-zero', 'weights', () => split('1', '0', '0')],
  ['malformed-input', 'weights', () => split('1')],
] as const)('%s: %s', (code, field, act) => expect(thrownBy(act)).toEqual([code, field]));
