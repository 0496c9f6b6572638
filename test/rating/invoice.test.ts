import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyCoupon, rateInvoice, type Coupon, type RateInvoiceInput } from '../../src/rating/index.js';
import { parse } from '../../src/rating/decimal.js';
import { checkDerivation } from '../../src/rating/derivation.js';
import { thrownBy } from './thrown.js';

const rounding = { mode: 'half-up', scale: 2 } as const;
const of = (
  amounts: readonly string[],
  own: Partial<RateInvoiceInput> = {},
  rates: readonly string[] = [],
): RateInvoiceInput => ({
  currency: 'USD',
  rounding,
  lines: amounts.map((amount, index) => ({ ref: `l${index}`, amount, taxRates: rates })),
  ...own,
});
const THREE = ['139.00', '12.90', '10.00'];

describe('coupons', () => {
  const total = (...coupons: Coupon[]): string => rateInvoice(of(['50.00'], { coupons })).total;

  test('case 56: are applied in their order', () => {
    expect(total({ id: 'a', percent: '20' }, { id: 'b', amount: '10.00' })).toBe('30');
    expect(total({ id: 'b', amount: '10.00' }, { id: 'a', percent: '20' })).toBe('32');
  });
  test('never take more than there is', () => expect(total({ id: 'a', amount: '60.00' })).toBe('0'));
  test('are spread over lines by what is left of each, with the largest remainder', () => {
    const { lines } = rateInvoice(of(THREE, { coupons: [{ id: 'a', amount: '20.00' }] }, ['7.25']));
    expect(lines.map(({ coupon, net, tax }) => [coupon, net, tax])).toEqual([
      ['17.17', '121.83', '8.83'],
      ['1.59', '11.31', '0.82'],
      ['1.24', '8.76', '0.64'],
    ]);
  });
  test('leave alone the lines that they do not apply to', () => {
    const { lines } = rateInvoice(of(THREE, { coupons: [{ id: 'a', percent: '50', appliesTo: ['l1'] }] }));
    expect(lines.map(({ coupon }) => coupon)).toEqual(['0', '6.45', '0']);
  });
  test('count a credit among their lines against what they take', () => {
    expect(rateInvoice(of(['129.50', '-69.50'], { coupons: [{ id: 'a', percent: '20' }] })).couponsTotal).toBe('12');
  });
  test('above 100 % are refused', () => {
    expect(thrownBy(() => total({ id: 'a', percent: '100.01' }))).toEqual([
      'percentage-out-of-range',
      'coupons[0].percent',
    ]);
    expect(applyCoupon({ base: '3.00', currency: 'EUR', percent: '100', rounding }).discountTotal).toBe('3');
    expect(thrownBy(() => applyCoupon({ base: '3.00', currency: 'EUR', rounding }))[0]).toBe('malformed-input');
  });
});

describe('tax', () => {
  test('is rounded by line or once, which may differ by a cent', () => {
    expect(rateInvoice(of(THREE, {}, ['7.25'])).taxTotal).toBe('11.75');
    expect(rateInvoice(of(THREE, { policy: { taxRounding: 'invoice' } }, ['7.25'])).taxTotal).toBe('11.74');
  });
  test('of several rates is that of their sum', () =>
    expect(rateInvoice(of(['10.30'], {}, ['20', '5'])).taxTotal).toBe('2.58'));
  test('is taken out of prices that contain it', () => {
    expect(rateInvoice(of(['120.00', '9.99'], { policy: { prices: 'inclusive' } }, ['20']))).toMatchObject({
      subtotal: '108.32',
      taxTotal: '21.67',
      total: '129.99',
    });
  });
  test('is not due on what coupons take', () => {
    expect(rateInvoice(of(THREE, { coupons: [{ id: 'a', amount: '20.00' }] }, ['7.25']))).toMatchObject({
      subtotal: '141.9',
      taxTotal: '10.29',
      total: '152.19',
    });
  });
});

describe('credits', () => {
  test('case 56: come after the tax and stop at the total', () => {
    expect(rateInvoice(of(['50.00'], { creditNotes: [{ id: 'a', amount: '30.00' }] }, ['20']))).toMatchObject({
      creditNotesTotal: '30',
      total: '30',
    });
    const both = of(
      ['50.00'],
      {
        creditNotes: [
          { id: 'a', amount: '40.00' },
          { id: 'b', amount: '40.00' },
        ],
        prepaid: '5.00',
      },
      ['20'],
    );
    expect(rateInvoice(both)).toMatchObject({ creditNotesTotal: '60', prepaidTotal: '0', total: '0' });
  });
  test('of a prepaid balance come last', () => {
    expect(
      rateInvoice(of(['50.00'], { creditNotes: [{ id: 'a', amount: '20.00' }], prepaid: '100.00' })),
    ).toMatchObject({ creditNotesTotal: '20', prepaidTotal: '30', total: '0' });
  });
  test('do not pay an invoice that is itself a credit', () =>
    expect(rateInvoice(of(['-5.00'], { prepaid: '1.00' })).total).toBe('-5'));
});

test('each line is rounded before it is added', () => expect(rateInvoice(of(['0.015', '0.015'])).total).toBe('0.04'));

test.each([
  [
    'duplicate-key',
    'lines',
    {
      lines: [
        { ref: 'a', amount: '1' },
        { ref: 'a', amount: '1' },
      ],
    },
  ],
  ['malformed-number', 'lines[0].amount', { lines: [{ ref: 'a', amount: 'x' }] }],
  ['negative-amount', 'creditNotes[0].amount', { creditNotes: [{ id: 'a', amount: '-1' }] }],
  ['malformed-number', 'prepaid', { prepaid: '0.001' }],
  ['unknown-policy', 'tax.taxRounding', { policy: { taxRounding: 'customer' as 'line' } }],
] as [string, string, Partial<RateInvoiceInput>][])('%s: %s', (code, field, own) => {
  expect(thrownBy(() => rateInvoice(of(['1'], own)))).toEqual([code, field]);
});

test('whatever the lines, coupons and policies, every amount recomputes and nothing charged goes below zero', () => {
  const cents = fc.nat(99_999).map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`);
  const coupon = fc.oneof(fc.record({ percent: fc.nat(100).map(String) }), fc.record({ amount: cents }));
  const invoice = fc.record({
    amounts: fc.array(cents, { minLength: 1, maxLength: 5 }),
    coupons: fc.array(coupon, { maxLength: 3 }),
    credit: cents,
    prepaid: cents,
    rates: fc.subarray(['7.25', '20', '0']),
    taxRounding: fc.constantFrom('line' as const, 'invoice' as const),
    prices: fc.constantFrom('exclusive' as const, 'inclusive' as const),
  });
  fc.assert(
    fc.property(invoice, ({ amounts, coupons, credit, prepaid, rates, taxRounding, prices }) => {
      const named = coupons.map((each, index) => ({ id: `c${index}`, ...each }));
      const rated = rateInvoice(
        of(
          amounts,
          { coupons: named, creditNotes: [{ id: 'n', amount: credit }], prepaid, policy: { taxRounding, prices } },
          rates,
        ),
      );
      const known = new Map(Object.entries(rated.derivations).map(([key, { value }]) => [key, value]));
      const exact = new Map(
        [...known].map(([key, value]) => [
          key,
          value.includes('/')
            ? { n: BigInt(value.split('/')[0] ?? ''), d: BigInt(value.split('/')[1] ?? '') }
            : parse(value),
        ]),
      );
      const wrong = Object.values(rated.derivations).flatMap((tree) => checkDerivation(tree, exact));
      return (
        wrong.length === 0 &&
        [rated.total, ...rated.lines.map(({ net }) => net)].every((amount) => !amount.startsWith('-'))
      );
    }),
    { numRuns: 300 },
  );
});
