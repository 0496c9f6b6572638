import { describe, expect, test } from 'vitest';
import { BillingError, type Plan, type Subscription } from '../../src/api/index.js';
import type { WhatIfUse } from '../../src/rating/index.js';
import { inOneDay } from '../../src/store/one-day.js';
import { basesOf, changedUse, mostOf, pricedAt, quantityOf, variableCharges } from '../../src/store/what-if.js';

const period = { start: '2026-11-01', end: '2026-12-01' };

const planOf = (included: string, baseFee: string, over: string): Plan => ({
  id: `minutes-${included}`,
  name: `${included} minutes`,
  version: '1',
  currency: 'USD',
  exponent: 2,
  baseFee,
  usage: [
    {
      id: 'operator',
      name: 'Operator minutes',
      unit: 'minute',
      reported: { unit: 'second', perUnit: '60' },
      included,
      price: { type: 'per-unit', unitAmount: over },
    },
    { id: 'ivr', name: 'Menu', unit: 'minute', included: '0', price: { type: 'per-unit', unitAmount: '0.15' } },
  ],
  lines: { included: 1, fee: '10.00' },
  family: 'per-minute',
  description: '',
  status: 'public',
});

const [small, large] = [planOf('100', '139.00', '1.29'), planOf('220', '279.00', '1.24')];
const [operator] = small.usage;
const use: WhatIfUse = {
  period,
  lines: 2,
  addOns: [],
  usage: [
    { date: '2026-11-02', quantities: { operator: '4500', ivr: '3' } },
    { date: '2026-11-09', quantities: { operator: '4500' } },
  ],
};
const subscription = { plan: small, lines: 2, addOns: [] as Subscription['addOns'] } as Subscription;

function totals(found: ReturnType<typeof pricedAt>): string[] {
  if (found instanceof BillingError) throw found;
  return [...found.costs.values()].map(({ total }) => total.amount);
}

describe('what if', () => {
  test('costs the same with all usage on one day', () => {
    expect(totals(pricedAt([small, large], small.id, inOneDay(use)))).toEqual(
      totals(pricedAt([small, large], small.id, use)),
    );
  });

  test('puts a quantity that is set in the place of what was used, in the unit that is reported, and leaves the rest', () => {
    const changed = changedUse(inOneDay(use), { quantities: { operator: '200' } }, small.usage);
    expect(changed.usage).toEqual([{ date: '2026-11-01', quantities: { operator: '12000', ivr: '3' } }]);
    expect(quantityOf(changed, operator as never)).toBe('200');
    // 139.00 + 100 × 1.29 + 0.45 + a line, and 279.00 + 0.45 + a line
    expect(totals(pricedAt([small, large], small.id, changed))).toEqual(['27845', '28945']);
  });

  test('counts lines and add-ons that are set', () => {
    const addOns = [{ id: 'on-call', name: 'On-Call', fee: '25.00' }];
    const changed = changedUse(inOneDay(use), { quantities: {}, lines: 4, addOns }, small.usage);
    expect(changed).toMatchObject({ lines: 4, addOns });
  });

  test('says which plan costs least: the current one among equals, else the first', () => {
    const twin = { ...small, id: 'twin' };
    expect(pricedAt([twin, small], small.id, use)).toMatchObject({ least: small.id });
    expect(pricedAt([twin, small], 'gone', use)).toMatchObject({ least: 'twin' });
  });

  test('is an error, not a comparison with gaps, where a plan can’t price the use', () => {
    const other = { ...large, usage: [] };
    expect(pricedAt([small, other], small.id, use)).toBeInstanceOf(BillingError);
  });

  test('compares at this month as expected, then so far, then at the months before, the latest first', () => {
    const forecast = {
      method: 'run-rate',
      basis: { from: '2026-11-01', to: '2026-11-10', days: 9, range: 'standard-deviation' },
      expected: [{ date: '2026-11-10', quantities: { operator: '600' } }],
      low: [],
      high: [],
    } as const;
    const current = { subscription, usage: use.usage, charged: period, forecast };
    const months = ['2026-09-01', '2026-10-01'].map((start) => ({ ...use, period: { ...period, start } }));
    const bases = basesOf(current, period, months);
    expect(bases.map(({ id }) => id)).toEqual(['expected', 'so-far', '2026-10-01', '2026-09-01']);
    expect(bases.map(({ use: each }) => each.usage[0]?.quantities['operator']).slice(0, 2)).toEqual(['9600', '9000']);
  });

  test('has no month to expect anything of where nothing is paid for', () => {
    expect(basesOf(undefined, period, [])).toEqual([]);
  });

  test('has sliders for what some plan includes, half as far again as the largest allowance or use', () => {
    expect(variableCharges(subscription, [small, large]).map(({ id }) => id)).toEqual(['operator']);
    expect(mostOf(operator as never, [small, large], [])).toBe('330');
    expect(mostOf(operator as never, [small], [{ id: 'x', kind: 'month', use: inOneDay(use) }])).toBe('230');
  });
});
