import { expect, test } from 'vitest';
import {
  checkInvoice,
  moneyText,
  previewInvoice,
  type InvoicePreview,
  type Price,
  type RatedSubscription,
} from '../../src/rating/index.js';
import { failure } from './charges.js';

const tiers = [
  { upTo: '5', unitAmount: '2', flatAmount: '10' },
  { upTo: null, unitAmount: '1', flatAmount: '20' },
];

/** An invoice whose only usage, 112 minutes, is 12 minutes over. */
function invoice(price: Price): InvoicePreview {
  const charge = { id: 'minutes', name: 'Minutes', unit: 'minute', included: '100', price };
  const subscription: RatedSubscription = {
    id: 'one',
    plan: { id: 'p', name: 'P', version: '1', currency: 'USD', exponent: 2, baseFee: '0', usage: [charge] },
    trialEnd: null,
    lines: 1,
    addOns: [],
    usage: [{ date: '2026-09-15', quantities: { minutes: '112' } }],
  };
  const dates = {
    issueDate: '2026-10-01',
    advance: { start: '2026-10-01', end: '2026-11-01' },
    arrears: { start: '2026-09-01', end: '2026-10-01' },
  };
  return previewInvoice({ dates, subscriptions: [subscription] });
}

const prices: [Price, string][] = [
  [{ type: 'flat', amount: '9', term: 'arrears' }, '9.00'],
  [{ type: 'per-unit', unitAmount: '1.29', freeUnits: '2' }, '12.90'],
  [{ type: 'dynamic', multiplier: '0.333' }, '4.00'],
  [{ type: 'graduated', tiers }, '47.00'],
  [{ type: 'volume', tiers }, '32.00'],
  [
    {
      type: 'stairstep',
      tiers: [
        { upTo: '10', flatAmount: '5' },
        { upTo: null, flatAmount: '7' },
      ],
    },
    '7.00',
  ],
  [{ type: 'package', packageSize: '5', packageAmount: '4', rounding: 'up' }, '12.00'],
  [{ type: 'blocks', policy: 'all-tiers', tiers: [{ blockSize: '10', maxBlocks: null, blockAmount: '3' }] }, '6.00'],
  [{ type: 'capacity', tiers: [{ amount: '8', limits: { minutes: '12' } }] }, '8.00'],
  [{ type: 'percentage', rate: '50' }, '6.00'],
  [{ type: 'graduated-percentage', tiers: [{ upTo: null, rate: '50', flatAmount: '1' }] }, '7.00'],
];

test.each(prices)('an invoice rates %o', (price, amount) => {
  const preview = invoice(price);
  expect(moneyText(preview.total)).toBe(amount);
  expect(checkInvoice(preview)).toEqual([]);
});

test('an invoice has no single events to take a fixed amount for', () => {
  const each: Price = { type: 'percentage', rate: '1', fixedPerEvent: '1' };
  expect(failure(() => invoice(each))).toBe('missing-usage at usage.events');
});
