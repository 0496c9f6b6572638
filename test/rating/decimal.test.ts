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
test.each(Object.entries(table))('case 65: %s rounds 12.5, -12.5, 12.1 and 13.5', (mode, expected) => {
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

describe('text', () => {
  test.each([
    '0',
    '-0.5',
    '100',
    '-100',
    '10.01',
    '0.00000000000000000001',
    '123456789012345',
    '1234567890123456',
    '-999999999999999999999999999999.5',
  ])('of %s is read and written alike', (text) => {
    expect(toText(parse(text))).toBe(text);
    expect(toText(parseExact(text))).toBe(text);
  });

  test('has no zeros at its end, and no fraction that a decimal can say', () => {
    expect(toText(parse('1.50'))).toBe('1.5');
    expect(toText(parse('-0.0'))).toBe('0');
    expect(toText({ n: 1000n, d: 10n })).toBe('100');
    expect(toText({ n: 3n, d: 12n })).toBe('0.25');
    expect(toText({ n: -3n, d: 6n })).toBe('-0.5');
    expect(toText({ n: 2n, d: 6n })).toBe('1/3');
    expect(toText({ n: -4n, d: 6n })).toBe('-2/3');
    expect(toText({ n: 0n, d: 7n })).toBe('0');
    expect(toText({ n: 7n, d: 7n })).toBe('1');
  });

  test('of a number is a decimal up to 40 digits behind the point, and a fraction beyond', () => {
    expect(toText({ n: 1n, d: 10n ** 40n })).toBe(`0.${'0'.repeat(39)}1`);
    expect(toText({ n: 1n, d: 10n ** 41n })).toBe(`1/1${'0'.repeat(41)}`);
    expect(toText({ n: 1n, d: 2n ** 40n })).toHaveLength(42);
    expect(toText({ n: 1n, d: 2n ** 41n })).toBe(`1/${2n ** 41n}`);
    expect(toText({ n: 1n, d: 3n * 10n ** 20n })).toBe(`1/3${'0'.repeat(20)}`);
    expect(toText({ n: 3n, d: 3n * 10n ** 20n })).toBe(`0.${'0'.repeat(19)}1`);
  });

  test('with fixed digits has them all', () => {
    expect(toFixedText({ n: -5n, d: 100n }, 2)).toBe('-0.05');
    expect(toFixedText({ n: 0n, d: 1n }, 2)).toBe('0.00');
    expect(toFixedText({ n: 12n, d: 1n }, 0)).toBe('12');
    expect(thrownBy(() => toFixedText({ n: 1n, d: 1n }, 41))).toEqual(['unknown-policy', 'scale']);
    expect(thrownBy(() => toFixedText({ n: 1n, d: 1n }, 0.5))).toEqual(['unknown-policy', 'scale']);
  });
});

test.each(['1/0', '1/-3', '1/03', 'a1/3', '1/3b', '1/', '/3', '1.5/3', `${'1'.repeat(91)}/3`, `1/${'1'.repeat(92)}`])(
  '%s is no fraction',
  (text) => expect(thrownBy(() => parseExact(text))).toEqual(['malformed-number', 'number']),
);

test('what is no text is no number', () => {
  expect(thrownBy(() => parseExact(1.5 as unknown as string, 'fee'))).toEqual(['malformed-number', 'fee']);
  expect(thrownBy(() => parse(undefined))).toEqual(['malformed-number', 'number']);
});

test('a sum keeps the finer denominator where one holds the other', () => {
  expect(add({ n: 1n, d: 10n }, { n: 1n, d: 100n })).toEqual({ n: 11n, d: 100n });
  expect(add({ n: 1n, d: 100n }, { n: 1n, d: 10n })).toEqual({ n: 11n, d: 100n });
  expect(add({ n: 1n, d: 100n }, { n: 1n, d: 100n })).toEqual({ n: 2n, d: 100n });
  expect(add({ n: 1n, d: 4n }, { n: 1n, d: 6n })).toEqual({ n: 10n, d: 24n });
});

test('a rounding mode that does not exist is refused where it would matter', () => {
  const nearest = 'nearest' as RoundingMode;
  expect(thrownBy(() => round(parse('0.5'), 0, nearest))).toEqual(['unknown-policy', 'rounding.mode']);
  expect(thrownBy(() => round(parse('0.5'), -1, 'up'))).toEqual(['unknown-policy', 'scale']);
});

test.each<[unknown, string]>([
  ['x', '"x"'],
  [1.5, '1.5'],
  [null, 'null'],
  [undefined, 'undefined'],
  [{}, 'an object'],
  [[], 'an object'],
  ['1'.repeat(38), `"${'1'.repeat(38)}"`],
  ['1'.repeat(39), `"${'1'.repeat(39)}…`],
])('an error shows %j as %s', (value, text) => {
  expect(() => parse(value, 'fee')).toThrow(new RegExp(`^fee: .*, got ${text}$`));
});
