import { describe, expect, test } from 'vitest';
import { rateInvoice, type RatedInvoice, type RateInvoiceInput } from '../../src/rating/index.js';
import { drawn } from './drawn.js';

const cents = { mode: 'half-up', scale: 2 } as const;

describe('an invoice of amounts', () => {
  const rated = (own: Partial<RateInvoiceInput>): RatedInvoice =>
    rateInvoice({
      currency: 'USD',
      rounding: cents,
      lines: [
        { ref: 'a', amount: '10.005', taxRates: ['7', '1'] },
        { ref: 'b', amount: '4' },
        { ref: 'c', amount: '-1', taxRates: ['7'] },
      ],
      ...own,
    });
  const trees = ({ derivations }: RatedInvoice): string =>
    Object.entries(derivations)
      .map(([key, tree]) => `\n      ${key}:${drawn(tree, '\n        ')}`)
      .join('');
  const coupons = [
    { id: 'x', amount: '5' },
    { id: 'y', percent: '10', appliesTo: ['b'] },
  ];

  test('has its lines, coupons, taxes, credits and totals, each by its key', () => {
    expect(
      trees(
        rated({
          coupons,
          creditNotes: [
            { id: 'n', amount: '3' },
            { id: 'o', amount: '0' },
          ],
          prepaid: '20',
        }),
      ),
    ).toBe(`
      a:
        round 10.01 USD line-total | rounding half-up 2
          input 10.005 USD fee
      b:
        round 4 USD line-total | rounding half-up 2
          input 4 USD fee
      c:
        round -1 USD line-total | rounding half-up 2
          input -1 USD fee
      coupon/x/base:
        add 13.01 USD coupon-base
          line 10.01 USD line-total | a
          line 4 USD line-total | b
          line -1 USD line-total | c
      coupon/x/weights:
        add 14.01 USD net
          line 10.01 USD line-total | a
          line 4 USD line-total | b
      coupon/x/a:
        round -3.57 USD share | largest-remainder down 2
          divide -5005/1401 USD -
            multiply -50.05 USD -
              line -5 USD line-total | coupon/x
              line 10.01 USD line-total | a
            line 14.01 USD line-total | coupon/x/weights
      coupon/x/b:
        add -1.43 USD share
          round -1.42 USD share | largest-remainder down 2
            divide -2000/1401 USD -
              multiply -20 USD -
                line -5 USD line-total | coupon/x
                line 4 USD line-total | b
              line 14.01 USD line-total | coupon/x/weights
          input -0.01 USD remainder
      coupon/x:
        multiply -5 USD discount
          round 5 USD discount | rounding half-up 2
            input 5 USD discount
          input -1 - credit
      coupon/y/base:
        add 2.57 USD coupon-base
          add 2.57 USD net
            line 4 USD line-total | b
            line -1.43 USD line-total | coupon/x/b
      coupon/y/weights:
        add 2.57 USD net
          add 2.57 USD net
            line 4 USD line-total | b
            line -1.43 USD line-total | coupon/x/b
      coupon/y/b:
        round -0.26 USD share | largest-remainder down 2
          divide -0.26 USD -
            multiply -0.6682 USD -
              line -0.26 USD line-total | coupon/y
              add 2.57 USD net
                line 4 USD line-total | b
                line -1.43 USD line-total | coupon/x/b
            line 2.57 USD line-total | coupon/y/weights
      coupon/y:
        multiply -0.26 USD discount
          round 0.26 USD discount | rounding half-up 2
            divide 0.257 USD -
              multiply 25.7 USD -
                line 2.57 USD line-total | coupon/y/base
                input 10 % percent
              input 100 % percent-whole
          input -1 - credit
      tax/a:
        round 0.52 USD tax | taxRounding: line half-up 2
          divide 0.5152 USD tax
            multiply 51.52 USD -
              add 6.44 USD net
                line 10.01 USD line-total | a
                line -3.57 USD line-total | coupon/x/a
              add 8 % tax-rate
                input 7 % tax-rate
                input 1 % tax-rate
            input 100 % percent-whole
      tax/c:
        round -0.07 USD tax | taxRounding: line half-up 2
          divide -0.07 USD tax
            multiply -7 USD -
              line -1 USD line-total | c
              input 7 % tax-rate
            input 100 % percent-whole
      tax:
        add 0.45 USD tax
          line 0.52 USD line-total | tax/a
          line -0.07 USD line-total | tax/c
      credit-note/n:
        multiply -3 USD credit
          input 3 USD credit-note
          input -1 - credit
      prepaid/balance:
        multiply -5.2 USD credit
          min 5.2 USD -
            input 20 USD prepaid
            add 5.2 USD due
              add 6.44 USD net
                line 10.01 USD line-total | a
                line -3.57 USD line-total | coupon/x/a
              add 2.31 USD net
                line 4 USD line-total | b
                line -1.43 USD line-total | coupon/x/b
                line -0.26 USD line-total | coupon/y/b
              line -1 USD line-total | c
              line 0.45 USD line-total | tax
              line -3 USD line-total | credit-note/n
          input -1 - credit
      feesTotal:
        add 13.01 USD fees
          line 10.01 USD line-total | a
          line 4 USD line-total | b
          line -1 USD line-total | c
      couponsTotal:
        subtract 5.26 USD coupons
          add 0 USD nothing
          add -5.26 USD coupons
            line -5 USD line-total | coupon/x
            line -0.26 USD line-total | coupon/y
      subtotal:
        add 7.75 USD subtotal
          line 10.01 USD line-total | a
          line 4 USD line-total | b
          line -1 USD line-total | c
          line -5 USD line-total | coupon/x
          line -0.26 USD line-total | coupon/y
      taxTotal:
        line 0.45 USD line-total | tax
      creditNotesTotal:
        subtract 3 USD credit-notes
          add 0 USD nothing
          add -3 USD credit-notes
            line -3 USD line-total | credit-note/n
      prepaidTotal:
        subtract 5.2 USD prepaid
          add 0 USD nothing
          add -5.2 USD prepaid
            line -5.2 USD line-total | prepaid/balance
      total:
        add 0 USD total
          add 7.75 USD subtotal
            line 10.01 USD line-total | a
            line 4 USD line-total | b
            line -1 USD line-total | c
            line -5 USD line-total | coupon/x
            line -0.26 USD line-total | coupon/y
          line 0.45 USD line-total | tax
          line -3 USD line-total | credit-note/n
          line -5.2 USD line-total | prepaid/balance`);
  });

  test('rounds its tax once, out of prices that contain it', () => {
    const own = rated({ policy: { taxRounding: 'invoice', prices: 'inclusive' } });
    expect(trees(own)).toBe(`
      a:
        round 10.01 USD line-total | rounding half-up 2
          input 10.005 USD fee
      b:
        round 4 USD line-total | rounding half-up 2
          input 4 USD fee
      c:
        round -1 USD line-total | rounding half-up 2
          input -1 USD fee
      tax/a:
        divide 1001/1350 USD tax
          multiply 80.08 USD -
            line 10.01 USD line-total | a
            add 8 % tax-rate
              input 7 % tax-rate
              input 1 % tax-rate
          add 108 % -
            input 100 % percent-whole
            add 8 % tax-rate
              input 7 % tax-rate
              input 1 % tax-rate
      tax/c:
        divide -7/107 USD tax
          multiply -7 USD -
            line -1 USD line-total | c
            input 7 % tax-rate
          add 107 % -
            input 100 % percent-whole
            input 7 % tax-rate
      tax:
        round 0.68 USD tax | taxRounding: invoice half-up 2
          add 97657/144450 USD tax
            line 1001/1350 USD line-total | tax/a
            line -7/107 USD line-total | tax/c
      feesTotal:
        add 13.01 USD fees
          line 10.01 USD line-total | a
          line 4 USD line-total | b
          line -1 USD line-total | c
      couponsTotal:
        subtract 0 USD coupons
          add 0 USD nothing
          add 0 USD coupons
      subtotal:
        subtract 12.33 USD subtotal
          add 13.01 USD subtotal
            line 10.01 USD line-total | a
            line 4 USD line-total | b
            line -1 USD line-total | c
          line 0.68 USD line-total | tax
      taxTotal:
        line 0.68 USD line-total | tax
      creditNotesTotal:
        subtract 0 USD credit-notes
          add 0 USD nothing
          add 0 USD credit-notes
      prepaidTotal:
        subtract 0 USD prepaid
          add 0 USD nothing
          add 0 USD prepaid
      total:
        add 13.01 USD total
          subtract 12.33 USD subtotal
            add 13.01 USD subtotal
              line 10.01 USD line-total | a
              line 4 USD line-total | b
              line -1 USD line-total | c
            line 0.68 USD line-total | tax
          line 0.68 USD line-total | tax`);
    expect(own.lines).toEqual([
      { ref: 'a', amount: '10.01', coupon: '0', net: '10.01', tax: '1001/1350' },
      { ref: 'b', amount: '4', coupon: '0', net: '4', tax: '0' },
      { ref: 'c', amount: '-1', coupon: '0', net: '-1', tax: '-7/107' },
    ]);
  });

  test('has a base of nothing where credits outweigh the charges of a coupon', () => {
    const own = rated({
      lines: [
        { ref: 'a', amount: '1' },
        { ref: 'b', amount: '-2' },
      ],
      coupons: [{ id: 'x', percent: '10' }],
    });
    expect([own.couponsTotal, own.total]).toEqual(['0', '-1']);
  });
});
