import { describe, expect, test } from 'vitest';
import { explain, roundings, sentenceText } from '../../src/locale/explain.js';
import { previewAllowances, previewInvoice, type RatedPlan, type RatedSubscription } from '../../src/rating/index.js';

const plan: RatedPlan = {
  id: 'minutes-100',
  name: '100 minutes',
  version: '1',
  currency: 'USD',
  exponent: 2,
  baseFee: '139.00',
  lines: { included: 1, fee: '10.00' },
  usage: [
    {
      id: 'operator',
      name: 'Operator minutes',
      unit: 'minute',
      reported: { unit: 'second', perUnit: '60' },
      included: '100',
      price: { type: 'per-unit', unitAmount: '1.29' },
    },
  ],
};
const subscription: RatedSubscription = {
  id: 'sub-1',
  plan,
  trialEnd: '2026-09-10',
  lines: 3,
  addOns: [],
  usage: [{ date: '2026-09-20', quantities: { operator: '4620' } }],
};
const september = { start: '2026-09-01', end: '2026-10-01' };
const october = { start: '2026-10-01', end: '2026-11-01' };
const first = previewInvoice({
  dates: { issueDate: '2026-09-11', advance: september, arrears: null },
  subscriptions: [subscription],
});
const second = previewInvoice({
  dates: { issueDate: '2026-10-01', advance: october, arrears: september },
  subscriptions: [subscription],
});
const wording = { tag: 'en', currency: plan };
const words = (derivation: Parameters<typeof explain>[0]): string[] => explain(derivation, wording).map(sentenceText);

describe('an explanation', () => {
  test('is one line of arithmetic where each step goes on from the one before', () => {
    const [base] = first.lines;
    expect(base && words(base.derivation)).toEqual(['139.00 per month ÷ 30 days = 4.63 per day × 20 days = 92.60']);
    expect(base && roundings(base.derivation, wording)).toEqual(['4.6333… per day, rounded to 4.63 per day']);
  });

  test('is several lines where a step begins anew', () => {
    const overage = second.lines.find(({ kind }) => kind === 'overage');
    expect(overage && words(overage.derivation)).toEqual([
      '4,620 seconds ÷ 60 seconds per minute = 77 minutes used',
      '100 minutes per month ÷ 30 days = 3.33 minutes per day × 20 days = 66.60, rounded to 67 minutes',
      '77 minutes used − 67 minutes included = 10 minutes over × 1.29 per minute = 12.90',
    ]);
  });

  test('says which lines are charged', () => {
    const lines = first.lines.find(({ kind }) => kind === 'lines');
    expect(lines && words(lines.derivation)).toEqual(['3 lines − 1 line included = 2 lines × 10.00 per line = 20.00']);
  });

  test('names the lines that a total adds up', () => {
    const nameOf = (key: string): string => (key.includes('/base/') ? 'Base fee' : 'Further lines');
    expect(explain(first.derivation, { ...wording, nameOf }).map(sentenceText)).toEqual([
      'Base fee 92.60 + Further lines 20.00 = 112.60',
    ]);
  });

  test('of an amount that nothing was done to is empty', () => {
    const base = second.lines.find(({ kind }) => kind === 'base');
    expect(base && words(base.derivation)).toEqual([]);
  });

  test('of an allowance names its rounding', () => {
    const [status] = previewAllowances(september, [subscription]);
    expect(status && words(status.derivation).join()).toContain('66.60, rounded to 67 minutes');
  });
});
