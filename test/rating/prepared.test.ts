import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDerivation, preparePrice, type PreparedOptions, type Price, type Tier } from '../../src/rating/index.js';
import { toText } from '../../src/rating/decimal.js';

const usd = { currency: 'USD', exponent: 2 };
const options: PreparedOptions = { unit: 'minute', scale: 0, rounding: { mode: 'half-up', at: 'line' } };
const graduated: Price = {
  type: 'graduated',
  tiers: [
    { upTo: '5', unitAmount: '5' },
    { upTo: '10', unitAmount: '4', flatAmount: '0.5' },
    { upTo: null, unitAmount: '3' },
  ],
};

describe('a prepared price', () => {
  test.each([
    [0, 0],
    [5, 2500],
    [6, 2950],
    [10, 4550],
    [12, 5150],
  ])('of %s units is %s cents', (quantity, cents) => {
    expect(preparePrice(graduated, usd, options).minorUnits(quantity)).toBe(cents);
  });

  test('rounds each row like a line, or their sum once', () => {
    const thirds: Price = {
      type: 'graduated',
      tiers: [
        { upTo: '1', unitAmount: '0.005' },
        { upTo: null, unitAmount: '0.005' },
      ],
    };
    expect(preparePrice(thirds, usd, options).minorUnits(2)).toBe(2);
    expect(preparePrice(thirds, usd, { ...options, rounding: { mode: 'half-up', at: 'charge' } }).minorUnits(2)).toBe(
      1,
    );
  });

  test('takes parts of a unit by its scale', () => {
    const minute = preparePrice({ type: 'per-unit', unitAmount: '1.29' }, usd, { ...options, scale: 1 });
    expect(minute.minorUnits(995)).toBe(12836);
  });

  test('charges what is due at zero', () => {
    const due: Price = {
      type: 'graduated',
      tiers: [
        { upTo: '5', flatAmount: '10' },
        { upTo: null, unitAmount: '1' },
      ],
    };
    expect(preparePrice(due, usd, options).minorUnits(0)).toBe(1000);
    expect(preparePrice({ ...due, firstTierFlatAtZero: false }, usd, options).minorUnits(0)).toBe(0);
  });

  test('explains an amount when asked', () => {
    const derivation = preparePrice(graduated, usd, options).explain(12);
    expect(derivation.value).toBe('51.5');
    expect(checkDerivation(derivation)).toEqual([]);
  });

  test('goes on exactly where numbers would leave the safe range', () => {
    const fine = preparePrice({ type: 'per-unit', unitAmount: '0.000000000001' }, usd, { ...options, scale: 12 });
    expect(fine.minorUnits(9_007_199_254_740_991)).toBe(0);
    expect(fine.amount(9_007_199_254_740_991n * 10n ** 12n).amount).toBe('900720');
    const dear = preparePrice({ type: 'per-unit', unitAmount: '99999.99' }, usd, options);
    expect(() => dear.minorUnits(9_007_199_254_740_991)).toThrow(
      expect.objectContaining({ code: 'amount-out-of-range' }),
    );
    expect(dear.amount(90_071_992_547n).amount).toBe(String(90_071_992_547n * 9_999_999n));
  });

  test.each([[-1], [0.5], [NaN], [2 ** 60]])('refuses %s as a quantity', (quantity) => {
    expect(() => preparePrice(graduated, usd, options).minorUnits(quantity)).toThrow(
      expect.objectContaining({ code: 'malformed-number', field: 'quantity' }),
    );
  });
});

describe('any prepared price', () => {
  const digits = (max: number, places: number): fc.Arbitrary<string> =>
    fc.nat(max).map((n) => toText({ n: BigInt(n), d: 10n ** BigInt(places) }));
  const amount = fc.oneof(digits(5000, 2), digits(99_999, 5), digits(9_999_999, 12), fc.constant('0'));
  const bounds = fc
    .uniqueArray(fc.integer({ min: 1, max: 3000 }), { maxLength: 3 })
    .map((all) => all.sort((a, b) => a - b));
  const tiers = fc.tuple(bounds, fc.array(amount, { minLength: 8, maxLength: 8 })).map(([ends, amounts]): Tier[] =>
    [...ends.map((end) => toText({ n: BigInt(end), d: 10n })), null].map((upTo, index) => ({
      upTo,
      unitAmount: amounts[index] ?? '0',
      flatAmount: amounts[index + 4] ?? '0',
    })),
  );
  const price: fc.Arbitrary<Price> = fc.oneof(
    fc.record({ type: fc.constantFrom('graduated', 'volume', 'stairstep'), tiers, firstTierFlatAtZero: fc.boolean() }),
    fc.record({ type: fc.constant('per-unit' as const), unitAmount: amount, freeUnits: digits(2000, 1) }),
    fc.record({
      type: fc.constant('package' as const),
      packageSize: fc.constantFrom('7', '2.5'),
      packageAmount: amount,
      rounding: fc.constantFrom('up', 'down'),
    }),
  );
  const rounding = fc.record({
    mode: fc.constantFrom('half-up', 'half-even', 'half-down', 'up', 'down', 'ceil', 'floor'),
    at: fc.constantFrom('line', 'charge'),
  });
  const quantities = fc.array(
    fc.oneof(
      fc.nat(400),
      fc.nat(400_000),
      fc.maxSafeNat().map((n) => n % 10 ** 13),
    ),
    { minLength: 5, maxLength: 10 },
  );

  test('is what the price itself comes to, in whatever numbers it is worked out', () => {
    fc.assert(
      fc.property(
        price,
        rounding,
        fc.nat(3),
        fc.constantFrom(0, 2, 3),
        quantities,
        (any, how, scale, exponent, all) => {
          const prepared = preparePrice(any, { currency: 'XXX', exponent }, { unit: 'minute', scale, rounding: how });
          for (const quantity of all) {
            const exact = BigInt(prepared.amount(quantity).amount);
            if (exact <= BigInt(Number.MAX_SAFE_INTEGER)) expect(BigInt(prepared.minorUnits(quantity))).toBe(exact);
            else expect(() => prepared.minorUnits(quantity)).toThrow();
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
