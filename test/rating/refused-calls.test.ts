import { describe, expect, test } from 'vitest';
import { preparePrice, rateCalls, UsageLedger } from '../../src/rating/index.js';
import { changed, expected, outcome, type Change } from './changed.js';
import type { Json } from './inputs.js';
import { absent, amount, digits, mode, quantity } from './usual-changes.js';

const rule = {
  free: { limit: 'below', seconds: '5', perMonth: 2 },
  durationRounding: { mode: 'up', scale: 0 },
  steps: { initialSeconds: '60', incrementSeconds: '6' },
  wrapUpSeconds: '15',
};
const tariff = {
  currency: 'USD',
  exponent: 2,
  rule,
  ratePerMinute: '1.29',
  baseFee: '10',
  includedMinutes: '1',
  connectionFee: '0.02',
  kinds: { automated: '0.15' },
  perCallRounding: { mode: 'up', scale: 2 },
  rounding: { mode: 'half-up', at: 'line' },
};
const calls = {
  calls: [{ clocks: { recording: '61', script: '60' } }, { clocks: { recording: '9' }, kind: 'automated' }],
  tariff,
};

const RULE = (at: string): Change[] => [
  [at, null, 'malformed-input'],
  [at, {}, 'ok'],
  [`${at}.free.limit`, 'up-to', 'ok'],
  [`${at}.free.limit`, 'about', 'unknown-policy'],
  ...quantity(`${at}.free.seconds`),
  [`${at}.free.perMonth`, undefined, 'ok'],
  [`${at}.free.perMonth`, 0, 'ok'],
  [`${at}.free.perMonth`, -1, 'malformed-number'],
  ...mode(`${at}.durationRounding.mode`),
  ...digits(`${at}.durationRounding.scale`),
  ...quantity(`${at}.steps.initialSeconds`),
  [`${at}.steps.incrementSeconds`, '0', 'negative-quantity'],
  ...quantity(`${at}.wrapUpSeconds`),
];

const ledger = {
  period: { start: '2026-09-01', end: '2026-10-01' },
  timeZone: 'UTC',
  charges: [{ id: 'operator', calls: { ...rule, free: { limit: 'below', seconds: '5' } } }, { id: 'text' }],
};
const prepared = {
  price: { type: 'per-unit', unitAmount: '1' },
  currency: { currency: 'USD', exponent: 2 },
  options: { unit: 'minute', scale: 0, rounding: { mode: 'half-up', at: 'line' } },
};

const REFUSED: [string, (input: never) => unknown, unknown, Change[]][] = [
  [
    'calls',
    (input: { calls: never; tariff: never }) => rateCalls(input.calls, input.tariff),
    calls,
    [
      ['calls', {}, 'malformed-input'],
      ['calls[0]', 'call', 'malformed-input'],
      ['calls[0].clocks', null, 'malformed-input'],
      ['calls[0].clocks', {}, 'malformed-input'],
      ...quantity('calls[0].clocks.script'),
      ['calls[1].kind', 'fax', 'unknown-charge', 'tariff.kinds.fax'],
      ['tariff', null, 'malformed-input'],
      ['tariff.currency', 'usd', 'unknown-currency'],
      ['tariff.exponent', 5, 'unknown-currency'],
      ...RULE('tariff.rule'),
      ...amount('tariff.ratePerMinute'),
      ...absent('tariff.baseFee', 'tariff.connectionFee'),
      ...amount('tariff.baseFee'),
      ...amount('tariff.connectionFee'),
      ...quantity('tariff.includedMinutes'),
      ['tariff.includedMinutes', undefined, 'ok'],
      ...amount('tariff.kinds.automated'),
      ['tariff.rounding', undefined, 'missing-policy'],
      ['tariff.rounding', null, 'missing-policy'],
      ['tariff.rounding', 'line', 'missing-policy'],
      ...mode('tariff.rounding.mode'),
      ['tariff.rounding.at', 'charge', 'ok'],
      ['tariff.rounding.at', 'call', 'unknown-policy'],
      ['tariff.perCallRounding', undefined, 'ok'],
      ...mode('tariff.perCallRounding.mode'),
      ...digits('tariff.perCallRounding.scale'),
      ['tariff.overageRounding', 'up', 'unknown-policy'],
      ['tariff', { ...tariff, perCallRounding: undefined, overageRounding: 'up' }, 'ok'],
      [
        'tariff',
        { ...tariff, perCallRounding: undefined, overageRounding: 'x' },
        'unknown-policy',
        'tariff.overageRounding',
      ],
    ],
  ],
  [
    'a ledger',
    (options: never) => new UsageLedger(options),
    ledger,
    [
      ['period', null, 'malformed-input'],
      ['period.end', '2026-08-31', 'period-reversed', 'period'],
      ['timeZone', 'Mars/Olympus', 'unknown-time-zone'],
      ['timeZone', 7, 'unknown-time-zone'],
      ['timeZone', undefined, 'unknown-time-zone'],
      ['charges', {}, 'malformed-input'],
      ['charges[0].id', 'text', 'duplicate-key', 'charges'],
      ['charges[0].id', 7, 'malformed-input', 'charge'],
      ['charges[0].calls.free.perMonth', 1, 'unknown-policy'],
      ['charges[0].calls.steps.initialSeconds', '0.0005', 'unknown-policy'],
      ['charges[0].calls.steps.incrementSeconds', '0.001', 'ok'],
      ['charges[0].calls.steps.incrementSeconds', '0.0015', 'unknown-policy'],
      ['charges[0].calls.wrapUpSeconds', '0.0015', 'unknown-policy'],
      ['charges[0].calls.wrapUpSeconds', '536870.912', 'ok'],
      ['charges[0].calls.wrapUpSeconds', '536870.913', 'amount-out-of-range'],
      ['charges[0].calls.wrapUpSeconds', '-1', 'negative-quantity'],
      ['charges', Array.from({ length: 255 }, (_, index) => ({ id: `c${index}` })), 'ok'],
      ['charges', Array.from({ length: 256 }, (_, index) => ({ id: `c${index}` })), 'amount-out-of-range', 'charge'],
    ],
  ],
  [
    'a prepared price',
    (input: { price: never; currency: never; options: never }) =>
      preparePrice(input.price, input.currency, input.options),
    prepared,
    [
      ['price', null, 'malformed-input'],
      ['price.unitAmount', '-1', 'negative-amount'],
      ['currency.currency', 'usd', 'unknown-currency'],
      ['options', null, 'malformed-input'],
      ['options.scale', 12, 'ok'],
      ['options.scale', 13, 'malformed-number'],
      ['options.scale', -1, 'malformed-number'],
      ['options.scale', 0.5, 'malformed-number'],
      ['options.rounding', 'line', 'malformed-input'],
      ...mode('options.rounding.mode'),
      ['options.rounding.at', 'charge', 'ok'],
      ['options.rounding.at', 'call', 'unknown-policy'],
    ],
  ],
];

describe.each(REFUSED)('%s', (_, run, valid, changes) => {
  test('can be worked with as they are', () => expect(outcome(() => run(valid as never))).toEqual(['ok']));
  test.each(changes)('with %s of %j: %s', (...change) => {
    expect(outcome(() => run(changed(valid as Json, change[0], change[1]) as never))).toEqual(expected(change));
  });
});
