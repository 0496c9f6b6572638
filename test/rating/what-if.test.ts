import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bestPlan,
  checkDerivation,
  previewInvoice,
  whatIf,
  type BestPlanInput,
  type WhatIfUse,
} from '../../src/rating/index.js';
import { planOf } from './plans.js';

const starter = planOf({ id: 'starter' });
const business = planOf({ id: 'business', baseFee: '219.00', included: '200', rate: '1.09' });
const monthOf = (start: string, end: string, minutes: number): WhatIfUse => ({
  period: { start, end },
  usage: [{ date: start, quantities: { operator: String(minutes * 60) } }],
  lines: 1,
  addOns: [],
});
const september = (minutes: number): WhatIfUse => monthOf('2026-09-01', '2026-10-01', minutes);
const october = (minutes: number): WhatIfUse => monthOf('2026-10-01', '2026-11-01', minutes);

describe('what a plan would cost', () => {
  test('is its base fee and the overage of the same period', () => {
    expect(whatIf([starter, business], september(150)).map(({ plan, total }) => [plan, total.amount])).toEqual([
      ['starter', '20350'],
      ['business', '21900'],
    ]);
  });

  test('is what the preview of an invoice says, explained alike', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(5), (minutes, lines) => {
        const use = { ...september(minutes), lines, addOns: [{ id: 'queue', name: 'Queue', fee: '10.00' }] };
        const plans = [starter, { ...business, lines: { included: 1, fee: '10.00' } }];
        whatIf(plans, use).forEach(({ total, lines: found }, index) => {
          const { period, ...own } = use;
          const plan = plans[index] ?? starter;
          const dates = { issueDate: period.end, advance: period, arrears: period };
          const preview = previewInvoice({ dates, subscriptions: [{ id: plan.id, plan, trialEnd: null, ...own }] });
          expect(total).toEqual(preview.total);
          expect(found).toEqual(preview.lines);
          found.forEach((line) => expect(checkDerivation(line.derivation)).toEqual([]));
        });
      }),
      { numRuns: 30 },
    );
  });

  test('is refused for plans of two currencies', () => {
    expect(() => whatIf([starter, { ...business, currency: 'EUR' }], september(1))).toThrow(
      expect.objectContaining({ code: 'currency-mismatch' }),
    );
  });
});

describe('the best plan over a history', () => {
  const best = (own: Partial<BestPlanInput>): ReturnType<typeof bestPlan> =>
    bestPlan({
      current: 'starter',
      plans: [starter, business],
      months: [september(260), october(260)],
      minimumMonths: 2,
      ...own,
    });

  test('is the one that would have cost the least', () => {
    const found = best({});
    expect(found).toMatchObject({ verdict: 'switch', best: 'business', worseMonths: 0 });
    expect(found.saving.amount).toBe('12200');
    expect(found.costs.map(({ plan, total, regret }) => [plan, total.amount, regret.amount])).toEqual([
      ['starter', '69080', '12200'],
      ['business', '56880', '0'],
    ]);
  });

  test('counts the months in which it would have cost more', () => {
    expect(best({ months: [september(260), october(100)] })).toMatchObject({ best: 'starter', verdict: 'stay' });
    expect(best({ months: [september(400), october(100)] })).toMatchObject({ best: 'business', worseMonths: 1 });
  });

  test('is the current one where another costs the same', () => {
    const twin = { ...starter, id: 'twin' };
    const found = best({ plans: [twin, starter] });
    expect([found.best, found.verdict, found.saving.amount]).toEqual(['starter', 'stay', '0']);
  });

  test('is no advice before there are enough months', () => {
    expect(best({ minimumMonths: 3 }).verdict).toBe('not-enough-history');
  });

  test('is not worth a change that costs more than it saves', () => {
    const change = { date: '2026-11-10', period: { start: '2026-11-01', end: '2026-12-01' } };
    const found = best({ change, months: [september(200)], minimumMonths: 1 });
    expect(found.switchingCost.amount).toBe('8000');
    expect([found.saving.amount, found.verdict]).toEqual(['4900', 'stay']);
  });

  test('is looked for among the plans that hold the current one', () => {
    expect(() => best({ current: 'gone' })).toThrow(expect.objectContaining({ code: 'unknown-plan' }));
  });
});
