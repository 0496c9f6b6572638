import { describe, expect, test } from 'vitest';
import type { CapacityPrice } from '../../src/rating/index.js';
import { failure, total } from './charges.js';

const price: CapacityPrice = {
  type: 'capacity',
  tiers: [
    { amount: '1', limits: { lines: '10', calls: '100' } },
    { amount: '10', limits: { lines: '50', calls: '500' } },
    { amount: '100', limits: { lines: '75', calls: '750' } },
  ],
};

describe('a price of capacity', () => {
  test.each([
    ['0', '0', '1.00'],
    ['10', '100', '1.00'],
    ['5', '101', '10.00'],
    ['11', '1', '10.00'],
    ['50', '500', '10.00'],
    ['50.01', '500', '100.00'],
    ['75', '750', '100.00'],
  ])('of %s lines and %s calls costs %s', (lines, calls, amount) => {
    expect(total(price, { dimensions: { lines, calls } })).toBe(amount);
  });

  test('refuses what no tier holds, and what no tier limits', () => {
    expect(failure(() => total(price, { dimensions: { lines: '76' } }))).toBe('over-last-tier at usage.dimensions');
    expect(failure(() => total(price, { dimensions: { seats: '1' } }))).toBe(
      'unknown-dimension at usage.dimensions.seats',
    );
    expect(failure(() => total(price, '5'))).toBe('missing-usage at usage.dimensions');
  });

  test('takes the quantity for its only dimension, and may have no end', () => {
    const open: CapacityPrice = {
      type: 'capacity',
      tiers: [
        { amount: '1', limits: { lines: '10' } },
        { amount: '2', limits: { lines: null } },
      ],
    };
    expect(total(open, '10')).toBe('1.00');
    expect(total(open, '11')).toBe('2.00');
  });

  test('is charged with the last part, when the peaks are known', () => {
    expect(total(price, { dimensions: { lines: '5' }, position: 'mid' })).toBe('0.00');
    expect(total(price, { dimensions: { lines: '5' }, position: 'last' })).toBe('1.00');
  });

  test('needs limits that rise', () => {
    const falling = { ...price, tiers: [...price.tiers].reverse() };
    expect(failure(() => total(falling, { dimensions: {} }))).toBe('unsorted-tiers at price.tiers[1].limits.lines');
  });
});
