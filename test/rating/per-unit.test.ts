import { describe, expect, test } from 'vitest';
import type { FlatPrice, PerUnitPrice, Position, Price } from '../../src/rating/index.js';
import { charge, failure, rows, total } from './charges.js';

const price: PerUnitPrice = { type: 'per-unit', unitAmount: '1.29' };

describe('a price per unit', () => {
  test.each([
    ['0', '0.00'],
    ['0.5', '0.65'],
    ['99.5', '128.36'],
    ['1000000000000', '1290000000000.00'],
  ])('of %s units costs %s', (quantity, amount) => {
    expect(total(price, quantity)).toBe(amount);
  });

  test('keeps twelve decimals', () => {
    const fine = { ...price, unitAmount: '0.000000000012' };
    expect(charge(fine, '1').precise).toBe('0.000000000012');
    expect(total(fine, '1000000000')).toBe('0.01');
  });

  test('uses up its free units once over the parts of a period', () => {
    const free = { ...price, freeUnits: '10' };
    expect(rows(free, '10')).toEqual([]);
    expect(rows(free, '10.5')).toEqual(['unit: 0.5 × 1.29']);
    expect(rows(free, { quantity: '5', priorQuantity: '8', position: 'mid' })).toEqual(['unit: 3 × 1.29']);
    expect(rows(free, { quantity: '5', priorQuantity: '12', position: 'mid' })).toEqual(['unit: 5 × 1.29']);
  });

  test('is refused below zero, and for what is no decimal', () => {
    expect(failure(() => total({ ...price, unitAmount: '-1' }, '1'))).toBe('negative-amount at price.unitAmount');
    expect(failure(() => total(price, '-1'))).toBe('negative-quantity at usage.quantity');
    expect(failure(() => total(price, '1e3'))).toBe('malformed-number at usage.quantity');
    expect(failure(() => total(price, {}))).toBe('missing-usage at usage.quantity');
    expect(failure(() => total({ type: 'auction' } as unknown as Price, '1'))).toBe('unknown-model at price.type');
    expect(failure(() => total(price, '1000000000000000000'))).toBe('amount-out-of-range at unit');
  });
});

describe('a flat price', () => {
  const flat = (term: FlatPrice['term']): FlatPrice => ({ type: 'flat', amount: '100', term });
  const positions: Position[] = ['only', 'first', 'mid', 'last'];

  test('is due once in a period billed in parts', () => {
    const amounts = (term: FlatPrice['term']): string[] => positions.map((position) => total(flat(term), { position }));
    expect(amounts('advance')).toEqual(['100.00', '100.00', '0.00', '0.00']);
    expect(amounts('arrears')).toEqual(['100.00', '0.00', '0.00', '100.00']);
  });
});

describe('a dynamic price', () => {
  test('is one amount, rounded once', () => {
    expect(rows({ type: 'dynamic', multiplier: '1.33333' }, '10')).toEqual(['usage: 1 × 13.33']);
    expect(rows({ type: 'dynamic', multiplier: '1' }, '0')).toEqual([]);
    const exact = { rounding: { mode: 'half-up', at: 'charge' } } as const;
    expect(rows({ type: 'dynamic', multiplier: '0.01' }, '1234.56', exact)).toEqual(['usage: 1 × 12.3456']);
  });
});
