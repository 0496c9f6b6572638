import { describe, expect, test } from 'vitest';
import {
  applyUsageDiscount,
  convertUnits,
  rateCharge,
  rateProgressive,
  type ChargeUsage,
  type Derivation,
  type Price,
  type RatedCharge,
} from '../../src/rating/index.js';
import { drawn } from './drawn.js';

const usd = { currency: 'USD', exponent: 2 };
const exact = { rounding: { mode: 'half-up', at: 'charge' } } as const;
const tiers = [
  { upTo: '10', unitAmount: '2', flatAmount: '3' },
  { upTo: null, unitAmount: '1' },
];

const rated = (price: Price, usage: ChargeUsage, terms: object = {}): RatedCharge =>
  rateCharge({ ...usd, ...terms, price, usage });
/** The trees of the lines, unrounded. */
const lines = (price: Price, usage: ChargeUsage, terms: object = {}): string =>
  rated(price, usage, { ...exact, ...terms })
    .lines.map(({ ref, derivation }) => `\n      ${ref}:${drawn(derivation, '\n        ')}`)
    .join('');

test('units are converted, rounded and partly free before they are priced', () => {
  const conversion = { operation: 'divide', factor: '60', rounding: 'up', precision: 1 } as const;
  const terms = { conversion, freeQuantity: '1' };
  expect(lines({ type: 'per-unit', unitAmount: '2' }, { quantity: '100', priorQuantity: '30', unit: 'second' }, terms))
    .toBe(`
      unit:
        multiply 2.4 USD -
          subtract 1.2 second quantity
            round 1.7 second used | conversion.rounding up 1
              divide 5/3 second used
                input 100 second quantity
                input 60 - factor
            min 0.5 second free-units
              round 1.7 second used | conversion.rounding up 1
                divide 5/3 second used
                  input 100 second quantity
                  input 60 - factor
              subtract 0.5 second free-units
                input 1 second free-units
                round 0.5 second used | conversion.rounding up 1
                  divide 0.5 second used
                    input 30 second prior-quantity
                    input 60 - factor
          input 2 USD/second unit-price`);
  expect(lines({ type: 'per-unit', unitAmount: '2' }, { quantity: '100', priorQuantity: '90', unit: 'second' }, terms))
    .toBe(`
      unit:
        multiply 3.4 USD -
          round 1.7 second used | conversion.rounding up 1
            divide 5/3 second used
              input 100 second quantity
              input 60 - factor
          input 2 USD/second unit-price`);
  expect(
    drawn(
      convertUnits({ quantity: '7', conversion: { operation: 'multiply', factor: '3', rounding: 'exact' } }).derivation,
    ),
  ).toBe(`
      multiply 21 - used
        input 7 - metered
        input 3 - factor`);
  expect(drawn(applyUsageDiscount({ quantity: '15', priorQuantity: '5', freeQuantity: '10' }).derivation)).toBe(`
      subtract 10 - quantity
        input 15 - used
        min 5 - free-units
          input 15 - used
          subtract 5 - free-units
            input 10 - free-units
            input 5 - prior-quantity`);
});

describe('the steps after the price', () => {
  const price = { type: 'per-unit', unitAmount: '10.005' } as const;
  const credits = [
    { id: 'old', amount: '70' },
    { id: 'new', amount: '15' },
  ];
  const usage = { quantity: '16', priorBilled: '5', position: 'last' } as const;
  const capped = (): RatedCharge => rated(price, usage, { percentDiscount: '50', maximum: '80' });
  const paid = (): RatedCharge => rated(price, usage, { percentDiscount: '50', minimum: '90', credits });
  const trees = (list: readonly { ref: string; derivation: Derivation }[]): string =>
    list.map(({ ref, derivation }) => `\n      ${ref}:${drawn(derivation, '\n        ')}`).join('');

  test('are discounts: the percentage, then what passes the maximum', () => {
    expect(trees(capped().lines[0]?.discounts ?? [])).toBe(`
      percent:
        round 80.04 USD discount | rounding half-up 2
          multiply 80.04 USD discount
            line 160.08 USD line-total | unit/amount
            divide 0.5 - fraction
              input 50 percent rate
              input 100 percent hundred
      maximum:
        round 5.04 USD discount | rounding half-up 2
          min 5.04 USD discount
            subtract 80.04 USD net
              line 160.08 USD line-total | unit/amount
              round 80.04 USD discount | rounding half-up 2
                multiply 80.04 USD discount
                  line 160.08 USD line-total | unit/amount
                  divide 0.5 - fraction
                    input 50 percent rate
                    input 100 percent hundred
            subtract 5.04 USD over-maximum
              add 85.04 USD billed
                input 5 USD prior-billed
                subtract 80.04 USD net
                  line 160.08 USD line-total | unit/amount
                  round 80.04 USD discount | rounding half-up 2
                    multiply 80.04 USD discount
                      line 160.08 USD line-total | unit/amount
                      divide 0.5 - fraction
                        input 50 percent rate
                        input 100 percent hundred
              input 80 USD maximum`);
  });

  test('are the minimum and the credits that pay for each line', () => {
    expect(trees(paid().lines.flatMap(({ credits }) => credits))).toBe(`
      old:
        min 70 USD credit
          line 80.04 USD line-total | unit/net
          input 70 USD credit
      new:
        min 10.04 USD credit
          subtract 10.04 USD due
            line 80.04 USD line-total | unit/net
            add 70 USD paid
              line 70 USD line-total | unit/credits/old
          input 15 USD credit
      new:
        min 4.96 USD credit
          line 4.96 USD line-total | minimum/net
          subtract 4.96 USD credit
            input 15 USD credit
            add 10.04 USD used
              line 10.04 USD line-total | unit/credits/new`);
    expect(trees(paid().lines)).toBe(`
      unit:
        subtract 0 USD line-total
          round 160.08 USD line-amount | rounding half-up 2
            multiply 160.08 USD -
              input 16 unit quantity
              input 10.005 USD/unit unit-price
          add 160.08 USD taken-off
            round 80.04 USD discount | rounding half-up 2
              multiply 80.04 USD discount
                line 160.08 USD line-total | unit/amount
                divide 0.5 - fraction
                  input 50 percent rate
                  input 100 percent hundred
            min 70 USD credit
              line 80.04 USD line-total | unit/net
              input 70 USD credit
            min 10.04 USD credit
              subtract 10.04 USD due
                line 80.04 USD line-total | unit/net
                add 70 USD paid
                  line 70 USD line-total | unit/credits/old
              input 15 USD credit
      minimum:
        subtract 0 USD line-total
          round 4.96 USD line-amount | rounding half-up 2
            subtract 4.96 USD shortfall
              input 90 USD minimum
              add 85.04 USD billed
                input 5 USD prior-billed
                line 80.04 USD line-total | unit/net
          add 4.96 USD taken-off
            min 4.96 USD credit
              line 4.96 USD line-total | minimum/net
              subtract 4.96 USD credit
                input 15 USD credit
                add 10.04 USD used
                  line 10.04 USD line-total | unit/credits/new`);
  });

  test('end in the sum of what is left of each line', () => {
    expect(drawn(paid().derivation)).toBe(`
      add 0 USD total
        line 0 USD line-total | unit
        line 0 USD line-total | minimum`);
    expect(drawn(rated({ type: 'per-unit', unitAmount: '0.015' }, { quantity: '1' }, exact).derivation)).toBe(`
      round 0.02 USD total | rounding half-up 2
        add 0.015 USD total
          line 0.015 USD line-total | unit`);
  });
});

test('each bill of a period is what it came to so far, less the bills before', () => {
  const readings = [{ cumulative: '4' }, { cumulative: '9' }, { cumulative: '12', final: true }];
  const { phases } = rateProgressive({ ...usd, price: { type: 'graduated', tiers }, readings });
  expect(phases.map(({ derivation }) => drawn(derivation)).join('')).toBe(`
      line 11 USD line-total | running
      subtract 10 USD total
        line 21 USD line-total | running
        add 11 USD billed
          line 11 USD line-total | phase-1
      subtract 4 USD total
        line 25 USD line-total | running
        add 21 USD billed
          line 11 USD line-total | phase-1
          line 10 USD line-total | phase-2`);
});
