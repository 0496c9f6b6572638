import { describe, expect, test } from 'vitest';
import type { GraduatedPrice } from '../../src/rating/index.js';
import { failure, rows, total } from './charges.js';

const price: GraduatedPrice = {
  type: 'graduated',
  tiers: [
    { upTo: '5', unitAmount: '5', flatAmount: '10' },
    { upTo: '10', unitAmount: '4', flatAmount: '20' },
    { upTo: null, unitAmount: '3', flatAmount: '30' },
  ],
};

describe('a graduated price', () => {
  test.each([
    ['0', '10.00'],
    ['1', '15.00'],
    ['4', '30.00'],
    ['5', '35.00'],
    ['5.000001', '55.00'],
    ['6', '59.00'],
    ['9', '71.00'],
    ['10', '75.00'],
    ['11', '108.00'],
    ['1000000000000', '3000000000075.00'],
  ])('case 55: of %s units costs %s', (quantity, amount) => {
    expect(total(price, quantity)).toBe(amount);
  });

  test('has a line for the units and one for the flat amount of each tier reached', () => {
    expect(rows(price, '12')).toEqual([
      'tier-1: 5 × 5',
      'tier-1-flat: 1 × 10',
      'tier-2: 5 × 4',
      'tier-2-flat: 1 × 20',
      'tier-3: 2 × 3',
      'tier-3-flat: 1 × 30',
    ]);
  });

  test('goes on in a later part where the parts before ended, and pays no flat amount twice', () => {
    expect(rows(price, { quantity: '2', priorQuantity: '5', position: 'mid' })).toEqual([
      'tier-2: 2 × 4',
      'tier-2-flat: 1 × 20',
    ]);
    expect(rows(price, { quantity: '2', priorQuantity: '7', position: 'mid' })).toEqual(['tier-2: 2 × 4']);
  });

  test('pays the first flat amount without usage once, in the first part', () => {
    expect(total(price, { quantity: '0', position: 'first' })).toBe('10.00');
    expect(total(price, { quantity: '0', position: 'mid' })).toBe('0.00');
    expect(total(price, { quantity: '1', position: 'last' })).toBe('5.00');
  });

  test('pays nothing without usage where it says so', () => {
    const used = { ...price, firstTierFlatAtZero: false };
    expect(total(used, '0')).toBe('0.00');
    expect(total(used, { quantity: '1', position: 'last' })).toBe('15.00');
  });

  test('is refused when its tiers fall, have an end, or none', () => {
    const tiers = (...bounds: (string | null)[]): GraduatedPrice => ({
      ...price,
      tiers: bounds.map((upTo) => ({ upTo })),
    });
    expect(failure(() => total(tiers('5', '4', null), '1'))).toBe('unsorted-tiers at price.tiers[1].upTo');
    expect(failure(() => total(tiers('5', '5', null), '1'))).toBe('unsorted-tiers at price.tiers[1].upTo');
    expect(failure(() => total(tiers('5', null, null), '1'))).toBe('unsorted-tiers at price.tiers[1].upTo');
    expect(failure(() => total(tiers('0', null), '1'))).toBe('unsorted-tiers at price.tiers[0].upTo');
    expect(failure(() => total(tiers('5', '10'), '1'))).toBe('no-open-tier at price.tiers[1].upTo');
    expect(failure(() => total(tiers(), '1'))).toBe('no-tiers at price.tiers');
  });
});
