import { describe, expect, test } from 'vitest';
import {
  checkInvoice,
  previewInvoice,
  type InvoicePreview,
  type PreviewInput,
  type RatedSubscription,
} from '../../src/rating/index.js';
import { drawn } from './drawn.js';
import { planOf } from './plans.js';

const september = { start: '2026-09-01', end: '2026-10-01' };
const october = { start: '2026-10-01', end: '2026-11-01' };
const dates = { issueDate: '2026-10-01', advance: october, arrears: september };
const whole = { proration: { basis: 'none', round: { step: 'result' }, cap: 'none' }, rounding: 'exact' } as const;

const minutes = (count: number): RatedSubscription['usage'] => [
  { date: '2026-09-20', quantities: { operator: String(count * 60) } },
];
const sub = (used: number, own: Partial<RatedSubscription> = {}): RatedSubscription => ({
  id: 'main',
  plan: planOf({ policies: { allowance: whole } }),
  trialEnd: null,
  lines: 0,
  addOns: [],
  usage: minutes(used),
  ...own,
});
const preview = (subscriptions: RatedSubscription[], own: Partial<PreviewInput> = {}): InvoicePreview => {
  const invoice = previewInvoice({ dates, subscriptions, ...own });
  expect(checkInvoice(invoice)).toEqual([]);
  return invoice;
};
/** The facts and the trees of the lines of some kinds. */
const lines = ({ lines: all }: InvoicePreview, ...kinds: string[]): string =>
  all
    .filter(({ kind }) => kinds.includes(kind))
    .map((line) => `\n      ${facts(line)}${drawn(line.derivation, '\n        ')}`)
    .join('');
const facts = ({ key, term, period, quantity, unit, unitPrice }: InvoicePreview['lines'][number]): string =>
  `${key}: ${term} ${period.start} to ${period.end}, ${quantity} ${unit || '-'} at ${unitPrice}`;
describe('the lines of a preview', () => {
  test('are add-ons and further lines, in full', () => {
    const plan = planOf({ lines: { included: 0, fee: '10.00' } });
    const own = sub(0, { plan, lines: 2, addOns: [{ id: 'queue', name: 'Queue', fee: '5' }] });
    expect(lines(preview([own]), 'base', 'lines', 'add-on')).toBe(`
      main/base/starter/2026-10-01: advance 2026-10-01 to 2026-11-01, 1 month at 139
        round 139 USD line-total | rounding half-up 2
          input 139 USD/month base-fee
      main/lines/lines/2026-10-01: advance 2026-10-01 to 2026-11-01, 2 line at 10
        round 20 USD line-total | rounding half-up 2
          multiply 20 USD/month -
            input 2 line lines
            input 10 USD/line line-fee
      main/add-on/queue/2026-10-01: advance 2026-10-01 to 2026-11-01, 1 month at 5
        round 5 USD line-total | rounding half-up 2
          input 5 USD/month add-on-fee`);
  });

  test('are overage less what a pool covers', () => {
    const plan = planOf({ policies: { allowance: { ...whole, pooling: 'same-plan' }, overageRounding: 'up' } });
    const pool = [sub(80, { plan }), sub(110.5, { id: 'b', plan }), sub(120, { id: 'c', plan })];
    expect(lines(preview(pool), 'overage')).toBe(`
      c/overage/operator/2026-09-01: arrears 2026-09-01 to 2026-10-01, 11 minute at 1.29
        round 14.19 USD line-total | rounding half-up 2
          multiply 14.19 USD -
            round 11 minute over | overageRounding up 0
              subtract 10.5 minute over
                subtract 20 minute over
                  divide 120 minute used
                    input 7200 second metered
                    input 60 second/minute per-unit
                  input 100 minute allowance
                min 9.5 minute pooled
                  subtract 20 minute -
                    divide 120 minute used
                      input 7200 second metered
                      input 60 second/minute per-unit
                    input 100 minute allowance
                  subtract 9.5 minute pool
                    add 20 minute pool
                      subtract 20 minute -
                        input 100 minute allowance
                        divide 80 minute used
                          input 4800 second metered
                          input 60 second/minute per-unit
                    min 10.5 minute pooled
                      subtract 10.5 minute -
                        divide 110.5 minute used
                          input 6630 second metered
                          input 60 second/minute per-unit
                        input 100 minute allowance
                      add 20 minute pool
                        subtract 20 minute -
                          input 100 minute allowance
                          divide 80 minute used
                            input 4800 second metered
                            input 60 second/minute per-unit
            input 1.29 USD/minute unit-price`);
  });

  test('are what is left of an overage that was charged early, or what too much was charged', () => {
    const early = (...quantities: string[]): RatedSubscription =>
      sub(150, { alreadyCharged: quantities.map((quantity) => ({ charge: 'operator', period: september, quantity })) });
    expect(lines(preview([early('0', '20')]), 'overage')).toBe(`
      main/overage/operator/2026-09-01: arrears 2026-09-01 to 2026-10-01, 30 minute at 1.29
        round 38.7 USD line-total | rounding half-up 2
          multiply 38.7 USD -
            subtract 30 minute over
              subtract 50 minute over
                divide 150 minute used
                  input 9000 second metered
                  input 60 second/minute per-unit
                input 100 minute allowance
              input 20 minute already-charged
            input 1.29 USD/minute unit-price`);
    expect(lines(preview([early('20', '40')]), 'overage')).toBe(`
      main/overage/operator/2026-09-01: arrears 2026-09-01 to 2026-10-01, -10 minute at 1.29
        round -12.9 USD line-total | rounding half-up 2
          subtract -12.9 USD credit
            add 64.5 USD -
              multiply 64.5 USD -
                subtract 50 minute over
                  divide 150 minute used
                    input 9000 second metered
                    input 60 second/minute per-unit
                  input 100 minute allowance
                input 1.29 USD/minute unit-price
            add 77.4 USD -
              multiply 77.4 USD -
                add 60 minute already-charged
                  input 20 minute already-charged
                  input 40 minute already-charged
                input 1.29 USD/minute unit-price`);
  });

  test('are the two sides of a change of plan', () => {
    const change = {
      subscription: 'main',
      from: planOf(),
      to: planOf({ id: 'business', name: 'Business', baseFee: '259.00' }),
      date: '2026-09-16',
      period: september,
    };
    expect(lines(preview([sub(0)], { planChanges: [change] }), 'plan-change')).toBe(`
      main/plan-change/starter/2026-09-16/credit: advance 2026-09-16 to 2026-10-01, 1 month at 139
        round -139 USD line-total | rounding half-up 2
          multiply -139 USD credit
            round 139 USD credit-net | rounding half-up 2
              input 139 USD/period base-fee
            input -1 - credit
      main/plan-change/business/2026-09-16/charge: advance 2026-09-16 to 2026-10-01, 1 month at 259
        round 259 USD line-total | rounding half-up 2
          round 259 USD charge-net | rounding half-up 2
            input 259 USD/period base-fee`);
  });

  test('are coupons, tax and credits, with how they fall on the lines', () => {
    const invoice = preview([sub(110)], {
      coupons: [{ id: 'ten', name: 'Ten off', amount: '10' }],
      taxes: [
        { id: 'state', name: 'State tax', percent: '7.25' },
        { id: 'telecom', percent: '2', kinds: ['overage'] },
      ],
      creditNotes: [{ id: 'n', amount: '5' }],
      prepaid: '1',
    });
    expect(lines(invoice, 'coupon', 'tax', 'credit-note', 'prepaid')).toBe(`
      coupon/ten: advance 2026-10-01 to 2026-11-01, 1 - at -10
        multiply -10 USD discount
          round 10 USD discount | rounding half-up 2
            input 10 USD discount
          input -1 - credit
      tax: advance 2026-10-01 to 2026-11-01, 1 - at 10.52
        add 10.52 USD tax
          line 9.41 USD line-total | tax/main/base/starter/2026-10-01
          line 1.11 USD line-total | tax/main/overage/operator/2026-09-01
      credit-note/n: advance 2026-10-01 to 2026-11-01, 1 - at -5
        multiply -5 USD credit
          input 5 USD credit-note
          input -1 - credit
      prepaid/balance: advance 2026-10-01 to 2026-11-01, 1 - at -1
        multiply -1 USD credit
          input 1 USD prepaid
          input -1 - credit`);
    expect(invoice.lines.map(({ item, name }) => `${item}: ${name}`)).toEqual([
      'starter: Starter',
      'operator: Operator minutes',
      'ten: Ten off',
      'tax: State tax, telecom',
      'n: ',
      'balance: ',
    ]);
    const workings = invoice.lines.flatMap((line) => line.workings ?? []);
    expect(workings.map(({ key, line, amount }) => `${key} ${line ?? '-'} ${amount}`)).toEqual([
      'coupon/ten/base - 151.9',
      'coupon/ten/weights - 151.9',
      'coupon/ten/main/base/starter/2026-10-01 main/base/starter/2026-10-01 -9.15',
      'coupon/ten/main/overage/operator/2026-09-01 main/overage/operator/2026-09-01 -0.85',
      'tax/main/base/starter/2026-10-01 main/base/starter/2026-10-01 9.41',
      'tax/main/overage/operator/2026-09-01 main/overage/operator/2026-09-01 1.11',
    ]);
    expect(workings.map(({ derivation }) => drawn(derivation)).join('')).toBe(`
      add 151.9 USD coupon-base
        line 139 USD line-total | main/base/starter/2026-10-01
        line 12.9 USD line-total | main/overage/operator/2026-09-01
      add 151.9 USD net
        line 139 USD line-total | main/base/starter/2026-10-01
        line 12.9 USD line-total | main/overage/operator/2026-09-01
      round -9.15 USD share | largest-remainder down 2
        divide -13900/1519 USD -
          multiply -1390 USD -
            line -10 USD line-total | coupon/ten
            line 139 USD line-total | main/base/starter/2026-10-01
          line 151.9 USD line-total | coupon/ten/weights
      add -0.85 USD share
        round -0.84 USD share | largest-remainder down 2
          divide -1290/1519 USD -
            multiply -129 USD -
              line -10 USD line-total | coupon/ten
              line 12.9 USD line-total | main/overage/operator/2026-09-01
            line 151.9 USD line-total | coupon/ten/weights
        input -0.01 USD remainder
      round 9.41 USD tax | taxRounding: line half-up 2
        divide 9.414125 USD tax
          multiply 941.4125 USD -
            add 129.85 USD net
              line 139 USD line-total | main/base/starter/2026-10-01
              line -9.15 USD line-total | coupon/ten/main/base/starter/2026-10-01
            input 7.25 % tax-rate
          input 100 % percent-whole
      round 1.11 USD tax | taxRounding: line half-up 2
        divide 1.114625 USD tax
          multiply 111.4625 USD -
            add 12.05 USD net
              line 12.9 USD line-total | main/overage/operator/2026-09-01
              line -0.85 USD line-total | coupon/ten/main/overage/operator/2026-09-01
            add 9.25 % tax-rate
              input 7.25 % tax-rate
              input 2 % tax-rate
          input 100 % percent-whole`);
  });
});
