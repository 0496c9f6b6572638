import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  divide,
  multiply,
  parse,
  parseExact,
  round,
  subtract,
  toFixedText,
  toText,
  type RoundingMode,
} from '../../src/rating/decimal.js';
import { thrownBy } from './thrown.js';

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, scale]) => toFixedText({ n: digits, d: 10n ** BigInt(scale) }, scale));
const same = (mine: string, oracle: Big): boolean => new Big(mine).eq(oracle);

describe('against big.js', () => {
  test('sums, differences, products and order are the same', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [x, y] = [parse(a), parse(b)];
        return (
          same(toText(add(x, y)), new Big(a).plus(b)) &&
          same(toText(subtract(x, y)), new Big(a).minus(b)) &&
          same(toText(multiply(x, y)), new Big(a).times(b)) &&
          Math.sign(compare(x, y)) === new Big(a).cmp(b)
        );
      }),
    );
  });

  test.each([
    ['half-up', Big.roundHalfUp],
    ['half-even', Big.roundHalfEven],
    ['down', Big.roundDown],
    ['up', Big.roundUp],
  ] as const)('%s rounds alike', (mode, oracle) => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 6 }), (a, scale) =>
        same(toText(round(parse(a), scale, mode)), new Big(a).round(scale, oracle)),
      ),
    );
  });
});

const table: Record<RoundingMode, string[]> = {
  'half-up': ['13', '-13', '12', '14'],
  'half-down': ['12', '-12', '12', '13'],
  'half-even': ['12', '-12', '12', '14'],
  up: ['13', '-13', '13', '14'],
  down: ['12', '-12', '12', '13'],
  ceil: ['13', '-12', '13', '14'],
  floor: ['12', '-13', '12', '13'],
};
test.each(Object.entries(table))('%s rounds 12.5, -12.5, 12.1 and 13.5', (mode, expected) => {
  expect(['12.5', '-12.5', '12.1', '13.5'].map((text) => toText(round(parse(text), 0, mode as RoundingMode)))).toEqual(
    expected,
  );
});

test('1.29 × 99.5 is 128.355, and 128.36 to the cent', () => {
  const exact = multiply(parse('1.29'), parse('99.5'));
  expect([toText(exact), toText(round(exact, 2, 'half-up'))]).toEqual(['128.355', '128.36']);
});

test('a quotient that no decimal ends is a fraction in lowest terms, and is read back', () => {
  const third = divide(parse('139'), parse('30'));
  expect(toText(third)).toBe('139/30');
  expect(compare(parseExact('139/30'), third)).toBe(0);
});

test.each([1.5, '', ' 1', '1.', '.5', '1e3', '+1', '0x1', '1,5', null, undefined, NaN, '1'.repeat(31)])(
  '%j is no decimal',
  (text) => {
    expect(thrownBy(() => parse(text, 'fee'))).toEqual(['malformed-number', 'fee']);
  },
);

test('division by zero is refused', () =>
  expect(thrownBy(() => divide(parse('1'), parse('0')))).toEqual(['division-by-zero', 'divisor']));
