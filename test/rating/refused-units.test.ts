import { describe, expect, test } from 'vitest';
import {
  applyUsageDiscount,
  convertUnits,
  rateCommitment,
  rateSeatTime,
  rateUnitsInAdvance,
} from '../../src/rating/index.js';
import { changed, expected, outcome, type Change } from './changed.js';
import { calls, type Json } from './inputs.js';
import { amount, currency, quantity } from './usual-changes.js';

const validOf = (run: unknown): Json => calls.find((call) => call.run === run)?.inputs[0] ?? null;

const byMode: Change[] = [
  ['rounding', 'down', 'ok'],
  ['rounding', undefined, 'ok'],
  ['rounding', 'nearest', 'unknown-policy'],
];

const REFUSED: [string, (input: never) => unknown, unknown, Change[]][] = [
  [
    'seats by time',
    rateSeatTime,
    validOf(rateSeatTime),
    [
      ['', null, 'malformed-input', 'input'],
      ...currency,
      ...byMode,
      ['price', null, 'malformed-input'],
      ['price.type', 'volume', 'unknown-model'],
      ['price.tiers', [], 'no-tiers'],
      ['period', null, 'malformed-input'],
      ['period.start', '2024-02-30', 'malformed-date'],
      ['period', { start: '2024-02-01', end: '2024-02-01' }, 'period-empty'],
      ['period', { start: '2024-02-02', end: '2024-02-01' }, 'period-reversed'],
      ...quantity('opening').slice(1),
      ['removalEffective', 'same-day', 'ok'],
      ['removalEffective', 'never', 'unknown-policy'],
      ['unit', 'seat', 'ok'],
      ['unit', '', 'malformed-input'],
      ['changes', {}, 'malformed-input'],
      ['changes[0]', 1, 'malformed-input'],
      ['changes[0].at', '2024-02-1', 'malformed-date'],
      ['changes[0].at', '2024-02-01', 'ok'],
      ['changes[0].at', '2024-01-31', 'outside-period'],
      ['changes[0].at', '2024-03-01', 'outside-period'],
      ['changes[0].delta', '-3', 'ok'],
      ['changes[0].delta', '-3.01', 'negative-quantity'],
      ['changes[0].delta', 1, 'malformed-number'],
      [
        'changes',
        [
          { at: '2024-02-02', delta: '1' },
          { at: '2024-02-02', delta: '1' },
        ],
        'ok',
      ],
    ],
  ],
  [
    'a commitment',
    rateCommitment,
    validOf(rateCommitment),
    [
      ['', [], 'malformed-input', 'input'],
      ...currency,
      ...byMode,
      ...amount('minimum'),
      ['span', undefined, 'ok'],
      ['span', null, 'malformed-input'],
      ['span.fullPeriod', null, 'malformed-input'],
      ['span.servicePeriod', null, 'malformed-input'],
      ['span.fullPeriod.start', 'x', 'malformed-date'],
      ['span.servicePeriod.end', 'x', 'malformed-date'],
      ['span.fullPeriod', { start: '2024-02-15', end: '2024-02-15' }, 'period-empty'],
      ['span.servicePeriod', { start: '2024-02-01', end: '2024-03-01' }, 'ok'],
      ['span.servicePeriod', { start: '2024-01-31', end: '2024-03-01' }, 'outside-period'],
      ['span.servicePeriod', { start: '2024-02-01', end: '2024-03-02' }, 'outside-period'],
      ['roundProratedMinimum', 1, 'malformed-input'],
      ['fees', {}, 'malformed-input'],
      ['fees[0]', null, 'malformed-input'],
      ['fees[0].ref', '', 'malformed-input'],
      ['fees[0].ref', undefined, 'ok'],
      ...amount('fees[0].amount'),
      ['fees[0].prorate', undefined, 'ok'],
      ['fees[0].prorate', 'yes', 'malformed-input'],
    ],
  ],
  [
    'units in advance',
    rateUnitsInAdvance,
    validOf(rateUnitsInAdvance),
    [
      ['', null, 'malformed-input', 'input'],
      ...currency,
      ...byMode,
      ...amount('unitAmount'),
      ['readings', {}, 'malformed-input'],
      ...quantity('readings[1]'),
    ],
  ],
  [
    'a conversion',
    convertUnits,
    validOf(convertUnits),
    [['', null, 'malformed-input', 'input'], ...quantity('quantity'), ['conversion', null, 'malformed-input']],
  ],
  [
    'a free quantity',
    applyUsageDiscount,
    validOf(applyUsageDiscount),
    [
      ['', null, 'malformed-input', 'input'],
      ...quantity('quantity'),
      ...quantity('priorQuantity'),
      ...quantity('freeQuantity'),
    ],
  ],
];

describe.each(REFUSED)('%s', (_, run, valid, changes) => {
  test('is worked out as it is', () => expect(outcome(() => run(valid as never))).toEqual(['ok']));
  test.each(changes)('with %s of %j: %s', (...change) => {
    expect(outcome(() => run(changed(valid as Json, change[0], change[1]) as never))).toEqual(expected(change));
  });
});
