import { describe, expect, test } from 'vitest';
import { rateCharge, rateProgressive } from '../../src/rating/index.js';
import { changed, expected, outcome, type Change } from './changed.js';
import { calls, type Json } from './inputs.js';
import { amount, currency, quantity } from './usual-changes.js';

const charge = {
  currency: 'USD',
  exponent: 2,
  price: { type: 'per-unit', unitAmount: '10' },
  rounding: { mode: 'half-even', at: 'line' },
  conversion: { operation: 'divide', factor: '60', rounding: 'up', precision: 1 },
  freeQuantity: '1',
  percentDiscount: '10',
  maximum: '90',
  minimum: '5',
  credits: [
    { id: 'a', amount: '1.50' },
    { id: 'b', amount: '1' },
  ],
  usage: {
    quantity: '120',
    unit: 'second',
    position: 'only',
    priorQuantity: '60',
    priorBilled: '1',
    tierQuantity: '1',
  },
};
const bare = { currency: 'USD', exponent: 2, price: { type: 'percentage', rate: '1' }, usage: { events: ['1'] } };
const boxes = { type: 'blocks', policy: 'all-tiers', tiers: [{ blockSize: '1', maxBlocks: null, blockAmount: '1' }] };
const room = { type: 'capacity', tiers: [{ amount: '1', limits: { lines: '9', agents: '9' } }] };

const validOf = (run: unknown): Json => calls.find((call) => call.run === run)?.inputs[0] ?? null;

const REFUSED: [string, (input: never) => unknown, unknown, Change[]][] = [
  [
    'a charge',
    rateCharge,
    charge,
    [
      ['', null, 'malformed-input', 'input'],
      ...currency.slice(0, 4),
      ...currency.slice(-3),
      ['price', null, 'malformed-input'],
      ['rounding', undefined, 'ok'],
      ['rounding', 'half-up', 'malformed-input'],
      ['rounding.mode', 'nearest', 'unknown-policy'],
      ['rounding.at', 'charge', 'ok'],
      ['rounding.at', 'invoice', 'unknown-policy'],
      ['conversion', 60, 'malformed-input'],
      ['conversion.operation', 'multiply', 'ok'],
      ['conversion.operation', 'plus', 'unknown-policy'],
      ['conversion.factor', '0', 'negative-quantity'],
      ['conversion.rounding', 'exact', 'ok'],
      ['conversion.rounding', 'nearest', 'unknown-policy'],
      ['conversion.precision', undefined, 'ok'],
      ['conversion.precision', 0, 'ok'],
      ['conversion.precision', 12, 'ok'],
      ['conversion.precision', 13, 'unknown-policy'],
      ['conversion.precision', -1, 'unknown-policy'],
      ['conversion.precision', 0.5, 'unknown-policy'],
      ...quantity('freeQuantity'),
      ['percentDiscount', '0', 'ok'],
      ['percentDiscount', '100', 'ok'],
      ['percentDiscount', '-0.01', 'percentage-out-of-range'],
      ['percentDiscount', '100.01', 'percentage-out-of-range'],
      ['maximum', '5', 'ok'],
      ['maximum', '4.99', 'minimum-above-maximum', 'minimum'],
      ['maximum', '-1', 'negative-amount'],
      ...amount('minimum'),
      ['credits', {}, 'malformed-input'],
      ['credits[0]', 'a', 'malformed-input'],
      ['credits[0].id', '', 'malformed-input'],
      ['credits[0].id', 'b', 'duplicate-key', 'credits'],
      ['credits[1].amount', '-1', 'negative-amount'],
      ['credits[0].amount', '1.505', 'malformed-number'],
      ['credits[0].amount', '1.500', 'ok'],
      ['usage', undefined, 'malformed-input'],
      ['usage.unit', '', 'malformed-input'],
      ['usage.position', 'mid', 'ok'],
      ['usage.position', 'first', 'ok'],
      ['usage.position', 'last', 'ok'],
      ['usage.position', 'middle', 'unknown-policy'],
      ...quantity('usage.quantity'),
      ...quantity('usage.priorQuantity'),
      ...quantity('usage.tierQuantity'),
      ['usage.priorBilled', '-1', 'ok'],
      ['usage.priorBilled', 'x', 'malformed-number'],
      ['usage.quantity', undefined, 'missing-usage'],
      ['usage.events', ['1'], 'malformed-input', 'usage'],
      ['usage.dimensions', { lines: '1' }, 'malformed-input', 'usage'],
    ],
  ],
  [
    'a charge of events, blocks or dimensions',
    rateCharge,
    bare,
    [
      ['usage.events', [], 'ok'],
      ['usage.events', '1', 'malformed-input'],
      ['usage.events', ['1', '-1'], 'negative-quantity', 'usage.events[1]'],
      ['usage', {}, 'missing-usage', 'usage.quantity'],
      ['conversion', { operation: 'divide', factor: '60', rounding: 'exact' }, 'malformed-input', 'usage'],
      ['freeQuantity', '1', 'malformed-input', 'usage'],
      ['price', { type: 'percentage', rate: '1', fixedPerEvent: '1' }, 'ok'],
      ['', { ...bare, price: { type: 'flat', amount: '1', term: 'arrears' }, usage: {} }, 'ok'],
      ['', { ...bare, price: { type: 'percentage', rate: '1' }, usage: { quantity: '1' } }, 'ok'],
      [
        '',
        { ...bare, price: { type: 'percentage', rate: '1', fixedPerEvent: '1' }, usage: { quantity: '1' } },
        'missing-usage',
        'usage.events',
      ],
      [
        '',
        { ...bare, price: { type: 'percentage', rate: '1', perEvent: { min: '1' } }, usage: { quantity: '1' } },
        'missing-usage',
        'usage.events',
      ],
      [
        '',
        { ...bare, price: { type: 'percentage', rate: '1', free: { events: 1 } }, usage: { quantity: '1' } },
        'missing-usage',
        'usage.events',
      ],
      [
        '',
        {
          ...bare,
          price: { type: 'percentage', rate: '1', free: { events: 1 } },
          usage: { events: ['1'], position: 'last' },
        },
        'missing-usage',
        'usage.position',
      ],
      [
        '',
        {
          ...bare,
          price: { type: 'percentage', rate: '1', free: { events: 1 } },
          usage: { events: ['1'], priorQuantity: '1' },
        },
        'missing-usage',
        'usage.position',
      ],
      ['', { ...bare, price: boxes, usage: { quantity: '3', priorBlocks: ['2'] } }, 'ok'],
      [
        '',
        { ...bare, price: boxes, usage: { quantity: '3', priorBlocks: ['-1'] } },
        'negative-quantity',
        'usage.priorBlocks[0]',
      ],
      [
        '',
        { ...bare, price: boxes, usage: { quantity: '3', priorBlocks: ['1', '1'] } },
        'malformed-input',
        'usage.priorBlocks',
      ],
      ['', { ...bare, price: room, usage: { dimensions: { lines: '1', agents: '9' } } }, 'ok'],
      ['', { ...bare, price: room, usage: { dimensions: [] } }, 'malformed-input', 'usage.dimensions'],
      [
        '',
        { ...bare, price: room, usage: { dimensions: { lines: '-1' } } },
        'negative-quantity',
        'usage.dimensions.lines',
      ],
      [
        '',
        { ...bare, price: room, usage: { dimensions: { faxes: '1' } } },
        'unknown-dimension',
        'usage.dimensions.faxes',
      ],
      [
        '',
        { ...bare, price: room, usage: { dimensions: { lines: '10', agents: '1' } } },
        'over-last-tier',
        'usage.dimensions',
      ],
      ['', { ...bare, price: room, usage: { quantity: '1' } }, 'missing-usage', 'usage.dimensions'],
    ],
  ],
  [
    'a charge billed in parts',
    rateProgressive,
    { ...(validOf(rateProgressive) as object), price: { type: 'per-unit', unitAmount: '1' } },
    [
      ['', 'x', 'malformed-input', 'input'],
      ['exponent', 9, 'unknown-currency', 'input.exponent'],
      ['readings', {}, 'malformed-input'],
      ['readings', [], 'ok'],
      ['readings[0]', null, 'malformed-input'],
      ...quantity('readings[0].cumulative'),
      ['readings[1].final', false, 'ok'],
      ['readings[1].final', 'yes', 'malformed-input'],
      ['readings[0].final', true, 'malformed-input'],
      ['readings[0].events', ['x'], 'malformed-number', 'readings[0].events[0]'],
    ],
  ],
];

describe.each(REFUSED)('%s', (_, run, valid, changes) => {
  test('is worked out as it is', () => expect(outcome(() => run(valid as never))).toEqual(['ok']));
  test.each(changes)('with %s of %j: %s', (...change) => {
    expect(outcome(() => run(changed(valid as Json, change[0], change[1]) as never))).toEqual(expected(change));
  });
});
