import { describe, expect, test } from 'vitest';
import {
  addOnPurchase,
  bestPlan,
  breakEven,
  forecastUsage,
  lateUsage,
  rateEarlyCharge,
  reconcile,
  whatIf,
  type RatedPlan,
} from '../../src/rating/index.js';
import { changed, expected, outcome, type Change } from './changed.js';
import type { Json } from './inputs.js';
import { issued, plan, september, subscription } from './invoice-input.js';
import { amount, period } from './usual-changes.js';

const proration = { basis: 'calendar-days', round: { step: 'result' }, cap: 'full-price' };

const REFUSED: [string, (input: never) => unknown, unknown, Change[]][] = [
  [
    'what plans would cost',
    ({ plans, use }: { plans: never; use: never }) => whatIf(plans, use),
    {
      plans: [plan, { ...plan, id: 'business' }],
      use: { period: september, usage: subscription.usage, lines: 1, addOns: [] },
    },
    [
      ['plans', {}, 'malformed-input'],
      ['plans', [], 'ok'],
      ['plans[1]', null, 'malformed-input'],
      ['plans[1].currency', 'EUR', 'currency-mismatch', 'plans'],
      ['plans[1].exponent', 3, 'currency-mismatch', 'plans'],
      ['use', null, 'malformed-input'],
      ['use.period', null, 'malformed-input', 'period'],
      ['use.usage', {}, 'malformed-input', 'usage'],
      ['use.usage[1].date', '2026-09-12', 'duplicate-key', 'usage[1].date'],
      ['use.usage[0].quantities', { text: '1' }, 'unknown-charge', 'subscriptions[0].usage[0].quantities.text'],
    ],
  ],
  [
    'the best plan',
    bestPlan,
    {
      current: 'starter',
      plans: [plan],
      months: [{ period: september, usage: [], lines: 1, addOns: [] }],
      minimumMonths: 1,
    },
    [
      ['plans', {}, 'malformed-input'],
      ['months', {}, 'malformed-input'],
      ['minimumMonths', 0, 'ok'],
      ['minimumMonths', -1, 'malformed-number'],
      ['current', 'gone', 'unknown-plan'],
    ],
  ],
  [
    'a break-even',
    ({ a, b, charge }: { a: RatedPlan; b: RatedPlan; charge: string }) => breakEven(a, b, charge),
    { a: plan, b: plan, charge: 'operator' },
    [
      ['a', null, 'malformed-input', 'planA'],
      ['b', null, 'malformed-input', 'planB'],
      ['charge', 'text', 'unknown-charge', 'planA.usage'],
      ['b.usage', [], 'unknown-charge', 'planB.usage'],
      ['b.currency', 'EUR', 'currency-mismatch', 'planB'],
      ['b.exponent', 3, 'currency-mismatch', 'planB'],
      ['b.usage[0].unit', 'call', 'unit-mismatch', 'planB.usage'],
      [
        'a.usage[0].price',
        { type: 'package', packageSize: '1', packageAmount: '1', rounding: 'up' },
        'unknown-model',
        'planA.usage.price',
      ],
      [
        'b.usage[0].price',
        { type: 'package', packageSize: '1', packageAmount: '1', rounding: 'up' },
        'unknown-model',
        'planB.usage.price',
      ],
    ],
  ],
  [
    'late usage',
    lateUsage,
    { subscription, period: september, usage: [] },
    [
      ...period('period'),
      ['subscription.lines', -1, 'malformed-number'],
      ['usage', {}, 'malformed-input', 'late.usage'],
      [
        'subscription.plan.policies',
        { allowance: { proration, rounding: 'up', pooling: 'same-plan' } },
        'unknown-policy',
        'subscription.plan.policies.allowance.pooling',
      ],
    ],
  ],
  [
    'an early charge',
    ({ of, charge, during }: { of: never; charge: string; during: never }) => rateEarlyCharge(of, charge, during),
    { of: subscription, charge: 'operator', during: september },
    [
      ['of', null, 'malformed-input', 'subscription'],
      ['charge', 'text', 'unknown-charge'],
      ['during', null, 'malformed-input', 'period'],
    ],
  ],
  [
    'an add-on in mid-period',
    addOnPurchase,
    { subscription: 'main', plan, addOn: subscription.addOns[0], period: september, date: '2026-09-16' },
    [
      ['plan', null, 'malformed-input'],
      ...amount('addOn.fee'),
      ...period('period'),
      ['date', '2026-09-30', 'ok'],
      ['date', '2026-10-01', 'outside-period'],
    ],
  ],
  [
    'an issued invoice',
    ({ a, b }: { a: never; b: never }) => reconcile(a, b),
    { a: issued, b: issued },
    [
      ['a.lines', {}, 'malformed-input', 'previewed.lines'],
      ['b.lines[0]', null, 'malformed-input', 'issued.lines[0]'],
      ['a.lines', [issued.lines[0], issued.lines[0]], 'duplicate-key', 'previewed.lines[1].key'],
      ['a.total.exponent', 3, 'currency-mismatch', 'previewed'],
      ['a.lines[0].amount.currency', 'EUR', 'currency-mismatch', 'previewed'],
      ['b.lines[0].amount.exponent', 3, 'currency-mismatch', 'issued'],
      ['a.lines[0].quantity', 'x', 'malformed-number', 'number'],
    ],
  ],
  [
    'a forecast',
    forecastUsage,
    { usage: subscription.usage, history: [], period: september, asOf: '2026-09-15', method: 'weekday' },
    [
      ['method', 'guess', 'unknown-policy'],
      ...period('period'),
      ['asOf', 'today', 'malformed-date'],
      ['asOf', '2026-09-01', 'ok'],
      ['asOf', '2026-08-31', 'outside-period'],
      ['asOf', '2026-10-01', 'ok'],
      ['asOf', '2026-10-02', 'outside-period'],
      ['usage[0].date', 'x', 'malformed-date'],
      ['usage[1].date', '2026-09-12', 'duplicate-key'],
      ['usage[0].quantities.operator', '-1', 'negative-quantity'],
      ['history', [{ date: 'x', quantities: {} }], 'malformed-date', 'history[0].date'],
      [
        '',
        {
          usage: [],
          history: [{ date: 'x', quantities: {} }],
          period: september,
          asOf: '2026-09-15',
          method: 'run-rate',
        },
        'ok',
      ],
    ],
  ],
];

describe.each(REFUSED)('%s', (_, run, valid, changes) => {
  test('is worked out as it is', () => expect(outcome(() => run(valid as never))).toEqual(['ok']));
  test.each(changes)('with %s of %j: %s', (...change) => {
    expect(outcome(() => run(changed(valid as Json, change[0], change[1]) as never))).toEqual(expected(change));
  });
});
