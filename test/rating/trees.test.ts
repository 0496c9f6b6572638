import { describe, expect, test } from 'vitest';
import {
  previewInvoice,
  type InvoicePreview,
  type Policies,
  type PreviewInput,
  type RatedSubscription,
} from '../../src/rating/index.js';
import { drawn } from './drawn.js';

const september = { start: '2026-09-01', end: '2026-10-01' };
const october = { start: '2026-10-01', end: '2026-11-01' };
const first = { issueDate: '2026-09-11', advance: september, arrears: null };
const second = { issueDate: '2026-10-01', advance: october, arrears: september };

/** An invoice of the 100-minute plan whose trial ended on 10 September. */
function invoice(policies: Partial<Policies>, own: Partial<RatedSubscription>, dates: PreviewInput['dates'] = first) {
  const operator = { id: 'operator', name: 'Operator minutes', unit: 'minute', included: '100' };
  const usage = { ...operator, reported: { unit: 'second', perUnit: '60' } };
  const price = { type: 'per-unit', unitAmount: '1.29' } as const;
  const plan = {
    ...{ id: 'plan', name: '100 minutes', version: '1', currency: 'USD', exponent: 2, baseFee: '139.00' },
    ...{ usage: [{ ...usage, price }], lines: { included: 1, fee: '10.00' }, policies },
  };
  const subscription = { id: 'main', plan, trialEnd: '2026-09-10', lines: 1, addOns: [], usage: [], ...own };
  return previewInvoice({ dates, subscriptions: [subscription] });
}

const onlyLine = ({ lines }: InvoicePreview, kind: string): string => {
  const [line, ...others] = lines.filter((each) => each.kind === kind);
  expect(others).toEqual([]);
  return line ? drawn(line.derivation) : '';
};

describe('the base fee of a part of a month', () => {
  test('is the rounded rate of a day, times the days after the trial', () => {
    expect(onlyLine(invoice({}, {}), 'base')).toBe(`
      round 92.6 USD line-total | rounding half-up 2
        multiply 92.6 USD prorated
          round 4.63 USD/day rate-per-day | proration.daily-rate half-up 2
            divide 139/30 USD/day rate-per-day
              input 139 USD/month base-fee
              days 30 day days-in-period | 2026-09-01 to 2026-10-01
          days 20 day days-charged | 2026-09-11 to 2026-10-01 | trialEndDay: free`);
  });

  test('is rounded once where the policy rounds the result, and has the last day of the trial where that is charged', () => {
    const proration = { basis: 'calendar-days', round: { step: 'result' }, cap: 'full-price' } as const;
    expect(onlyLine(invoice({ proration, trialEndDay: 'charged' }, {}), 'base')).toBe(`
      round 97.3 USD line-total | rounding half-up 2
        divide 97.3 USD prorated
          multiply 2919 USD -
            input 139 USD/month base-fee
            days 21 day days-charged | 2026-09-10 to 2026-10-01 | trialEndDay: charged
          days 30 day days-in-period | 2026-09-01 to 2026-10-01`);
  });

  test('is the rounded share of the month, times the fee, where the policy rounds the factor', () => {
    const proration = {
      basis: 'calendar-days',
      round: { step: 'factor', scale: 9 },
      cap: 'full-price',
    } as const;
    expect(onlyLine(invoice({ proration, rounding: 'floor' }, {}), 'base')).toBe(`
      round 92.66 USD line-total | rounding floor 2
        multiply 92.666666574 USD prorated
          input 139 USD/month base-fee
          round 0.666666666 - factor | proration.factor floor 9
            divide 2/3 - factor
              days 20 day days-charged | 2026-09-11 to 2026-10-01 | trialEndDay: free
              days 30 day days-in-period | 2026-09-01 to 2026-10-01`);
  });

  test('ends with the subscription', () => {
    expect(onlyLine(invoice({}, { trialEnd: null, end: '2026-09-21' }), 'base')).toContain(
      'days 20 day days-charged | 2026-09-01 to 2026-09-21 | endDay: free',
    );
  });
});

test('the base fee of a whole month has no days', () => {
  expect(onlyLine(invoice({}, {}, second), 'base')).toBe(`
      round 139 USD line-total | rounding half-up 2
        input 139 USD/month base-fee`);
});

test('overage is what was used beyond the prorated allowance, times the price', () => {
  const usage = [{ date: '2026-09-20', quantities: { operator: '4620' } }];
  expect(onlyLine(invoice({}, { usage }, second), 'overage')).toBe(`
      round 12.9 USD line-total | rounding half-up 2
        multiply 12.9 USD -
          subtract 10 minute over
            divide 77 minute used
              input 4620 second metered
              input 60 second/minute per-unit
            round 67 minute allowance | allowance.rounding half-up 0
              multiply 66.6 minute prorated
                round 3.33 minute/day rate-per-day | proration.daily-rate half-up 2
                  divide 10/3 minute/day rate-per-day
                    input 100 minute/month included
                    days 30 day days-in-period | 2026-09-01 to 2026-10-01
                days 20 day days-charged | 2026-09-11 to 2026-10-01 | trialEndDay: free
          input 1.29 USD/minute unit-price`);
});

test('further lines leave out the included ones, and are prorated where the policy says so', () => {
  expect(onlyLine(invoice({ lines: 'prorated' }, { lines: 3 }), 'lines')).toBe(`
      round 13.4 USD line-total | rounding half-up 2
        multiply 13.4 USD prorated
          round 0.67 USD/day rate-per-day | proration.daily-rate half-up 2
            divide 2/3 USD/day rate-per-day
              multiply 20 USD/month -
                subtract 2 line lines-charged
                  input 3 line lines
                  input 1 line lines-included
                input 10 USD/line line-fee
              days 30 day days-in-period | 2026-09-01 to 2026-10-01
          days 20 day days-charged | 2026-09-11 to 2026-10-01 | trialEndDay: free`);
});

test('the total adds the lines by their keys', () => {
  expect(drawn(invoice({}, { lines: 3 }).derivation)).toBe(`
      add 112.6 USD total
        line 92.6 USD line-total | main/base/plan/2026-09-11
        line 20 USD line-total | main/lines/lines/2026-09-01`);
});
