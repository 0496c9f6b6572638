import { describe, expect, test } from 'vitest';
import { prorateAmount, ratePlanChange, type ProrateInput } from '../../src/rating/index.js';
import { drawn } from './drawn.js';

const cents = { mode: 'half-up', scale: 2 } as const;
const february = { start: '2023-02-01', end: '2023-03-01' };
const fromTheSecond = { start: '2023-02-02', end: '2023-03-01' };
const byResult = { basis: 'calendar-days', round: { step: 'result' }, cap: 'full-price' } as const;

describe('a price for a part of its period', () => {
  const fifty: ProrateInput = {
    amount: '50',
    currency: 'USD',
    full: february,
    service: fromTheSecond,
    policy: byResult,
    rounding: cents,
    taxRate: '20',
  };
  const gross = (own: Partial<ProrateInput>): string => drawn(prorateAmount({ ...fifty, ...own }).derivations.gross);

  test('is rounded before its tax', () => {
    expect(gross({})).toBe(`
      add 57.85 USD gross
        round 48.21 USD total | rounding half-up 2
          divide 675/14 USD prorated
            multiply 1350 USD -
              input 50 USD/period full-price
              days 27 day days-charged | 2023-02-02 to 2023-03-01
            days 28 day days-in-period | 2023-02-01 to 2023-03-01
        round 9.64 USD tax | rounding half-up 2
          divide 9.642 USD tax
            multiply 964.2 USD -
              round 48.21 USD total | rounding half-up 2
                divide 675/14 USD prorated
                  multiply 1350 USD -
                    input 50 USD/period full-price
                    days 27 day days-charged | 2023-02-02 to 2023-03-01
                  days 28 day days-in-period | 2023-02-01 to 2023-03-01
              input 20 % tax-rate
            input 100 % percent-whole`);
  });

  test('is turned round as a whole for a credit', () => {
    const { derivations } = prorateAmount({ ...fifty, direction: 'credit' });
    expect(drawn(derivations.total)).toBe(`
      multiply -48.21 USD total
        round 48.21 USD total | rounding half-up 2
          divide 675/14 USD prorated
            multiply 1350 USD -
              input 50 USD/period full-price
              days 27 day days-charged | 2023-02-02 to 2023-03-01
            days 28 day days-in-period | 2023-02-01 to 2023-03-01
        input -1 - credit`);
    expect(drawn(derivations.tax).split('\n').slice(0, 4).join('\n')).toBe(`
      multiply -9.64 USD tax
        round 9.64 USD tax | rounding half-up 2
          divide 9.642 USD tax`);
    expect(drawn(derivations.gross).split('\n')[1]).toBe('      add -57.85 USD gross');
  });

  test('is cut by given days, by months of one length, or by seconds', () => {
    const days = { fullDays: '30.5', serviceDays: '20', taxRate: '0' };
    const factor = { step: 'factor', scale: 3, mode: 'up' } as const;
    const total = (own: Partial<ProrateInput>): string => drawn(prorateAmount({ ...fifty, ...own }).derivations.total);
    expect(total({ ...days, policy: { basis: 'given-days', round: factor, cap: 'none' } })).toBe(`
      round 32.8 USD total | rounding half-up 2
        multiply 32.8 USD prorated
          input 50 USD/period full-price
          round 0.656 - factor | proration.factor up 3
            divide 40/61 - factor
              input 20 day days-charged
              input 30.5 day days-in-period`);
    expect(total({ policy: { basis: 'fixed-days', monthDays: 30, round: { step: 'result', scale: 4 }, cap: 'none' } }))
      .toBe(`
      round 48.33 USD total | rounding half-up 2
        round 48.3333 USD prorated | proration.result half-up 4
          divide 145/3 USD prorated
            multiply 1450 USD -
              input 50 USD/period full-price
              days 29 day days-charged | 2023-02-02 to 2023-03-01 | months of 30
            days 30 day days-in-period | 2023-02-01 to 2023-03-01 | months of 30`);
    const seconds = {
      full: { start: '2024-11-01T04:00:00Z', end: '2024-12-01T05:00:00Z' },
      service: { start: '2024-11-16T05:00:00Z', end: '2024-12-01T05:00:00Z' },
      policy: { basis: 'seconds', round: { step: 'daily-rate', scale: 8 }, cap: 'none' },
    } as const;
    expect(total(seconds)).toBe(`
      round 24.96 USD total | rounding half-up 2
        multiply 24.96096 USD prorated
          round 0.00001926 USD/second rate-per-second | proration.daily-rate half-up 8
            divide 1/51912 USD/second rate-per-second
              input 50 USD/period full-price
              seconds 2595600 second seconds-in-period | 2024-11-01T04:00:00Z to 2024-12-01T05:00:00Z
          seconds 1296000 second seconds-charged | 2024-11-16T05:00:00Z to 2024-12-01T05:00:00Z`);
  });

  test('has both boundary days or neither of them', () => {
    const total = (boundaryDays: 'both' | 'neither'): string =>
      drawn(
        prorateAmount({
          ...fifty,
          service: { start: '2023-02-02', end: '2023-02-12' },
          policy: { ...byResult, boundaryDays },
        }).derivations.total,
      );
    expect(total('both')).toBe(`
      round 19.64 USD total | rounding half-up 2
        divide 275/14 USD prorated
          multiply 550 USD -
            input 50 USD/period full-price
            days 11 day days-charged | 2023-02-02 to 2023-02-13 | boundaryDays: both
          days 28 day days-in-period | 2023-02-01 to 2023-03-01`);
    expect(total('neither')).toBe(`
      round 16.07 USD total | rounding half-up 2
        divide 225/14 USD prorated
          multiply 450 USD -
            input 50 USD/period full-price
            days 9 day days-charged | 2023-02-03 to 2023-02-12 | boundaryDays: neither
          days 28 day days-in-period | 2023-02-01 to 2023-03-01`);
  });

  test('is not more than the full price where a rounded rate would make it so', () => {
    const policy = {
      basis: 'calendar-days',
      round: { step: 'daily-rate', scale: 0, mode: 'up' },
      cap: 'full-price',
    } as const;
    expect(drawn(prorateAmount({ ...fifty, policy }).derivations.total)).toBe(`
      round 50 USD total | rounding half-up 2
        min 50 USD -
          multiply 54 USD prorated
            round 2 USD/day rate-per-day | proration.daily-rate up 0
              divide 25/14 USD/day rate-per-day
                input 50 USD/period full-price
                days 28 day days-in-period | 2023-02-01 to 2023-03-01
            days 27 day days-charged | 2023-02-02 to 2023-03-01
          input 50 USD full-price`);
    expect(drawn(prorateAmount({ ...fifty, amount: '-50', policy }).derivations.total)).toBe(`
      round -50 USD total | rounding half-up 2
        max -50 USD -
          multiply -54 USD prorated
            round -2 USD/day rate-per-day | proration.daily-rate up 0
              divide -25/14 USD/day rate-per-day
                input -50 USD/period full-price
                days 28 day days-in-period | 2023-02-01 to 2023-03-01
            days 27 day days-charged | 2023-02-02 to 2023-03-01
          input -50 USD full-price`);
  });
});

test('a change of plan is the charge less the credit, which is at most what was charged', () => {
  const { derivations } = ratePlanChange({
    currency: 'USD',
    credit: { amount: '50', full: february, part: fromTheSecond, charged: '40' },
    charge: { amount: '100', full: february, part: fromTheSecond },
    planChange: { upgrade: 'prorated', downgrade: 'next-period' },
    proration: byResult,
    rounding: cents,
    taxRate: '10',
  });
  expect(drawn(derivations.total)).toBe(`
      subtract 62.07 USD total
        add 106.07 USD charge-gross
          round 96.43 USD charge-net | rounding half-up 2
            divide 675/7 USD prorated
              multiply 2700 USD -
                input 100 USD/period base-fee
                days 27 day days-charged | 2023-02-02 to 2023-03-01
              days 28 day days-in-period | 2023-02-01 to 2023-03-01
          round 9.64 USD charge-tax | rounding half-up 2
            divide 9.643 USD tax
              multiply 964.3 USD -
                round 96.43 USD charge-net | rounding half-up 2
                  divide 675/7 USD prorated
                    multiply 2700 USD -
                      input 100 USD/period base-fee
                      days 27 day days-charged | 2023-02-02 to 2023-03-01
                    days 28 day days-in-period | 2023-02-01 to 2023-03-01
                input 10 % tax-rate
              input 100 % percent-whole
        add 44 USD credit-gross
          min 40 USD credit-net
            round 48.21 USD credit-net | rounding half-up 2
              divide 675/14 USD prorated
                multiply 1350 USD -
                  input 50 USD/period base-fee
                  days 27 day days-charged | 2023-02-02 to 2023-03-01
                days 28 day days-in-period | 2023-02-01 to 2023-03-01
            input 40 USD already-charged
          round 4 USD credit-tax | rounding half-up 2
            divide 4 USD tax
              multiply 400 USD -
                min 40 USD credit-net
                  round 48.21 USD credit-net | rounding half-up 2
                    divide 675/14 USD prorated
                      multiply 1350 USD -
                        input 50 USD/period base-fee
                        days 27 day days-charged | 2023-02-02 to 2023-03-01
                      days 28 day days-in-period | 2023-02-01 to 2023-03-01
                  input 40 USD already-charged
                input 10 % tax-rate
              input 100 % percent-whole`);
});

test('a change of plan that waits is nothing', () => {
  const { derivations } = ratePlanChange({
    currency: 'USD',
    credit: { amount: '50' },
    charge: { amount: '40' },
    planChange: { upgrade: 'prorated', downgrade: 'next-period' },
    proration: byResult,
    rounding: cents,
  });
  expect(drawn(derivations.creditNet)).toBe(`
      round 0 USD credit-net | rounding half-up 2
        input 0 USD credit`);
  expect(drawn(derivations.chargeNet)).toBe(`
      round 0 USD charge-net | rounding half-up 2
        input 0 USD charge`);
});
