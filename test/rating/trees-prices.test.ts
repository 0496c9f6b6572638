import { describe, expect, test } from 'vitest';
import { rateCharge, type ChargeUsage, type Price } from '../../src/rating/index.js';
import { drawn } from './drawn.js';

const tiers = [
  { upTo: '10', unitAmount: '2', flatAmount: '3' },
  { upTo: null, unitAmount: '1' },
];
/** The trees of the lines, unrounded. */
const lines = (price: Price, usage: ChargeUsage): string =>
  rateCharge({ currency: 'USD', exponent: 2, rounding: { mode: 'half-up', at: 'charge' }, price, usage })
    .lines.map(({ ref, derivation }) => `\n      ${ref}:${drawn(derivation, '\n        ')}`)
    .join('');

describe('the lines of a price', () => {
  test('per unit, beyond what is free and what came before', () => {
    const price = { type: 'per-unit', unitAmount: '1.29', freeUnits: '3' } as const;
    expect(lines(price, { quantity: '5', unit: 'minute' })).toBe(`
      unit:
        multiply 2.58 USD -
          subtract 2 minute quantity
            input 5 minute quantity
            input 3 minute free-units
          input 1.29 USD/minute unit-price`);
    expect(lines(price, { quantity: '5', priorQuantity: '4', unit: 'minute' })).toBe(`
      unit:
        multiply 6.45 USD -
          subtract 5 minute quantity
            subtract 6 minute quantity
              add 9 minute total-quantity
                input 4 minute prior-quantity
                input 5 minute quantity
              input 3 minute free-units
            subtract 1 minute quantity
              input 4 minute prior-quantity
              input 3 minute free-units
          input 1.29 USD/minute unit-price`);
    expect(lines({ ...price, freeUnits: '0' }, { quantity: '5' })).toBe(`
      unit:
        multiply 6.45 USD -
          input 5 unit quantity
          input 1.29 USD/unit unit-price`);
  });

  test('by tiers, for a part of a period', () => {
    expect(lines({ type: 'graduated', tiers }, { quantity: '5', priorQuantity: '8', position: 'last' })).toBe(`
      tier-1:
        multiply 4 USD -
          subtract 2 unit tier-quantity
            min 10 unit -
              add 13 unit total-quantity
                input 8 unit prior-quantity
                input 5 unit quantity
              input 10 unit tier-end
            input 8 unit prior-quantity
          input 2 USD/unit unit-price
      tier-2:
        multiply 3 USD -
          subtract 3 unit tier-quantity
            add 13 unit total-quantity
              input 8 unit prior-quantity
              input 5 unit quantity
            input 10 unit tier-start
          input 1 USD/unit unit-price`);
    expect(lines({ type: 'graduated', tiers }, { quantity: '2' })).toBe(`
      tier-1:
        multiply 4 USD -
          input 2 unit quantity
          input 2 USD/unit unit-price
      tier-1-flat:
        input 3 USD flat-fee`);
  });

  test('by the tier reached, or by another quantity that chooses it', () => {
    expect(
      lines({ type: 'volume', tiers }, { quantity: '5', priorQuantity: '4', tierQuantity: '11', position: 'last' }),
    ).toBe(`
      tier-2:
        multiply 9 USD -
          add 9 unit total-quantity
            input 4 unit prior-quantity
            input 5 unit quantity
          input 1 USD/unit unit-price`);
  });

  test('in packages, less those that were opened before', () => {
    const price = {
      type: 'package',
      packageSize: '10',
      packageAmount: '15',
      freeUnits: '1',
      rounding: 'up',
      minimumPackages: 2,
    } as const;
    expect(lines(price, { quantity: '30', priorQuantity: '12', position: 'last' })).toBe(`
      package:
        multiply 45 USD -
          subtract 3 package packages
            max 5 package packages
              round 5 package packages | price.rounding up 0
                divide 4.1 package packages
                  subtract 41 unit quantity
                    add 42 unit total-quantity
                      input 12 unit prior-quantity
                      input 30 unit quantity
                    input 1 unit free-units
                  input 10 unit/package package-size
              input 2 package minimum-packages
            max 2 package packages
              round 2 package packages | price.rounding up 0
                divide 1.1 package packages
                  subtract 11 unit quantity
                    input 12 unit prior-quantity
                    input 1 unit free-units
                  input 10 unit/package package-size
              input 2 package minimum-packages
          input 15 USD/package unit-price`);
    expect(
      lines(
        { type: 'package', packageSize: '10', packageAmount: '15', rounding: 'down' },
        { quantity: '30', unit: 'call' },
      ),
    ).toBe(`
      package:
        multiply 45 USD -
          round 3 package packages | price.rounding down 0
            divide 3 package packages
              input 30 call quantity
              input 10 call/package package-size
          input 15 USD/package unit-price`);
  });

  test('in blocks of each tier, or all at the tier reached', () => {
    const blocks = [
      { blockSize: '2', maxBlocks: '3', blockAmount: '1' },
      { blockSize: '5', maxBlocks: null, blockAmount: '4' },
    ];
    expect(lines({ type: 'blocks', policy: 'all-tiers', tiers: blocks }, { quantity: '12', priorBlocks: ['1'] })).toBe(`
      tier-1:
        multiply 2 USD -
          subtract 2 block blocks
            input 3 block maximum-blocks
            input 1 block prior-blocks
          input 1 USD/block unit-price
      tier-2:
        multiply 8 USD -
          round 2 block blocks | price.blocks up 0
            divide 1.2 block blocks
              subtract 6 unit rest
                input 12 unit quantity
                add 6 unit full-tiers
                  multiply 6 unit -
                    input 3 block maximum-blocks
                    input 2 unit/block block-size
              input 5 unit/block block-size
          input 4 USD/block unit-price`);
    expect(
      lines(
        { type: 'blocks', policy: 'top-tier', tiers: blocks },
        { quantity: '12', unit: 'GB', priorQuantity: '3', position: 'last' },
      ),
    ).toBe(`
      tier-1:
        multiply -2 USD -
          subtract -2 block blocks
            input 0 block blocks
            round 2 block blocks | price.blocks up 0
              divide 1.5 block blocks
                input 3 GB prior-quantity
                input 2 GB/block block-size
          input 1 USD/block unit-price
      tier-2:
        multiply 12 USD -
          round 3 block blocks | price.blocks up 0
            divide 3 block blocks
              add 15 GB total-quantity
                input 3 GB prior-quantity
                input 12 GB quantity
              input 5 GB/block block-size
          input 4 USD/block unit-price`);
  });

  test('by a percentage of what is charged of the events, and an amount for each', () => {
    const price = { type: 'percentage', rate: '1', fixedPerEvent: '0.5', free: { amount: '15' } } as const;
    expect(lines(price, { events: ['4', '4', '4', '4', '6'] })).toBe(`
      rate:
        multiply 0.07 USD -
          add 7 USD charged-amount
            subtract 1 USD charged-amount
              input 4 USD event
              subtract 3 USD free-amount
                input 15 USD free-amount
                add 12 USD used
                  input 4 USD event
                  input 4 USD event
                  input 4 USD event
            input 6 USD event
          divide 0.01 - fraction
            input 1 percent rate
            input 100 percent hundred
      fixed:
        multiply 1 USD -
          input 2 event events
          input 0.5 USD/event unit-price`);
    expect(lines({ type: 'percentage', rate: '1' }, { quantity: '200' })).toBe(`
      rate:
        multiply 2 USD -
          add 200 USD charged-amount
            input 200 unit quantity
          divide 0.01 - fraction
            input 1 percent rate
            input 100 percent hundred`);
  });

  test('by a percentage within bounds for each event', () => {
    const price = { type: 'percentage', rate: '10', fixedPerEvent: '0.5', perEvent: { min: '2', max: '3' } } as const;
    expect(lines(price, { events: ['40', '1'] })).toBe(`
      events:
        add 5 USD events
          min 3 USD event-amount
            max 4.5 USD event-amount
              add 4.5 USD event-amount
                multiply 4 USD event-amount
                  input 40 USD event
                  divide 0.1 - fraction
                    input 10 percent rate
                    input 100 percent hundred
                input 0.5 USD flat-fee
              input 2 USD minimum
            input 3 USD maximum
          min 2 USD event-amount
            max 2 USD event-amount
              add 0.6 USD event-amount
                multiply 0.1 USD event-amount
                  input 1 USD event
                  divide 0.1 - fraction
                    input 10 percent rate
                    input 100 percent hundred
                input 0.5 USD flat-fee
              input 2 USD minimum
            input 3 USD maximum`);
    expect(lines({ type: 'percentage', rate: '10', perEvent: { max: '3' } }, { events: ['40'] })).toBe(`
      events:
        add 3 USD events
          min 3 USD event-amount
            multiply 4 USD event-amount
              input 40 USD event
              divide 0.1 - fraction
                input 10 percent rate
                input 100 percent hundred
            input 3 USD maximum`);
  });

  test('by percentages of tiers of money', () => {
    const bands = [
      { upTo: '100', rate: '1', flatAmount: '2' },
      { upTo: null, rate: '0.5' },
    ];
    expect(lines({ type: 'graduated-percentage', tiers: bands }, { quantity: '150', unit: 'USD' })).toBe(`
      tier-1:
        multiply 1 USD -
          min 100 USD -
            input 150 USD quantity
            input 100 USD tier-end
          divide 0.01 - fraction
            input 1 percent rate
            input 100 percent hundred
      tier-1-flat:
        input 2 USD flat-fee
      tier-2:
        multiply 0.25 USD -
          subtract 50 USD tier-quantity
            input 150 USD quantity
            input 100 USD tier-start
          divide 0.005 - fraction
            input 0.5 percent rate
            input 100 percent hundred`);
  });

  test('for what was reported, at one amount, or for the room that is needed', () => {
    expect(lines({ type: 'dynamic', multiplier: '0.01' }, { quantity: '1234.56', unit: 'cent' })).toBe(`
      usage:
        multiply 12.3456 USD -
          input 1234.56 cent quantity
          input 0.01 - multiplier`);
    expect(lines({ type: 'flat', amount: '9', term: 'arrears' }, {})).toBe(`
      flat:
        input 9 USD flat-fee`);
    const room = { type: 'capacity', tiers: [{ amount: '7', limits: { lines: '9' } }] } as const;
    expect(lines(room, { dimensions: { lines: '4' } })).toBe(`
      tier-1:
        input 7 USD flat-fee`);
  });
});
