import { describe, expect, test } from 'vitest';
import { advanceSchedule, anchorDates, prorateAmount, ratePlanChange } from '../../src/rating/index.js';
import { changed, expected, outcome, type Change } from './changed.js';
import { calls, type Json } from './inputs.js';
import { amount, proration, rounding } from './usual-changes.js';

const validOf = (run: unknown): Json => calls.find((call) => call.run === run)?.inputs[0] ?? null;

const whole = (path: string, most: number): Change[] => [
  [path, most, 'ok'],
  [path, most + 1, 'malformed-number'],
  [path, 1, 'ok'],
  [path, 0, 'malformed-number'],
  [path, 1.5, 'malformed-number'],
  [path, '1', 'malformed-number'],
];
const taxRate: Change[] = [
  ['taxRate', undefined, 'ok'],
  ['taxRate', '0', 'ok'],
  ['taxRate', '101', 'ok'],
  ['taxRate', '-0.01', 'percentage-out-of-range'],
  ['taxRate', 20, 'malformed-number'],
];

const givenDays = {
  ...(validOf(prorateAmount) as object),
  policy: { basis: 'given-days', round: { step: 'result' }, cap: 'full-price' },
  fullDays: '30',
  serviceDays: '20',
};
const bySeconds = {
  ...(validOf(prorateAmount) as object),
  policy: { basis: 'seconds', round: { step: 'result' }, cap: 'full-price' },
  full: { start: '2024-11-01T04:00:00Z', end: '2024-12-01T05:00:00Z' },
  service: { start: '2024-11-16T05:00:00Z', end: '2024-12-01T05:00:00Z' },
};

const REFUSED: [string, (input: never) => unknown, unknown, Change[]][] = [
  [
    'a prorated amount',
    prorateAmount,
    validOf(prorateAmount),
    [
      ['', null, 'malformed-input', 'input'],
      ['', 'x', 'malformed-input', 'input'],
      ['amount', '-139', 'ok'],
      ['amount', 139, 'malformed-number'],
      ['currency', '', 'malformed-input'],
      ['direction', undefined, 'ok'],
      ['direction', 'charge', 'ok'],
      ['direction', 'back', 'unknown-policy'],
      ...rounding,
      ...taxRate,
      ...proration('policy'),
      ['full', undefined, 'missing-policy'],
      ['service', undefined, 'missing-policy'],
      ['full', null, 'malformed-input'],
      ['service', null, 'malformed-date', 'charged.end'],
      ['full.start', '2024-02-30', 'malformed-date'],
      ['full', { start: '2024-02-15', end: '2024-02-15' }, 'period-empty'],
      ['full', { start: '2024-02-15', end: '2024-02-14' }, 'period-reversed'],
      ['service', { start: '2024-02-15', end: '2024-02-14' }, 'period-reversed', 'charged'],
      ['service', { start: '2024-02-15', end: '2024-02-15' }, 'ok'],
      ['service', { start: '2024-02-01', end: '2024-03-02' }, 'ok'],
      ['service', { start: '2024-02-29', end: '2024-03-31' }, 'ok'],
      ['service', { start: '2024-03-01', end: '2024-03-02' }, 'outside-period', 'charged'],
      ['service', { start: '2024-01-31', end: '2024-02-10' }, 'outside-period', 'charged'],
      ['policy.boundaryDays', 'both', 'outside-period', 'charged'],
    ],
  ],
  [
    'an amount prorated by given days',
    prorateAmount,
    givenDays,
    [
      ['serviceDays', '0', 'ok'],
      ['serviceDays', '-1', 'negative-quantity'],
      ['serviceDays', undefined, 'malformed-number'],
      ['fullDays', '0', 'period-empty'],
      ['fullDays', '-1', 'period-empty'],
      ['fullDays', undefined, 'malformed-number'],
    ],
  ],
  [
    'an amount prorated by seconds',
    prorateAmount,
    bySeconds,
    [
      ['full.start', '2024-11-01', 'malformed-date'],
      ['service.start', 'x', 'malformed-date', 'charged.start'],
      ['service.end', 'x', 'malformed-date', 'charged.end'],
      ['full.end', '2024-11-01T04:00:00Z', 'period-empty', 'full'],
      ['full.end', '2024-11-01T03:00:00Z', 'period-empty', 'full'],
      ['service.end', '2024-11-16T05:00:00Z', 'ok'],
      ['service.end', '2024-11-16T04:59:59Z', 'period-reversed', 'charged'],
      ['service.start', '2024-11-01T04:00:00Z', 'ok'],
      ['service.start', '2024-11-01T03:59:59Z', 'outside-period', 'charged'],
      ['service', { start: '2024-12-01T05:00:00Z', end: '2024-12-01T06:00:00Z' }, 'ok'],
      ['service', { start: '2024-12-01T05:00:01Z', end: '2024-12-01T06:00:00Z' }, 'outside-period', 'charged'],
    ],
  ],
  [
    'a change of plan',
    ratePlanChange,
    validOf(ratePlanChange),
    [
      ['', null, 'malformed-input', 'input'],
      ['currency', 7, 'malformed-input'],
      ['credit', null, 'malformed-input'],
      ['charge', undefined, 'malformed-input'],
      ['planChange', null, 'missing-policy'],
      ['planChange.upgrade', undefined, 'missing-policy'],
      ['planChange.upgrade', 'whole-cycle', 'ok'],
      ['planChange.downgrade', 'tomorrow', 'unknown-policy'],
      ...proration('proration'),
      ...rounding,
      ...taxRate,
      ...amount('credit.amount'),
      ...amount('charge.amount'),
      ...amount('credit.charged'),
      ['credit.full', undefined, 'missing-policy'],
      ['charge.part', undefined, 'missing-policy'],
      ['charge.full', undefined, 'missing-policy'],
      ['credit.part', undefined, 'missing-policy'],
    ],
  ],
  [
    'charges in advance',
    advanceSchedule,
    validOf(advanceSchedule),
    [
      ['', null, 'malformed-input', 'input'],
      ['amount', 'x', 'malformed-number'],
      ['currency', '', 'malformed-input'],
      ['billingPeriod', 'sesquiennial', 'ok'],
      ['billingPeriod', 'decennial', 'unknown-policy'],
      ['billingPeriod', 'toString', 'unknown-policy'],
      ...whole('billCycleDay', 31),
      ['start', '2024-02-30', 'malformed-date', 'subscription.start'],
      ['end', 'x', 'malformed-date', 'subscription.end'],
      ['end', undefined, 'ok'],
      ['end', '2024-01-14', 'ok'],
      ['end', '2024-01-13', 'period-reversed', 'subscription'],
      ['targetDate', 'x', 'malformed-date'],
      ['factorScale', 0, 'ok'],
      ['factorScale', 13, 'unknown-policy'],
      ...rounding,
    ],
  ],
  [
    'a row of dates',
    anchorDates,
    validOf(anchorDates),
    [
      ['', null, 'malformed-input', 'input'],
      ['start', '2023-02-29', 'malformed-date'],
      ...whole('anchorDay', 31),
      ['anchorDay', undefined, 'ok'],
      ['months', 1200, 'ok'],
      ['months', 0, 'malformed-number'],
      ['months', 100_001, 'malformed-number'],
      ['count', 0, 'ok'],
      ['count', -1, 'malformed-number'],
      ['count', 100_001, 'malformed-number'],
      ['', { start: '2024-01-01', stepDays: 1, count: 3 }, 'ok'],
      ['', { start: '2024-01-01', stepDays: 0, count: 3 }, 'malformed-number', 'stepDays'],
    ],
  ],
];

describe.each(REFUSED)('%s', (_, run, valid, changes) => {
  test('is worked out as it is', () => expect(outcome(() => run(valid as never))).toEqual(['ok']));
  test.each(changes)('with %s of %j: %s', (...change) => {
    expect(outcome(() => run(changed(valid as Json, change[0], change[1]) as never))).toEqual(expected(change));
  });
});
