import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakEven, costEffectiveTo } from '../../src/rating/break-even.js';
import { costCurve } from '../../src/rating/cost-curve.js';
import { add, compare, parse, parseExact, subtract, whole, type Exact } from '../../src/rating/decimal.js';
import type { RatedPlan, UsageCharge } from '../../src/rating/plan.js';
import { planOf } from './plans.js';

const starter = planOf({ id: 'starter', baseFee: '139.00', included: '100', rate: '1.29' });
const business = planOf({ id: 'business', baseFee: '219.00', included: '200', rate: '1.09' });
const tiered = planOf({
  id: 'tiered',
  baseFee: '10.00',
  included: '0',
  price: {
    type: 'graduated',
    tiers: [
      { upTo: '50', unitAmount: '1' },
      { upTo: null, flatAmount: '500' },
    ],
  },
});

describe('the break-even of two plans', () => {
  test('is exact where no decimal ends', () => {
    expect(breakEven(starter, business, 'operator')).toEqual({ quantity: '20900/129', unit: 'minute', beyond: false });
  });

  test('is zero where the other plan is cheaper from the start', () => {
    expect(breakEven(business, starter, 'operator')).toEqual({ quantity: '0', unit: 'minute', beyond: false });
  });

  test('is null where the other plan always costs more', () => {
    const dear = planOf({ id: 'dear', baseFee: '500.00', included: '100', rate: '1.29' });
    expect(breakEven(starter, dear, 'operator')).toBeNull();
  });

  test('lies beyond the bound where a fee of the other plan begins', () => {
    const flat = planOf({ id: 'flat', baseFee: '400.00', included: '1000', rate: '1.00' });
    expect(breakEven(tiered, flat, 'operator')).toEqual({ quantity: '50', unit: 'minute', beyond: true });
  });

  test('lies within the tier where the costs meet', () => {
    const flat = planOf({ id: 'flat', baseFee: '40.00', included: '1000', rate: '1.00' });
    expect(breakEven(tiered, flat, 'operator')).toEqual({ quantity: '30', unit: 'minute', beyond: false });
  });

  test('refuses plans that cannot be compared', () => {
    const euro = { ...business, currency: 'EUR' };
    expect(() => breakEven(starter, euro, 'operator')).toThrow(expect.objectContaining({ code: 'currency-mismatch' }));
    expect(() => breakEven(starter, business, 'fax')).toThrow(expect.objectContaining({ code: 'unknown-charge' }));
    const calls = { ...business, usage: business.usage.map((usage) => ({ ...usage, unit: 'call' })) };
    expect(() => breakEven(starter, calls, 'operator')).toThrow(expect.objectContaining({ code: 'unit-mismatch' }));
  });
});

describe('the order of two plans', () => {
  const cents = fc
    .integer({ min: 0, max: 50_000 })
    .map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`);
  const units = fc.integer({ min: 0, max: 400 }).map(String);
  const perUnit = fc.record({ type: fc.constant('per-unit' as const), unitAmount: cents });
  const graduated = fc
    .record({ bound: fc.integer({ min: 1, max: 300 }).map(String), first: cents, then: cents, flat: cents })
    .map(({ bound, first, then, flat }) => ({
      type: 'graduated' as const,
      tiers: [
        { upTo: bound, unitAmount: first },
        { upTo: null, unitAmount: then, flatAmount: flat },
      ],
    }));
  const plan = fc
    .record({ baseFee: cents, included: units, price: fc.oneof(perUnit, graduated) })
    .map((own) => planOf({ id: 'any', ...own }));

  test('flips at the break-even and at no smaller usage', () => {
    fc.assert(
      fc.property(plan, plan, fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 20 }), (a, b, usages) => {
        const found = breakEven(a, b, 'operator');
        const gap = (quantity: Exact): number => compare(costAt(b, quantity), costAt(a, quantity));
        for (const usage of usages.map(whole)) {
          if (!found || compare(usage, parseExact(found.quantity)) < 0) expect(gap(usage)).toBe(1);
        }
        if (!found) return;
        const at = parseExact(found.quantity);
        expect(gap(at)).toBe(found.beyond ? 1 : Math.min(gap(at), 0));
        if (found.beyond) expect(gap(add(at, parse('0.000001')))).toBeLessThanOrEqual(0);
        else if (at.n > 0n) expect(gap(subtract(at, parse('0.000001')))).toBe(1);
      }),
    );
  });

  const costAt = (rated: RatedPlan, quantity: Exact): Exact =>
    costCurve(rated, rated.usage[0] as UsageCharge, 'plan').at(quantity);
});

describe('the line "cost effective to"', () => {
  test('is the break-even with the plan up that comes first', () => {
    const huge = planOf({ id: 'huge', baseFee: '999.00', included: '5000', rate: '0.50' });
    const found = costEffectiveTo(starter, [huge, business, starter], 'operator');
    expect(found).toEqual({ quantity: '20900/129', unit: 'minute', beyond: false, plan: 'business' });
  });

  test('is absent on the largest plan', () => {
    expect(costEffectiveTo(business, [starter, business], 'operator')).toBeNull();
  });
});

describe('the line also', () => {
  const up = (id: string, own: Parameters<typeof planOf>[0]): RatedPlan =>
    planOf({ id, baseFee: '219.00', included: '200', rate: '1.09', ...own });
  const found = (...plans: RatedPlan[]): string | null => {
    const effective = costEffectiveTo(starter, plans, 'operator');
    return effective && `${effective.plan} ${effective.beyond ? 'beyond' : 'from'} ${effective.quantity}`;
  };

  test('leaves out plans of other currencies, charges and units', () => {
    expect(found(up('euro', { currency: 'EUR' }), up('mills', { exponent: 3 }))).toBeNull();
    const [usage] = business.usage;
    if (!usage) throw new Error('no charge');
    expect(
      found({ ...business, usage: [{ ...usage, id: 'fax' }] }, { ...business, usage: [{ ...usage, unit: 'call' }] }),
    ).toBeNull();
    expect(found({ ...business, usage: [{ ...usage, id: 'fax', unit: 'page' }, usage] })).toBe(
      'business from 20900/129',
    );
    expect(
      found({
        ...business,
        usage: [
          { ...usage, id: 'fax' },
          { ...usage, unit: 'call' },
        ],
      }),
    ).toBeNull();
  });

  test('names the smallest of several, among equals the one with the lowest fee', () => {
    expect(found(up('a', { baseFee: '220.00' }), up('b', {}))).toBe('b from 20900/129');
    expect(found(up('a', {}), up('b', {}))).toBe('a from 20900/129');
    expect(
      found(
        up('a', { baseFee: '250.00', included: '1000' }),
        up('b', { baseFee: '240.00', included: '1000', rate: '1.30' }),
      ),
    ).toBe('b from 23000/129');
  });

  test('prefers what holds at a quantity to what holds only beyond it', () => {
    const costs = (id: string, baseFee: string): RatedPlan => planOf({ id, baseFee, included: '1000', rate: '1' });
    const jump = (quantity: string): string | undefined => {
      const all = [costs('flat', '60.00'), costs('more', '61.00')];
      return costEffectiveTo(tiered, all, 'operator')?.[quantity as 'plan'];
    };
    expect([jump('plan'), jump('quantity')]).toEqual(['flat', '50']);
    expect(breakEven(tiered, costs('more', '61.00'), 'operator')).toEqual({
      quantity: '50',
      unit: 'minute',
      beyond: true,
    });
    expect(breakEven(tiered, costs('flat', '60.00'), 'operator')).toEqual({
      quantity: '50',
      unit: 'minute',
      beyond: false,
    });
  });
});
