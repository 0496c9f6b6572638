import { describe, expect, test } from 'vitest';
import { allocate, applyCoupon, rateInvoice } from '../../src/rating/index.js';
import { changed, expected, outcome, type Change } from './changed.js';
import { calls, type Json } from './inputs.js';
import { amount, rounding } from './usual-changes.js';

const validOf = (run: unknown): Json => calls.find((call) => call.run === run)?.inputs[0] ?? null;

const REFUSED: [string, (input: never) => unknown, unknown, Change[]][] = [
  [
    'an invoice of amounts',
    rateInvoice,
    validOf(rateInvoice),
    [
      ['', null, 'malformed-input', 'input'],
      ['currency', '', 'malformed-input'],
      ...rounding,
      ['lines', {}, 'malformed-input'],
      ['lines', [], 'ok'],
      ['lines[0]', 'a', 'malformed-input'],
      ['lines[0].ref', '', 'malformed-input'],
      ['lines[0].amount', 9.5, 'malformed-number'],
      ['lines[0].amount', '-9.5', 'ok'],
      ['lines[0].taxRates', undefined, 'ok'],
      ['lines[0].taxRates', '7', 'malformed-input'],
      ['lines[0].taxRates[0]', '-7', 'percentage-out-of-range'],
      [
        'lines',
        [
          { ref: 'a', amount: '1' },
          { ref: 'a', amount: '2' },
        ],
        'duplicate-key',
      ],
      ['coupons', {}, 'malformed-input'],
      ['coupons[0]', null, 'malformed-input'],
      ['coupons[0]', 'c', 'malformed-input'],
      ['coupons[0].id', '', 'malformed-input'],
      ['coupons[0].id', 7, 'malformed-input'],
      ['coupons[0].percent', '100', 'ok'],
      ['coupons[0].percent', '100.01', 'percentage-out-of-range'],
      ['coupons[0].amount', '1', 'malformed-input', 'coupons[0]'],
      ['coupons', [{ id: 'c' }], 'malformed-input', 'coupons[0]'],
      ['coupons', [{ id: 'c', amount: '-1' }], 'negative-amount', 'coupons[0].amount'],
      [
        'coupons',
        [
          { id: 'c', amount: '1' },
          { id: 'c', amount: '2' },
        ],
        'duplicate-key',
      ],
      [
        'coupons',
        [
          { id: 'c', amount: '1' },
          { id: 'd', amount: '2' },
        ],
        'ok',
      ],
      ['coupons[0].appliesTo', undefined, 'ok'],
      ['coupons[0].appliesTo', 'a', 'malformed-input'],
      ['policy', undefined, 'ok'],
      ['policy.taxRounding', 'invoice', 'ok'],
      ['policy.taxRounding', 'never', 'unknown-policy', 'tax.taxRounding'],
      ['policy.prices', 'inclusive', 'ok'],
      ['policy.prices', 'net', 'unknown-policy', 'tax.prices'],
      ['creditNotes', {}, 'malformed-input'],
      ['creditNotes[0]', null, 'malformed-input'],
      ...amount('creditNotes[0].amount'),
      ['creditNotes[0].amount', '1.05', 'ok'],
      ['creditNotes[0].amount', '1.050', 'ok'],
      ['creditNotes[0].amount', '1.005', 'malformed-number'],
      [
        'creditNotes',
        [
          { id: 'n', amount: '1' },
          { id: 'n', amount: '2' },
        ],
        'duplicate-key',
      ],
      ...amount('prepaid'),
      ['prepaid', '1.005', 'malformed-number'],
    ],
  ],
  [
    'a coupon',
    applyCoupon,
    validOf(applyCoupon),
    [
      ['', null, 'malformed-input', 'input'],
      ['currency', '', 'malformed-input'],
      ...rounding,
      ...amount('base'),
      ['percent', undefined, 'malformed-input', 'input'],
      ['percent', '101', 'percentage-out-of-range', 'percent'],
      ['amount', '1', 'malformed-input', 'input'],
    ],
  ],
  [
    'a split',
    allocate,
    validOf(allocate),
    [
      ['', null, 'malformed-input', 'input'],
      ['scale', 12, 'ok'],
      ['scale', 13, 'unknown-policy'],
      ['scale', -1, 'unknown-policy'],
      ['scale', 2.5, 'unknown-policy'],
      ['amount', 'x', 'malformed-number'],
      ['amount', '0.050', 'ok'],
      ['amount', '-0.05', 'ok'],
      ['amount', '-0.055', 'malformed-number'],
      ['weights', {}, 'malformed-input'],
      ['weights', [], 'malformed-input'],
      ['weights[1]', 'b', 'malformed-input'],
      ['weights[1].key', '', 'malformed-input'],
      ['weights[1].key', 'a', 'duplicate-key', 'weights'],
      ['weights[1].weight', '0', 'ok'],
      ['weights[1].weight', '-1', 'negative-quantity'],
      ['weights[0].weight', 'x', 'malformed-number'],
      [
        'weights',
        [
          { key: 'a', weight: '0' },
          { key: 'b', weight: '0.0' },
        ],
        'division-by-zero',
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
