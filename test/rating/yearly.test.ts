import { describe, expect, test } from 'vitest';
import {
  bestPlan,
  breakEven,
  checkInvoice,
  costEffectiveTo,
  previewInvoice,
  steps,
  whatIf,
  type InvoicePreview,
  type Period,
  type PlanChange,
  type RatedSubscription,
} from '../../src/rating/index.js';
import { planOf } from './plans.js';
import { thrownBy } from './thrown.js';

const monthly = planOf();
const yearly = planOf({
  id: 'starter-yearly',
  baseFee: '1390.00',
  interval: 'year',
  lines: { included: 1, fee: '10.00' },
});
const month = (start: string, end: string): Period => ({ start, end });
const [september, october, november] = [
  month('2026-09-01', '2026-10-01'),
  month('2026-10-01', '2026-11-01'),
  month('2026-11-01', '2026-12-01'),
];
const usage = (date: string, minutes: number) => [{ date, quantities: { operator: String(minutes * 60) } as const }];

const paid: RatedSubscription = {
  id: 's',
  plan: yearly,
  trialEnd: null,
  yearStart: '2025-10-01',
  lines: 2,
  addOns: [],
  usage: usage('2026-09-03', 110),
};

function invoice(subscription: RatedSubscription, arrears: Period | null, advance: Period): InvoicePreview {
  const preview = previewInvoice({
    dates: { issueDate: advance.start, advance, arrears },
    subscriptions: [subscription],
  });
  expect(checkInvoice(preview)).toEqual([]);
  return preview;
}

const rows = ({ lines }: InvoicePreview): string[] =>
  lines.map(({ kind, amount, period, unit }) => `${kind} ${amount.amount} ${period.start}–${period.end} ${unit}`);

describe('a yearly base fee', () => {
  test('is charged where its year begins, beside overage and lines by the month', () => {
    expect(rows(invoice(paid, september, october))).toEqual([
      'base 139000 2026-10-01–2027-10-01 year',
      'overage 1290 2026-09-01–2026-10-01 minute',
      'lines 1000 2026-10-01–2026-11-01 line',
    ]);
  });

  test('is charged in no other month', () => {
    expect(rows(invoice(paid, october, november))).toEqual(['lines 1000 2026-11-01–2026-12-01 line']);
  });

  test('is charged in full for the year that begins after a trial, whose month has a part of its allowance', () => {
    const first = { ...paid, trialEnd: '2026-09-10', yearStart: '2026-09-11', usage: [] };
    expect(rows(invoice(first, null, september))).toEqual([
      'base 139000 2026-09-11–2027-09-11 year',
      'lines 1000 2026-09-01–2026-10-01 line',
    ]);
    const second = invoice({ ...first, usage: usage('2026-09-20', 77) }, september, october);
    expect(rows(second)).toEqual([
      'overage 1290 2026-09-11–2026-10-01 minute',
      'lines 1000 2026-10-01–2026-11-01 line',
    ]);
  });

  test('is prorated by the days of its year where the subscription ends within it', () => {
    const [base] = invoice({ ...paid, end: '2027-01-01' }, september, october).lines;
    // 1390.00 ÷ 365 days = 3.81 a day, × 92 days
    expect(base?.amount.amount).toBe('35052');
  });

  test('keeps its day through leap years: years from 29 February begin on the 28th, and on the 29th again', () => {
    const leap = { ...paid, yearStart: '2024-02-29' };
    const starts = [2027, 2028].map((year) => {
      const advance = month(`${year}-02-01`, `${year}-03-01`);
      return invoice(leap, null, advance).lines[0]?.period.start;
    });
    expect(starts).toEqual(['2027-02-28', '2028-02-29']);
  });

  test('of the next plan is charged with the change', () => {
    const changing = { ...paid, plan: monthly, nextPlan: yearly, yearStart: '2026-10-01' };
    expect(rows(invoice(changing, september, october))[0]).toBe('base 139000 2026-10-01–2027-10-01 year');
  });

  test('is compared as a twelfth, explained', () => {
    const [cost] = whatIf([yearly], { period: september, usage: usage('2026-09-03', 110), lines: 1, addOns: [] });
    expect(cost?.total.amount).toBe('12873');
    const [base] = cost?.lines ?? [];
    expect(base).toMatchObject({ quantity: '1', unit: 'year', unitPrice: '1390' });
    expect(
      steps(base?.derivation as never).map(({ op, operands, result }) => [
        op,
        operands.map(({ value, unit }) => [value, unit]),
        result.value,
      ]),
    ).toEqual([
      [
        'divide',
        [
          ['1390', 'USD/year'],
          ['12', 'month'],
        ],
        '115.83',
      ],
    ]);
  });

  test('makes a plan the best one that costs less over the months', () => {
    const use = { period: september, usage: [], lines: 1, addOns: [] };
    const best = bestPlan({ current: monthly.id, plans: [monthly, yearly], months: [use, use], minimumMonths: 1 });
    expect([best.best, best.saving.amount]).toEqual([yearly.id, String(2 * (13900 - 11583))]);
  });

  test('is a twelfth where plans break even, and no next plan up for one by the month', () => {
    const large = planOf({ id: 'large', baseFee: '2772.00', included: '200', interval: 'year' });
    // 231.00 a month: 139.00 + x × 1.29 from 100 minutes on
    expect(breakEven(monthly, large, 'operator')?.quantity).toBe('22100/129');
    expect(costEffectiveTo(monthly, [large], 'operator')).toBeNull();
    expect(costEffectiveTo(yearly, [monthly, large], 'operator')?.plan).toBe('large');
  });

  test('is refused in arrears, and for any other interval', () => {
    const previewed = (plan: typeof yearly) => () => invoice({ ...paid, plan }, september, october);
    expect(thrownBy(previewed({ ...yearly, policies: { baseFeeTerm: 'arrears' } }))).toEqual([
      'unknown-policy',
      'subscriptions[0].plan.policies.baseFeeTerm',
    ]);
    expect(thrownBy(previewed({ ...yearly, interval: 'quarter' }))).toEqual([
      'unknown-policy',
      'subscriptions[0].plan.interval',
    ]);
    const odd = { ...paid, yearStart: '1 October' };
    expect(thrownBy(() => invoice(odd, september, october))).toEqual(['malformed-date', 'subscriptions[0].yearStart']);
  });
});

describe('a change between a month and a year', () => {
  const year = month('2026-09-01', '2027-09-01');
  const changed = (change: PlanChange): InvoicePreview =>
    previewInvoice({
      dates: { issueDate: change.date, advance: september, arrears: null },
      subscriptions: [],
      currency: { currency: 'USD', exponent: 2 },
      planChanges: [change],
    });
  const toYear = {
    subscription: 's',
    from: monthly,
    to: yearly,
    date: '2026-09-01',
    period: september,
    toPeriod: year,
  };

  test('credits the month and charges the year', () => {
    expect(rows(changed(toYear))).toEqual([
      'plan-change -13900 2026-09-01–2026-10-01 month',
      'plan-change 139000 2026-09-01–2027-09-01 year',
    ]);
  });

  test('credits the days of the year that are left, and no more than was charged for it', () => {
    const back = { planChange: { upgrade: 'prorated', downgrade: 'prorated' } } as const;
    const change = {
      subscription: 's',
      from: { ...yearly, policies: back },
      to: monthly,
      date: '2026-09-16',
      period: year,
      toPeriod: september,
    };
    // 1390.00 ÷ 365 = 3.81 × 350 days; 139.00 ÷ 30 = 4.63 × 15 days
    expect(rows(changed(change))).toEqual([
      'plan-change -133350 2026-09-16–2027-09-01 year',
      'plan-change 6945 2026-09-16–2026-10-01 month',
    ]);
    expect(rows(changed({ ...change, charged: '1000.00' }))[0]).toBe('plan-change -100000 2026-09-16–2027-09-01 year');
  });

  test('is refused where the new period doesn’t hold the day', () => {
    expect(thrownBy(() => changed({ ...toYear, toPeriod: november }))).toEqual([
      'outside-period',
      'planChanges[0].date',
    ]);
  });
});
