import { describe, expect, test } from 'vitest';
import { needPrice } from '../../src/rating/price.js';
import { changed, expected, outcome, type Change } from './changed.js';
import { prices } from './inputs.js';
import { absent, aboveZero, amount, quantity } from './usual-changes.js';

const [flat, perUnit, dynamic, graduated, volume, stairstep, packages, blocks, capacity, percentage, bandsOfMoney] =
  prices.map((price) => ({ price }));

const tiers: Change[] = [
  ...amount('price.tiers[0].unitAmount'),
  ...amount('price.tiers[1].flatAmount'),
  ...absent('price.tiers[0].unitAmount', 'price.tiers[0].flatAmount', 'price.firstTierFlatAtZero'),
  ['price.firstTierFlatAtZero', true, 'ok'],
  ['price.firstTierFlatAtZero', 'no', 'unknown-policy'],
  ['price.firstTierFlatAtZero', null, 'unknown-policy'],
];
const bounds: Change[] = [
  ['price.tiers', {}, 'malformed-input'],
  ['price.tiers', [], 'no-tiers'],
  ['price.tiers[0]', 'x', 'malformed-input'],
  ['price.tiers[0].upTo', '0.01', 'ok'],
  ['price.tiers[0].upTo', '0', 'unsorted-tiers'],
  ['price.tiers[0].upTo', null, 'unsorted-tiers'],
  ['price.tiers[0].upTo', 'x', 'malformed-number'],
  ['price.tiers[1].upTo', '10', 'no-open-tier'],
  [
    'price.tiers',
    [{ upTo: '5' }, { upTo: '5' }, { upTo: null }].map((tier) => ({ ...tier, rate: '1' })),
    'unsorted-tiers',
    'price.tiers[1].upTo',
  ],
];

const REFUSED: [string, unknown, Change[]][] = [
  [
    'any price',
    flat,
    [
      ['price', null, 'malformed-input'],
      ['price', [], 'malformed-input'],
      ['price.type', 'free', 'unknown-model'],
    ],
  ],
  [
    'a flat price',
    flat,
    [...amount('price.amount'), ['price.term', 'advance', 'ok'], ['price.term', 'monthly', 'unknown-policy']],
  ],
  [
    'a price per unit',
    perUnit,
    [...amount('price.unitAmount'), ...quantity('price.freeUnits'), ...absent('price.freeUnits')],
  ],
  ['a dynamic price', dynamic, amount('price.multiplier')],
  ['a graduated price', graduated, [...tiers, ...bounds]],
  ['a volume price', volume, [...tiers, ...bounds]],
  ['a stairstep price', stairstep, [...tiers, ...bounds]],
  [
    'a graduated percentage',
    bandsOfMoney,
    [
      ...bounds,
      ...amount('price.tiers[0].rate'),
      ...amount('price.tiers[0].flatAmount'),
      ...absent('price.tiers[0].flatAmount'),
      ['price.tiers[1].rate', undefined, 'malformed-number'],
    ],
  ],
  [
    'a package price',
    packages,
    [
      ...aboveZero('price.packageSize'),
      ...amount('price.packageAmount'),
      ...quantity('price.freeUnits'),
      ...absent('price.freeUnits', 'price.minimumPackages'),
      ['price.rounding', 'down', 'ok'],
      ['price.rounding', 'half-up', 'unknown-policy'],
      ['price.minimumPackages', 0, 'ok'],
      ['price.minimumPackages', -1, 'malformed-number'],
      ['price.minimumPackages', 0.5, 'malformed-number'],
    ],
  ],
  [
    'a price of blocks',
    blocks,
    [
      ['price.policy', 'top-tier', 'ok'],
      ['price.policy', 'last-tier', 'unknown-policy'],
      ['price.tiers', {}, 'malformed-input'],
      ['price.tiers', [], 'no-tiers'],
      ['price.tiers[1]', null, 'malformed-input'],
      ...aboveZero('price.tiers[0].blockSize'),
      ...amount('price.tiers[0].blockAmount'),
      ['price.tiers[0].maxBlocks', '2.0', 'ok'],
      ['price.tiers[0].maxBlocks', '2.5', 'malformed-number'],
      ['price.tiers[0].maxBlocks', '0', 'negative-quantity'],
      ['price.tiers[0].maxBlocks', null, 'unsorted-tiers'],
      ['price.tiers[1].maxBlocks', '3', 'ok'],
    ],
  ],
  [
    'a price of capacity',
    capacity,
    [
      ['price.tiers', {}, 'malformed-input'],
      ['price.tiers', [], 'no-tiers'],
      ['price.tiers[0]', 1, 'malformed-input'],
      ...amount('price.tiers[0].amount'),
      ['price.tiers[0].limits', [], 'malformed-input'],
      ['price.tiers[0].limits', {}, 'unknown-dimension'],
      ['price.tiers[1].limits', { agents: '10' }, 'unknown-dimension', 'price.tiers[1].limits.agents'],
      ['price.tiers[1].limits', { lines: '10', agents: '10' }, 'unknown-dimension'],
      ['price.tiers[0].limits.lines', '-1', 'negative-quantity'],
      ['price.tiers[0].limits.lines', null, 'ok'],
      ['price.tiers[1].limits.lines', '9', 'ok'],
      ['price.tiers[1].limits.lines', '8.99', 'unsorted-tiers'],
      [
        'price.tiers',
        [
          { amount: '1', limits: { lines: null } },
          { amount: '2', limits: { lines: '5' } },
        ],
        'unsorted-tiers',
        'price.tiers[1].limits.lines',
      ],
    ],
  ],
  [
    'a percentage',
    percentage,
    [
      ...amount('price.rate'),
      ...amount('price.fixedPerEvent'),
      ...absent(
        'price.fixedPerEvent',
        'price.free',
        'price.perEvent',
        'price.free.events',
        'price.free.amount',
        'price.perEvent.min',
        'price.perEvent.max',
      ),
      ['price.free', 5, 'malformed-input'],
      ['price.free', {}, 'malformed-input'],
      ['price.free.events', -1, 'malformed-number'],
      ...amount('price.free.amount'),
      ['price.perEvent', '1', 'malformed-input'],
      ...amount('price.perEvent.min'),
      ['price.perEvent.max', '-1', 'negative-amount'],
      ['price.perEvent.max', '1', 'ok'],
      ['price.perEvent.max', '0.99', 'minimum-above-maximum', 'price.perEvent.min'],
    ],
  ],
];

describe.each(REFUSED)('%s', (_, valid, changes) => {
  test.each(changes)('with %s of %j: %s', (...change) => {
    const { price } = changed(valid as never, change[0], change[1]) as { price: never };
    expect(outcome(() => needPrice(price, 'price'))).toEqual(expected(change));
  });
});
