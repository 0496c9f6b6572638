import { describe, expect, test } from 'vitest';
import { previewAllowances, previewCharges, previewInvoice, PRICE_MODELS } from '../../src/rating/index.js';
import { changed, expected, outcome, type Change } from './changed.js';
import type { Json } from './inputs.js';
import { invoice, line, plan, september, subscription, tree } from './invoice-input.js';
import { period } from './usual-changes.js';

const dates: Change[] = [
  ['dates', null, 'malformed-input'],
  ['dates.issueDate', '2026-10', 'malformed-date'],
  ...period('dates.advance'),
  ['dates.arrears', null, 'ok'],
  ['dates.arrears', 'september', 'malformed-input'],
  ['dates.arrears.end', '2026-9-30', 'malformed-date'],
];

const REFUSED: [string, (input: never) => unknown, unknown, Change[]][] = [
  [
    'an invoice',
    previewInvoice,
    invoice,
    [
      ['', null, 'malformed-input', 'input'],
      ...dates,
      ['rounding', undefined, 'ok'],
      ['rounding', 'nearest', 'unknown-policy'],
      ['adjustments', {}, 'malformed-input'],
      ['adjustments[0]', null, 'malformed-input'],
      ['adjustments[0].kind', 'overage', 'ok'],
      ['adjustments[0].kind', 'plan-change', 'ok'],
      ['adjustments[0].kind', 'add-on', 'ok'],
      ['adjustments[0].kind', 'tax', 'malformed-input'],
      ['adjustments[0].item', '', 'malformed-input'],
      ...period('adjustments[0].period'),
      ['adjustments[0].amount', '1e3', 'malformed-number'],
      ['adjustments[0].amount', '-5/3', 'ok'],
      ['adjustments[0].quantity', 1, 'malformed-number'],
      ['adjustments[0].unitPrice', 'x', 'malformed-number'],
      ['adjustments[0].derivation', tree, 'ok'],
      ['adjustments[0].derivation', { ...tree, value: '5.01' }, 'malformed-input'],
      [
        'adjustments[0]',
        { ...line, amount: '6', derivation: { ...tree, value: '6' } },
        'malformed-input',
        'adjustments[0].derivation',
      ],
      ['adjustments[0].derivation', { ...tree, unit: 'USD/month' }, 'ok'],
      ['adjustments[0].derivation', { ...tree, unit: '' }, 'ok'],
      ['adjustments[0].derivation', { ...tree, unit: 'EUR' }, 'currency-mismatch', 'adjustments[0]'],
      ['planChanges', {}, 'malformed-input'],
      ['planChanges[0]', null, 'malformed-input'],
      ['planChanges[0].from', null, 'malformed-input'],
      ['planChanges[0].to', null, 'malformed-input'],
      ...period('planChanges[0].period'),
      ['planChanges[0].date', '2026-09-01', 'ok'],
      ['planChanges[0].date', '2026-10-01', 'outside-period'],
      ['planChanges[0].date', '2026-08-31', 'outside-period'],
      ['planChanges[0].to.currency', 'EUR', 'currency-mismatch', 'planChanges[0].to'],
      ['planChanges[0].to.exponent', 3, 'currency-mismatch', 'planChanges[0].to'],
      [
        'planChanges[0]',
        { ...invoice.planChanges[0], from: { ...plan, currency: 'EUR' }, to: { ...plan, currency: 'EUR' } },
        'currency-mismatch',
      ],
      [
        'planChanges[0]',
        { ...invoice.planChanges[0], from: { ...plan, exponent: 3 }, to: { ...plan, exponent: 3 } },
        'currency-mismatch',
      ],
      [
        '',
        { dates: invoice.dates, subscriptions: [], adjustments: [line], currency: { currency: 'USD', exponent: 2 } },
        'ok',
      ],
      ['', { dates: invoice.dates, subscriptions: [], adjustments: [line] }, 'missing-policy', 'currency'],
      [
        '',
        { dates: invoice.dates, subscriptions: [], adjustments: [line], currency: { currency: 'X', exponent: 2 } },
        'unknown-currency',
        'currency.currency',
      ],
      [
        '',
        { dates: invoice.dates, subscriptions: [], adjustments: [], currency: { currency: 'USD', exponent: 2 } },
        'malformed-input',
        'subscriptions',
      ],
      [
        '',
        { dates: invoice.dates, subscriptions: [], currency: { currency: 'USD', exponent: 2 } },
        'malformed-input',
        'subscriptions',
      ],
      ['taxes', [{ id: 't', percent: '-1' }], 'percentage-out-of-range', 'taxes[0].percent'],
      ['coupons', [{ id: 'c', percent: '10', amount: '1' }], 'malformed-input', 'coupons[0]'],
      ['prepaid', '0.005', 'malformed-number'],
      ['', { dates: invoice.dates, subscriptions: [], planChanges: invoice.planChanges }, 'missing-policy', 'currency'],
      [
        '',
        {
          dates: invoice.dates,
          subscriptions: [],
          planChanges: invoice.planChanges,
          currency: { currency: 'USD', exponent: 2 },
        },
        'ok',
      ],
      [
        '',
        { dates: invoice.dates, subscriptions: [], planChanges: [], currency: { currency: 'USD', exponent: 2 } },
        'malformed-input',
        'subscriptions',
      ],
    ],
  ],
  [
    'the charges of an invoice',
    (input) => previewCharges(input, PRICE_MODELS),
    { dates: invoice.dates, subscriptions: invoice.subscriptions },
    [
      ['', null, 'malformed-input', 'input'],
      ['dayStarts', {}, 'ok'],
      ['coupons', [], 'malformed-input'],
      ['prepaid', '1', 'malformed-input'],
      ...dates,
    ],
  ],
  [
    'allowances',
    ({ of, subscriptions: all }: { of: never; subscriptions: never }) => previewAllowances(of, all),
    { of: september, subscriptions: [subscription] },
    [
      ['of', null, 'malformed-input', 'period'],
      ['of.start', 'x', 'malformed-date', 'period.start'],
      ['subscriptions', [], 'malformed-input'],
    ],
  ],
];

describe.each(REFUSED)('%s', (_, run, valid, changes) => {
  test('is worked out as it is', () => expect(outcome(() => run(valid as never))).toEqual(['ok']));
  test.each(changes)('with %s of %j: %s', (...change) => {
    expect(outcome(() => run(changed(valid as Json, change[0], change[1]) as never))).toEqual(expected(change));
  });
});
