import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkCharge,
  fromMoney,
  rateCharge,
  type ChargeInput,
  type ChargeTerms,
  type Decimal,
  type GraduatedPrice,
  type Price,
  type RatedCharge,
} from '../../src/rating/index.js';

const thousandths = (value: number): Decimal => {
  const digits = String(value).padStart(4, '0');
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`;
};

const quantity = fc.nat(50_000);
const amount = fc.nat(20_000).map(thousandths);
const bounds = fc.uniqueArray(fc.integer({ min: 1, max: 40_000 }), { maxLength: 5 });

const graduated: fc.Arbitrary<GraduatedPrice> = fc
  .tuple(bounds, fc.array(fc.tuple(amount, amount), { minLength: 6, maxLength: 6 }), fc.boolean())
  .map(([ends, amounts, firstTierFlatAtZero]) => ({
    type: 'graduated',
    firstTierFlatAtZero,
    tiers: [...ends.sort((a, b) => a - b).map(thousandths), null].map((upTo, index) => {
      const [unitAmount = '0', flatAmount = '0'] = amounts[index] ?? [];
      return { upTo, unitAmount, flatAmount };
    }),
  }));

const perUnit: fc.Arbitrary<Price> = fc
  .tuple(amount, fc.nat(20_000).map(thousandths))
  .map(([unitAmount, freeUnits]) => ({ type: 'per-unit', unitAmount, freeUnits }));

const packages: fc.Arbitrary<Price> = fc.record({
  type: fc.constant('package' as const),
  packageSize: fc.integer({ min: 1, max: 9000 }).map(thousandths),
  packageAmount: amount,
  freeUnits: amount,
  rounding: fc.constantFrom('up' as const, 'down' as const),
  minimumPackages: fc.nat(3),
});

const rising = fc.oneof(graduated, perUnit, packages);

const usd = { currency: 'USD', exponent: 2, rounding: { mode: 'half-up', at: 'charge' } } as const;
const cents = (charge: RatedCharge): bigint => BigInt(charge.total.amount);
const rate = (price: Price, used: number, terms: Partial<ChargeTerms> = {}): RatedCharge =>
  rateCharge({ ...usd, ...terms, price, usage: { quantity: thousandths(used) } });

describe('graduated prices, packages and prices per unit', () => {
  test('never cost less when more is used', () => {
    fc.assert(
      fc.property(rising, quantity, quantity, (price, a, b) => {
        expect(cents(rate(price, Math.min(a, b)))).toBeLessThanOrEqual(cents(rate(price, Math.max(a, b))));
      }),
    );
  });

  test('cost the same billed in parts as billed once, with a maximum and a minimum', () => {
    const limit = fc.option(fc.nat(1_000_000), { nil: undefined });
    fc.assert(
      fc.property(
        rising,
        fc.array(fc.nat(9000), { minLength: 2, maxLength: 6 }),
        limit,
        limit,
        (price, parts, a, b) => {
          const terms = limits(a, b);
          const whole = rate(
            price,
            parts.reduce((sum, part) => sum + part, 0),
            terms,
          );
          expect(sumOfParts(price, parts, terms)).toBe(whole.precise);
        },
      ),
    );
  });
});

function limits(a: number | undefined, b: number | undefined): Partial<ChargeTerms> {
  const [low, high] = a !== undefined && b !== undefined && a > b ? [b, a] : [a, b];
  return {
    ...(low !== undefined && { minimum: thousandths(low) }),
    ...(high !== undefined && { maximum: thousandths(high) }),
  };
}

/** Each part is told what came before it, exactly as it was billed. */
function sumOfParts(price: Price, parts: readonly number[], terms: Partial<ChargeTerms>): string {
  let [prior, billed] = [0, '0'];
  parts.forEach((part, index) => {
    const position = index === 0 ? 'first' : index === parts.length - 1 ? 'last' : 'mid';
    const usage = {
      quantity: thousandths(part),
      priorQuantity: thousandths(prior),
      priorBilled: billed,
      position,
    } as const;
    const { precise } = rateCharge({ ...usd, ...terms, price, usage });
    billed = sum(billed, precise);
    prior += part;
  });
  return billed;
}

/** The sum of two decimals with at most six digits. */
function sum(a: string, b: string): string {
  const micros = (text: string): bigint => {
    const [whole = '', digits = ''] = text.split('.');
    return BigInt(whole + digits.padEnd(6, '0'));
  };
  const text = (micros(a) + micros(b)).toString().padStart(7, '0');
  const digits = text.slice(-6).replace(/0+$/, '');
  return digits === '' ? text.slice(0, -6) : `${text.slice(0, -6)}.${digits}`;
}

const volume = graduated.map((price): Price => ({ ...price, type: 'volume' }));
const percentage: fc.Arbitrary<Price> = fc
  .tuple(amount, amount, fc.option(fc.nat(4), { nil: undefined }), fc.option(amount, { nil: undefined }))
  .map(([rateOf, fixedPerEvent, events, free]) => ({
    type: 'percentage',
    rate: rateOf,
    fixedPerEvent,
    free: { events: events ?? 0, ...(free !== undefined && { amount: free }) },
  }));

const anyCharge: fc.Arbitrary<ChargeInput> = fc
  .record({
    price: fc.oneof(rising, volume, percentage),
    quantity,
    events: fc.array(fc.nat(9000).map(thousandths), { maxLength: 6 }),
    at: fc.constantFrom('line' as const, 'charge' as const),
    mode: fc.constantFrom('half-up', 'half-even', 'half-down', 'up', 'down', 'ceil', 'floor'),
    percentDiscount: fc.nat(100).map(String),
    low: fc.nat(300_000),
    high: fc.nat(300_000),
    credits: fc.array(fc.nat(100_000), { maxLength: 4 }),
  })
  .map(({ price, quantity: used, events, at, mode, percentDiscount, low, high, credits }) => ({
    ...usd,
    price,
    rounding: { mode, at },
    usage: { quantity: thousandths(used), ...(price.type === 'percentage' && { events }) },
    percentDiscount,
    ...limits(low, high),
    credits: credits.map((value, index) => ({ id: `c${index}`, amount: `${value}` })),
  }));

describe('any charge', () => {
  test('recomputes: every line, discount, credit and total', () => {
    fc.assert(
      fc.property(anyCharge, (input) => {
        expect(checkCharge(rateCharge(input))).toEqual([]);
      }),
    );
  });

  test('is never taken below zero by discounts and credits', () => {
    fc.assert(
      fc.property(anyCharge, (input) => {
        const charge = rateCharge(input);
        for (const { total } of [...charge.lines, charge]) expect(fromMoney(total).n >= 0n).toBe(true);
      }),
    );
  });

  test('is rated the same twice', () => {
    fc.assert(
      fc.property(anyCharge, (input) => {
        expect(rateCharge(input)).toEqual(rateCharge(input));
      }),
    );
  });

  test('adds up to its total where its lines are rounded', () => {
    fc.assert(
      fc.property(anyCharge, (input) => {
        const charge = rateCharge({ ...input, rounding: { mode: 'half-up', at: 'line' } });
        expect(charge.lines.reduce((all, { total }) => all + BigInt(total.amount), 0n)).toBe(cents(charge));
      }),
    );
  });
});
