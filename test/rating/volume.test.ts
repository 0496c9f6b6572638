import { describe, expect, test } from 'vitest';
import type { StairstepPrice, VolumePrice } from '../../src/rating/index.js';
import { failure, rows, total } from './charges.js';

const price: VolumePrice = {
  type: 'volume',
  tiers: [
    { upTo: '100', unitAmount: '2', flatAmount: '10' },
    { upTo: '200', unitAmount: '1' },
    { upTo: null, unitAmount: '0.5', flatAmount: '50' },
  ],
};

const steps: StairstepPrice = {
  type: 'stairstep',
  tiers: [
    { upTo: '10', flatAmount: '50' },
    { upTo: '20', flatAmount: '100' },
    { upTo: null, flatAmount: '150' },
  ],
};

describe('a volume price', () => {
  test.each([
    ['0', '10.00'],
    ['1', '12.00'],
    ['99', '208.00'],
    ['100', '210.00'],
    ['100.5', '100.50'],
    ['101', '101.00'],
    ['199', '199.00'],
    ['200', '200.00'],
    ['201', '150.50'],
    ['1000000000000', '500000000050.00'],
  ])('case 55: of %s units costs %s', (quantity, amount) => {
    expect(total(price, quantity)).toBe(amount);
  });

  test('waits for the last part of its period and then prices all of it', () => {
    expect(total(price, { quantity: '100', position: 'first' })).toBe('0.00');
    expect(total(price, { quantity: '50', priorQuantity: '100', position: 'mid' })).toBe('0.00');
    expect(rows(price, { quantity: '1', priorQuantity: '150', position: 'last' })).toEqual(['tier-2: 151 × 1']);
  });

  test('lets another quantity choose the tier', () => {
    expect(total(price, { quantity: '198.6', tierQuantity: '300' })).toBe('149.30');
  });

  test('costs nothing without usage where it says so', () => {
    expect(total({ ...price, firstTierFlatAtZero: false }, '0')).toBe('0.00');
  });

  test('needs a last tier without an end', () => {
    expect(failure(() => total({ ...price, tiers: [{ upTo: '1' }] }, '1'))).toBe('no-open-tier at price.tiers[0].upTo');
  });
});

describe('a stairstep price', () => {
  test.each([
    ['0', '50.00'],
    ['9', '50.00'],
    ['10', '50.00'],
    ['11', '100.00'],
    ['20', '100.00'],
    ['21', '150.00'],
    ['1000000000000', '150.00'],
  ])('of %s units costs %s', (quantity, amount) => {
    expect(total(steps, quantity)).toBe(amount);
  });
});
