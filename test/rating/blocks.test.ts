import { describe, expect, test } from 'vitest';
import type { BlocksPrice } from '../../src/rating/index.js';
import { failure, rows, total } from './charges.js';

const tiers = [
  { blockSize: '100', maxBlocks: '10', blockAmount: '1' },
  { blockSize: '1000', maxBlocks: '100', blockAmount: '1' },
  { blockSize: '1000', maxBlocks: '100', blockAmount: '0.5' },
];
const each: BlocksPrice = { type: 'blocks', policy: 'all-tiers', tiers };
const top: BlocksPrice = { type: 'blocks', policy: 'top-tier', tiers };

describe('a price of blocks, each tier for its own', () => {
  test.each([
    ['0', '0.00'],
    ['1', '1.00'],
    ['1000', '10.00'],
    ['1001', '11.00'],
    ['5325', '15.00'],
    ['101000', '110.00'],
    ['101001', '110.50'],
    ['201000', '160.00'],
  ])('of %s units costs %s', (quantity, amount) => {
    expect(total(each, quantity)).toBe(amount);
  });

  test('refuses more than its tiers hold', () => {
    expect(failure(() => total(each, '201001'))).toBe('over-last-tier at usage.quantity');
  });

  test('holds any quantity when its last tier has no end', () => {
    const open = { ...each, tiers: [{ blockSize: '2', maxBlocks: null, blockAmount: '3' }] };
    expect(total(open, '1000000000001')).toBe('1500000000003.00');
  });

  test('takes off the blocks that were billed before, tier by tier', () => {
    expect(rows(each, { quantity: '1999', priorBlocks: ['10'] })).toEqual(['tier-2: 1 × 1']);
    expect(rows(each, { quantity: '300', priorBlocks: ['1'] })).toEqual(['tier-1: 2 × 1']);
    expect(rows(each, { quantity: '300', priorQuantity: '950' })).toEqual(['tier-2: 1 × 1']);
    expect(total(each, { quantity: '100', priorBlocks: ['3'] })).toBe('-2.00');
  });
});

describe('a price of blocks, all at the tier reached', () => {
  test.each([
    ['0', '0.00'],
    ['1000', '10.00'],
    ['1001', '2.00'],
    ['101000', '101.00'],
    ['101001', '51.00'],
    ['300000', '150.00'],
  ])('of %s units costs %s, also beyond the last maximum', (quantity, amount) => {
    expect(total(top, quantity)).toBe(amount);
  });

  test('gives back what was billed at a tier below', () => {
    expect(rows(top, { quantity: '1001', priorBlocks: ['5'] })).toEqual(['tier-1: -5 × 1', 'tier-2: 2 × 1']);
  });
});
