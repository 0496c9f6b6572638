import { describe, expect, test } from 'vitest';
import { preparePrice, type PreparedOptions, type Price, type RoundingMode } from '../../src/rating/index.js';
import { amountIn, integerSegment } from '../../src/rating/integer-segments.js';
import { parseExact, toText } from '../../src/rating/decimal.js';
import { segmentsOf, type Segment } from '../../src/rating/price-segments.js';
import { drawn } from './drawn.js';
import { thrownBy } from './thrown.js';

const usd = { currency: 'USD', exponent: 2 };
const tiers = [
  { upTo: '5', unitAmount: '5' },
  { upTo: '10', unitAmount: '4', flatAmount: '0.505' },
  { upTo: null, unitAmount: '3' },
];

describe('the straight lines of a price', () => {
  const lines = (price: Price, at: 'line' | 'charge' = 'line'): string[] | undefined =>
    segmentsOf(price, 2, { mode: 'half-up', at })?.map(({ start, end, settled, open, slope }) =>
      [start, end ?? { n: -1n, d: 1n }, settled, open, slope].map(toText).join(' '),
    );

  test('go from bound to bound: what is settled and rounded, what is open, and what a unit adds', () => {
    expect(lines({ type: 'graduated', tiers })).toEqual(['0 5 0 0 5', '5 10 25.51 0 4', '10 -1 45.51 0 3']);
    expect(lines({ type: 'graduated', tiers }, 'charge')).toEqual(['0 5 0 0 5', '5 10 0 25.505 4', '10 -1 0 45.505 3']);
    expect(lines({ type: 'volume', tiers })).toEqual(['0 5 0 0 5', '5 10 0.51 20 4', '10 -1 0 30 3']);
    expect(
      lines({
        type: 'stairstep',
        tiers: [
          { upTo: '5', flatAmount: '1' },
          { upTo: null, flatAmount: '2' },
        ],
      }),
    ).toEqual(['0 5 1 0 0', '5 -1 2 0 0']);
    expect(lines({ type: 'per-unit', unitAmount: '1.29', freeUnits: '3' })).toEqual(['0 3 0 0 0', '3 -1 0 0 1.29']);
    expect(lines({ type: 'per-unit', unitAmount: '1.29', freeUnits: '0' })).toEqual(['0 -1 0 0 1.29']);
    expect(lines({ type: 'per-unit', unitAmount: '1.29' })).toEqual(['0 -1 0 0 1.29']);
    expect(lines({ type: 'flat', amount: '9', term: 'arrears' })).toEqual(['0 -1 9 0 0']);
  });

  test('are none for a price of packages', () => {
    expect(lines({ type: 'package', packageSize: '1', packageAmount: '1', rounding: 'up' })).toBeUndefined();
  });
});

describe('a line in integers', () => {
  const LIMIT = 2 ** 51;
  const segment = (own: Partial<Record<keyof Segment, string>>): Segment => ({
    start: parseExact(own.start ?? '0'),
    end: own.end === undefined ? null : parseExact(own.end),
    settled: parseExact(own.settled ?? '0'),
    open: parseExact(own.open ?? '0'),
    slope: parseExact(own.slope ?? '0'),
  });
  const integers = (own: Partial<Record<keyof Segment, string>>, scale = 0, exponent = 0): number[] => {
    const { end, most, settled, base, slope, parts } = integerSegment(segment(own), scale, exponent);
    return [end, most, settled, base, slope, parts];
  };

  test('counts in minor units, and in parts of one where it must', () => {
    expect(integers({ start: '5', end: '10', settled: '0.5', open: '25', slope: '4' }, 0, 2)).toEqual([
      10, 10, 50, 500, 400, 1,
    ]);
    expect(integers({ start: '5', end: '10', open: '0', slope: '4' }, 0, 2)).toEqual([10, 10, 0, -2000, 400, 1]);
    expect(integers({ end: '2.55', open: '0.001', slope: '0.005' }, 1, 2)).toEqual([25, 25, 0, 2, 1, 20]);
    expect(integers({ open: '1/6', slope: '1/4' })).toEqual([Infinity, Math.floor((LIMIT - 2) / 3), 0, 2, 3, 12]);
    expect(integers({ open: '7' })).toEqual([Infinity, LIMIT, 0, 7, 0, 1]);
    expect(integers({ open: '-7', end: '3' })).toEqual([3, 3, 0, -7, 0, 1]);
  });

  test('is safe up to where a number on the way would reach 2^52', () => {
    const most = (own: Partial<Record<keyof Segment, string>>): number | undefined => integers(own)[1];
    expect(most({ slope: '1' })).toBe(LIMIT);
    expect(most({ slope: '1000' })).toBe(Math.floor(LIMIT / 1000));
    expect(most({ open: String(LIMIT - 10), slope: '1' })).toBe(10);
    expect(most({ open: String(10 - LIMIT), slope: '1' })).toBe(10);
    expect(most({ open: String(LIMIT - 10), slope: '1', end: '9' })).toBe(9);
    expect(most({ open: String(LIMIT - 10), slope: '1', end: '11' })).toBe(10);
    expect(most({ open: String(LIMIT) })).toBe(0);
    expect(most({ settled: String(LIMIT - 1) })).toBe(LIMIT);
    expect(most({ settled: String(LIMIT) })).toBe(0);
    expect(most({ slope: `1/${LIMIT / 2}` })).toBe(LIMIT);
    expect(most({ slope: `1/${LIMIT}` })).toBe(0);
    expect(most({ slope: '-1' })).toBe(0);
  });

  test.each<[RoundingMode, number[]]>([
    ['half-up', [50, 51, 51, 51, 52, 53]],
    ['half-down', [50, 50, 51, 51, 51, 52]],
    ['half-even', [50, 50, 51, 51, 52, 52]],
    ['up', [51, 51, 51, 51, 52, 53]],
    ['ceil', [51, 51, 51, 51, 52, 53]],
    ['down', [50, 50, 50, 51, 51, 52]],
    ['floor', [50, 50, 50, 51, 51, 52]],
  ])('rounds %s', (mode, expected) => {
    const line = { end: Infinity, most: 1000, settled: 50, base: 2, slope: 1, parts: 20 };
    // 9, 10, 11, 20, 30 and 50 twentieths.
    expect([7, 8, 9, 18, 28, 48].map((quantity) => amountIn(line, quantity, mode))).toEqual(expected);
    expect(amountIn({ ...line, parts: 1 }, 7, mode)).toBe(59);
  });
});

describe('a prepared price', () => {
  const options: PreparedOptions = { unit: 'minute', scale: 1, rounding: { mode: 'half-up', at: 'line' } };
  const price: Price = { type: 'graduated', tiers };

  test('explains an amount, rounded row by row or once', () => {
    expect(drawn(preparePrice(price, usd, options).explain(62))).toBe(`
      add 30.31 USD total
        round 25 USD - | rounding half-up 2
          multiply 25 USD -
            min 5 minute -
              input 6.2 minute quantity
              input 5 minute tier-end
            input 5 USD/minute unit-price
        round 4.8 USD - | rounding half-up 2
          multiply 4.8 USD -
            subtract 1.2 minute tier-quantity
              input 6.2 minute quantity
              input 5 minute tier-start
            input 4 USD/minute unit-price
        round 0.51 USD flat-fee | rounding half-up 2
          input 0.505 USD flat-fee`);
    const once = { ...options, rounding: { mode: 'half-up', at: 'charge' } } as const;
    expect(drawn(preparePrice(price, usd, once).explain(3n))).toBe(`
      round 1.5 USD total | rounding half-up 2
        add 1.5 USD total
          multiply 1.5 USD -
            input 0.3 minute quantity
            input 5 USD/minute unit-price`);
    expect(preparePrice(price, usd, once).minorUnits(62)).toBe(3031);
  });

  test('gives amounts that are too large for a number as money only, and none of 10^18 minor units', () => {
    const prepared = preparePrice({ type: 'per-unit', unitAmount: '1' }, usd, { ...options, scale: 0 });
    expect(prepared.minorUnits(90_071_992_547_409)).toBe(9_007_199_254_740_900);
    expect(thrownBy(() => prepared.minorUnits(90_071_992_547_410))).toEqual(['amount-out-of-range', 'quantity']);
    expect(prepared.amount(90_071_992_547_410).amount).toBe('9007199254741000');
    expect(prepared.amount(10n ** 16n - 1n).amount).toBe('999999999999999900');
    expect(thrownBy(() => prepared.amount(10n ** 16n))).toEqual(['amount-out-of-range', 'amount']);
    expect(thrownBy(() => prepared.amount(-1n))).toEqual(['malformed-number', 'quantity']);
    expect(thrownBy(() => prepared.amount(0.5))).toEqual(['malformed-number', 'quantity']);
  });
});
