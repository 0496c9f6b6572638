import { describe, expect, test } from 'vitest';
import { previewInvoice } from '../../src/rating/index.js';
import { changed, expected, outcome, type Change } from './changed.js';
import type { Json } from './inputs.js';
import { invoice, plan, subscription } from './invoice-input.js';
import { amount, period, quantity } from './usual-changes.js';

const planChanges = (at: string): Change[] => [
  [at, 'plan', 'malformed-input'],
  [`${at}.currency`, 'usd', 'unknown-currency'],
  [`${at}.exponent`, 5, 'unknown-currency'],
  ...amount(`${at}.baseFee`),
  [`${at}.usage`, {}, 'malformed-input'],
  [`${at}.usage[0]`, null, 'malformed-input'],
  [`${at}.usage[0].id`, '', 'malformed-input'],
  [`${at}.usage[1].id`, 'operator', 'duplicate-key', `${at}.usage`],
  [`${at}.usage[0].unit`, '', 'malformed-input'],
  ...quantity(`${at}.usage[0].included`),
  [`${at}.usage[0].reported`, undefined, 'ok'],
  [`${at}.usage[0].reported.unit`, '', 'malformed-input'],
  [`${at}.usage[0].reported.perUnit`, '0', 'negative-quantity'],
  [`${at}.usage[0].calls`, undefined, 'ok'],
  [`${at}.usage[0].calls.wrapUpSeconds`, '-1', 'negative-quantity'],
  [`${at}.usage[0].price`, null, 'malformed-input'],
  [`${at}.usage[0].price.type`, 'free', 'unknown-model'],
  [`${at}.lines`, undefined, 'ok'],
  ...amount(`${at}.lines.fee`),
  [`${at}.lines.included`, 0, 'ok'],
  [`${at}.lines.included`, -1, 'malformed-number'],
  [`${at}.lines.included`, 0.5, 'malformed-number'],
];

const policy = (own: unknown, code: Change[2], field = ''): Change => [
  'subscriptions[0].plan.policies',
  own,
  code,
  `subscriptions[0].plan.policies${field}`,
];
const proration = { basis: 'calendar-days', round: { step: 'result' }, cap: 'full-price' };
const policies: Change[] = [
  policy(null, 'ok'),
  policy('none', 'malformed-input'),
  policy({ discount: 'none' }, 'unknown-policy', '.discount'),
  policy({ toString: 'none' }, 'unknown-policy', '.toString'),
  policy({ rounding: 'floor' }, 'ok'),
  policy({ rounding: 'nearest' }, 'unknown-policy', '.rounding'),
  policy({ proration: 'daily' }, 'missing-policy', '.proration'),
  policy({ proration: { ...proration, basis: 'given-days' } }, 'unknown-policy', '.proration.basis'),
  policy({ proration: { ...proration, basis: 'days' } }, 'unknown-policy', '.proration.basis'),
  policy({ overageRounding: 'exact' }, 'ok'),
  policy({ overageRounding: 'ceil' }, 'ok'),
  policy({ overageRounding: 'nearest' }, 'unknown-policy', '.overageRounding'),
  ...['trialEndDay', 'endDay', 'baseFeeTerm', 'addOns', 'lines', 'zeroLines'].map((name) =>
    policy({ [name]: 'odd' }, 'unknown-policy', `.${name}`),
  ),
  policy(
    {
      trialEndDay: 'charged',
      endDay: 'charged',
      baseFeeTerm: 'arrears',
      addOns: 'prorated',
      lines: 'prorated',
      zeroLines: 'keep',
    },
    'ok',
  ),
  policy(
    { trialEndDay: 'free', endDay: 'free', baseFeeTerm: 'advance', addOns: 'full', lines: 'full', zeroLines: 'drop' },
    'ok',
  ),
  policy({ allowance: 'whole' }, 'missing-policy', '.allowance'),
  policy({ allowance: { proration, rounding: 'exact' } }, 'ok'),
  policy({ allowance: { proration, rounding: 'down', pooling: 'none' } }, 'ok'),
  policy({ allowance: { proration, rounding: 'down', pooling: 'same-plan' } }, 'ok'),
  policy({ allowance: { proration, rounding: 'down', pooling: 'all' } }, 'unknown-policy', '.allowance.pooling'),
  policy({ allowance: { proration, rounding: 'nearest' } }, 'unknown-policy', '.allowance.rounding'),
  policy({ allowance: { proration, pooling: 'none' } }, 'missing-policy', '.allowance.rounding'),
  policy({ allowance: { rounding: 'up' } }, 'missing-policy', '.allowance.proration'),
  policy({ planChange: 'prorated' }, 'missing-policy', '.planChange'),
  policy({ planChange: { upgrade: 'prorated' } }, 'missing-policy', '.planChange.downgrade'),
  policy({ planChange: { upgrade: 'next-period', downgrade: 'whole-cycle' } }, 'ok'),
  policy({ planChange: { upgrade: 'now', downgrade: 'prorated' } }, 'unknown-policy', '.planChange.upgrade'),
  policy({ earlyCharge: 'never' }, 'missing-policy', '.earlyCharge'),
  policy({ earlyCharge: null }, 'ok'),
  policy({ earlyCharge: { at: 'once' } }, 'unknown-policy', '.earlyCharge.at'),
  policy({ earlyCharge: { at: 'amount', amount: '0' } }, 'negative-amount', '.earlyCharge.amount'),
  policy({ earlyCharge: { at: 'amount', amount: '0.01' } }, 'ok'),
  policy({ earlyCharge: { at: 'amount' } }, 'malformed-number', '.earlyCharge.amount'),
  policy({ earlyCharge: { at: 'allowance-multiple', times: '2' } }, 'ok'),
  policy({ earlyCharge: { at: 'allowance-multiple', times: '-2' } }, 'negative-amount', '.earlyCharge.times'),
];

const subscriptions: Change[] = [
  ['subscriptions', {}, 'malformed-input'],
  ['subscriptions[0]', null, 'malformed-input'],
  ['subscriptions[1].id', 'main', 'duplicate-key', 'subscriptions'],
  ['subscriptions[1].plan.currency', 'EUR', 'currency-mismatch', 'subscriptions'],
  ['subscriptions[1].plan.exponent', 3, 'currency-mismatch', 'subscriptions'],
  ['subscriptions[0].nextPlan', plan, 'ok'],
  ['subscriptions[0].nextPlan', { ...plan, baseFee: 'x' }, 'malformed-number', 'subscriptions[0].nextPlan.baseFee'],
  ['subscriptions[0].nextPlan', { ...plan, currency: 'EUR' }, 'currency-mismatch', 'subscriptions'],
  ['subscriptions[0].trialEnd', null, 'ok'],
  ['subscriptions[0].trialEnd', '2026-08-32', 'malformed-date'],
  ['subscriptions[0].start', '2026-08-32', 'malformed-date'],
  ['subscriptions[0].start', '2026-08-01', 'ok'],
  ['subscriptions[0].end', '2026-13-01', 'malformed-date'],
  ['subscriptions[0].end', '2027-01-01', 'ok'],
  ['subscriptions[0]', { ...subscription, start: '2026-09-02', end: '2026-09-01' }, 'period-reversed'],
  ['subscriptions[0].lines', 0, 'ok'],
  ['subscriptions[0].lines', -1, 'malformed-number'],
  ['subscriptions[0].addOns', {}, 'malformed-input'],
  ['subscriptions[0].addOns[0]', 'a', 'malformed-input'],
  ...amount('subscriptions[0].addOns[0].fee'),
  ['subscriptions[0].addOns[1].id', 'a', 'duplicate-key', 'subscriptions[0].addOns'],
  ['subscriptions[0].usage', {}, 'malformed-input'],
  ['subscriptions[0].usage[0]', 'x', 'malformed-input'],
  ['subscriptions[0].usage[0].date', '2026-09-31', 'malformed-date'],
  ['subscriptions[0].usage[1].date', '2026-09-12', 'duplicate-key'],
  ['subscriptions[0].usage[0].quantities', [], 'malformed-input'],
  ['subscriptions[0].usage[0].quantities.text', '1', 'unknown-charge'],
  ...quantity('subscriptions[0].usage[0].quantities.operator'),
  ['subscriptions[0].alreadyCharged', undefined, 'ok'],
  ['subscriptions[0].alreadyCharged', {}, 'malformed-input'],
  ['subscriptions[0].alreadyCharged[0]', null, 'malformed-input'],
  ['subscriptions[0].alreadyCharged[0].charge', 'text', 'unknown-charge'],
  ...period('subscriptions[0].alreadyCharged[0].period'),
  ...quantity('subscriptions[0].alreadyCharged[0].quantity'),
];

const REFUSED: [string, (input: never) => unknown, unknown, Change[]][] = [
  ['an invoice of such subscriptions', previewInvoice, invoice, subscriptions],
  ['an invoice of such plans', previewInvoice, invoice, planChanges('subscriptions[0].plan')],
  ['an invoice by such policies', previewInvoice, invoice, policies],
];

describe.each(REFUSED)('%s', (_, run, valid, changes) => {
  test('is worked out as it is', () => expect(outcome(() => run(valid as never))).toEqual(['ok']));
  test.each(changes)('with %s of %j: %s', (...change) => {
    expect(outcome(() => run(changed(valid as Json, change[0], change[1]) as never))).toEqual(expected(change));
  });
});
