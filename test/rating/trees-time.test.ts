import { expect, test } from 'vitest';
import { advanceSchedule, rateCommitment, rateSeatTime, rateUnitsInAdvance } from '../../src/rating/index.js';
import { drawn } from './drawn.js';

const usd = { currency: 'USD', exponent: 2 };
const cents = { mode: 'half-up', scale: 2 } as const;

test('charges in advance are shares of their periods, rounded one by one', () => {
  const schedule = advanceSchedule({
    amount: '99.99',
    currency: 'USD',
    billingPeriod: 'monthly',
    billCycleDay: 27,
    start: '2024-02-14',
    end: '2024-03-28',
    targetDate: '2024-03-27',
    factorScale: 5,
    rounding: cents,
  });
  expect(schedule.lines.map(({ start, end, amount }) => [start, end, amount])).toEqual([
    ['2024-02-14', '2024-02-27', '41.93'],
    ['2024-02-27', '2024-03-27', '99.99'],
    ['2024-03-27', '2024-03-28', '3.23'],
  ]);
  expect(schedule.lines.map(({ derivation }) => drawn(derivation)).join('')).toBe(`
      round 41.93 USD line-total | rounding half-up 2
        multiply 41.9308065 USD -
          input 99.99 USD full-price
          round 0.41935 - factor | factorScale half-up 5
            divide 13/31 - factor
              days 13 day days-charged | 2024-02-14 to 2024-02-27
              days 31 day days-in-period | 2024-01-27 to 2024-02-27
      round 99.99 USD line-total | rounding half-up 2
        input 99.99 USD full-price
      round 3.23 USD line-total | rounding half-up 2
        multiply 3.2256774 USD -
          input 99.99 USD full-price
          round 0.03226 - factor | factorScale half-up 5
            divide 1/31 - factor
              days 1 day days-charged | 2024-03-27 to 2024-03-28
              days 31 day days-in-period | 2024-03-27 to 2024-04-27`);
  expect(drawn(schedule.derivation)).toBe(`
      add 145.15 USD total
        line 41.93 USD line-total | 2024-02-14
        line 99.99 USD line-total | 2024-02-27
        line 3.23 USD line-total | 2024-03-27`);
  expect(schedule.cycles).toBe('1.45161');
});

test('seats are held for the days that are left of their period', () => {
  const price = {
    type: 'graduated',
    tiers: [
      { upTo: '5', unitAmount: '10', flatAmount: '100' },
      { upTo: null, unitAmount: '5', flatAmount: '50' },
    ],
  } as const;
  const seats = rateSeatTime({
    ...usd,
    price,
    period: { start: '2023-09-01', end: '2023-10-01' },
    opening: '4',
    changes: [
      { at: '2023-09-16', delta: '3' },
      { at: '2023-09-22', delta: '-1' },
    ],
    removalEffective: 'next-day',
    unit: 'seat',
  });
  expect(drawn(seats.derivation)).toBe(`
      round 198.67 USD total | rounding half-up 2
        subtract 596/3 USD prorated
          add 200 USD held
            add 40 USD units
              multiply 40 USD -
                input 4 seat quantity
                input 10 USD/seat unit-price
            divide 10 USD prorated
              multiply 300 USD -
                add 20 USD units
                  multiply 10 USD -
                    subtract 1 seat tier-quantity
                      min 5 seat -
                        add 7 seat total-quantity
                          input 4 seat prior-quantity
                          input 3 seat quantity
                        input 5 seat tier-end
                      input 4 seat prior-quantity
                    input 10 USD/seat unit-price
                  multiply 10 USD -
                    subtract 2 seat tier-quantity
                      add 7 seat total-quantity
                        input 4 seat prior-quantity
                        input 3 seat quantity
                      input 5 seat tier-start
                    input 5 USD/seat unit-price
                days 15 day days-charged | 2023-09-16 to 2023-10-01
              days 30 day days-in-period | 2023-09-01 to 2023-10-01
            add 150 USD flat-fee
              input 100 USD flat-fee
              input 50 USD flat-fee
          add 4/3 USD removed
            divide 4/3 USD prorated
              multiply 40 USD -
                add 5 USD units
                  multiply 5 USD -
                    subtract 1 seat tier-quantity
                      add 7 seat total-quantity
                        input 6 seat prior-quantity
                        input 1 seat quantity
                      input 6 seat prior-quantity
                    input 5 USD/seat unit-price
                days 8 day days-charged | 2023-09-23 to 2023-10-01
              days 30 day days-in-period | 2023-09-01 to 2023-10-01`);
});

test('units in advance are charged above the most that was paid for', () => {
  const { phases } = rateUnitsInAdvance({
    ...usd,
    unitAmount: '10.005',
    readings: ['10', '15.5', '12'],
    rounding: 'down',
  });
  expect(phases.map(({ derivation }) => drawn(derivation)).join('')).toBe(`
      round 100.05 USD total | rounding down 2
        multiply 100.05 USD -
          subtract 10 unit quantity
            input 10 unit quantity
            input 0 unit already-charged
          input 10.005 USD/unit unit-price
      round 55.02 USD total | rounding down 2
        multiply 55.0275 USD -
          subtract 5.5 unit quantity
            input 15.5 unit quantity
            input 10 unit already-charged
          input 10.005 USD/unit unit-price
      round 0 USD total | rounding down 2
        multiply 0 USD -
          input 0 unit quantity
          input 10.005 USD/unit unit-price`);
});

test('the true-up of a commitment is what the rounded fees leave of the minimum', () => {
  const trueUp = rateCommitment({
    ...usd,
    minimum: '10000',
    fees: [{ ref: 'a', amount: '1000', prorate: true }, { amount: '70' }],
    span: {
      fullPeriod: { start: '2023-01-01', end: '2024-01-01' },
      servicePeriod: { start: '2023-02-01', end: '2024-01-01' },
    },
    roundProratedMinimum: true,
  });
  expect(drawn(trueUp.derivation)).toBe(`
      round 8165.61 USD total | rounding half-up 2
        max 8165.61 USD -
          subtract 8165.61 USD shortfall
            round 9150.68 USD prorated | rounding half-up 2
              divide 668000/73 USD prorated
                multiply 3340000 USD -
                  input 10000 USD minimum
                  days 334 day days-charged | 2023-02-01 to 2024-01-01
                days 365 day days-in-period | 2023-01-01 to 2024-01-01
            add 985.07 USD fees
              round 915.07 USD prorated | rounding half-up 2
                divide 66800/73 USD prorated
                  multiply 334000 USD -
                    input 1000 USD fee
                    days 334 day days-charged | 2023-02-01 to 2024-01-01
                  days 365 day days-in-period | 2023-01-01 to 2024-01-01
              round 70 USD fee | rounding half-up 2
                input 70 USD fee
          input 0 USD nothing`);
});
