import { describe, expect, test } from 'vitest';
import type { PackagePrice } from '../../src/rating/index.js';
import { failure, rows, total } from './charges.js';

const price: PackagePrice = { type: 'package', packageSize: '10', packageAmount: '15', rounding: 'up' };

describe('a package price', () => {
  test.each([
    ['0', '0.00'],
    ['0.001', '15.00'],
    ['9', '15.00'],
    ['10', '15.00'],
    ['11', '30.00'],
    ['1000000000001', '1500000000015.00'],
  ])('case 56: of %s units in begun packages of 10 costs %s', (quantity, amount) => {
    expect(total(price, quantity)).toBe(amount);
  });

  test('counts only full packages where it rounds down', () => {
    expect(rows({ ...price, rounding: 'down' }, '19.9')).toEqual(['package: 1 × 15']);
    expect(rows({ ...price, rounding: 'down' }, '9')).toEqual([]);
  });

  test('begins its packages after the free units', () => {
    const free = { ...price, freeUnits: '5' };
    expect(total(free, '5')).toBe('0.00');
    expect(total(free, '6')).toBe('15.00');
    expect(total(free, '15')).toBe('15.00');
    expect(total(free, '16')).toBe('30.00');
  });

  test('charges a later part only for the packages that it opens', () => {
    expect(rows(price, { quantity: '5', priorQuantity: '17', position: 'mid' })).toEqual(['package: 1 × 15']);
    expect(rows(price, { quantity: '3', priorQuantity: '17', position: 'mid' })).toEqual([]);
  });

  test('charges the minimum of packages once, with the first part', () => {
    const least = { ...price, minimumPackages: 3 };
    expect(total(least, '0')).toBe('45.00');
    expect(total(least, { quantity: '5', position: 'first' })).toBe('45.00');
    expect(total(least, { quantity: '20', priorQuantity: '5', position: 'mid' })).toBe('0.00');
    expect(total(least, { quantity: '10', priorQuantity: '25', position: 'last' })).toBe('15.00');
  });

  test('needs a size and a rounding', () => {
    expect(failure(() => total({ ...price, packageSize: '0' }, '1'))).toBe('negative-quantity at price.packageSize');
    expect(failure(() => total({ ...price, rounding: 'near' as 'up' }, '1'))).toBe('unknown-policy at price.rounding');
  });
});
