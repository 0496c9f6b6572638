import { describe, expect, test } from 'vitest';
import {
  addOnPurchase,
  lateUsage,
  previewInvoice,
  rateEarlyCharge,
  type Adjustment,
  type Policies,
  type RatedSubscription,
} from '../../src/rating/index.js';
import { drawn } from './drawn.js';
import { planOf } from './plans.js';

const september = { start: '2026-09-01', end: '2026-10-01' };
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
const given = (all: readonly Adjustment[]): string =>
  all
    .map(({ kind, subscription, item, name, term, period, ref, quantity, unit, unitPrice, amount, derivation }) => {
      const head = [
        kind,
        subscription,
        item,
        name,
        term,
        period.start,
        period.end,
        ref ?? '-',
        quantity,
        unit,
        unitPrice,
        amount,
      ];
      return `\n      ${head.join(' ')}${derivation ? drawn(derivation, '\n        ') : ''}`;
    })
    .join('');

describe('a line for another invoice', () => {
  const policies = (own: Partial<Policies>): Partial<Policies> => ({ allowance: whole, ...own });

  test('is overage that is charged before its period ends', () => {
    const plan = planOf({ policies: policies({ earlyCharge: { at: 'amount', amount: '10' } }) });
    const charged = [{ charge: 'operator', period: september, quantity: '20' }];
    expect(given(rateEarlyCharge(sub(150, { plan, alreadyCharged: charged }), 'operator', september).lines)).toBe(`
      overage main operator Operator minutes arrears 2026-09-01 2026-10-01 early/20/unit 30 minute 1.29 38.7
        multiply 38.7 USD -
          subtract 30 minute over
            subtract 50 minute over
              divide 150 minute used
                input 9000 second metered
                input 60 second/minute per-unit
              input 100 minute allowance
            input 20 minute already-charged
          input 1.29 USD/minute unit-price`);
    expect(given(rateEarlyCharge(sub(150, { plan }), 'operator', september).lines)).toBe(`
      overage main operator Operator minutes arrears 2026-09-01 2026-10-01 early/0/unit 50 minute 1.29 64.5
        multiply 64.5 USD -
          subtract 50 minute over
            divide 150 minute used
              input 9000 second metered
              input 60 second/minute per-unit
            input 100 minute allowance
          input 1.29 USD/minute unit-price`);
  });

  test('is what late usage adds to a closed period', () => {
    expect(given(lateUsage({ subscription: sub(110), period: september, usage: minutes(115) }))).toBe(`
      adjustment main operator Operator minutes arrears 2026-09-01 2026-10-01 late/115 5 minute 1.29 6.45
        subtract 6.45 USD late-usage
          add 19.35 USD overage
            round 19.35 USD line-total | rounding half-up 2
              multiply 19.35 USD -
                subtract 15 minute over
                  divide 115 minute used
                    input 6900 second metered
                    input 60 second/minute per-unit
                  input 100 minute allowance
                input 1.29 USD/minute unit-price
          add 12.9 USD overage
            round 12.9 USD line-total | rounding half-up 2
              multiply 12.9 USD -
                subtract 10 minute over
                  divide 110 minute used
                    input 6600 second metered
                    input 60 second/minute per-unit
                  input 100 minute allowance
                input 1.29 USD/minute unit-price`);
  });

  test('is an add-on that was bought in mid-period', () => {
    const buy = (addOns: Policies['addOns']): Adjustment =>
      addOnPurchase({
        subscription: 'main',
        plan: planOf({ policies: { addOns } }),
        addOn: { id: 'on-call', name: 'On-Call', fee: '25.00' },
        period: september,
        date: '2026-09-16',
      });
    expect(given([buy('prorated'), buy('full')])).toBe(`
      add-on main on-call On-Call advance 2026-09-16 2026-10-01 - 1 month 25.00 12.45
        multiply 12.45 USD prorated
          round 0.83 USD/day rate-per-day | proration.daily-rate half-up 2
            divide 5/6 USD/day rate-per-day
              input 25 USD/month add-on-fee
              days 30 day days-in-period | 2026-09-01 to 2026-10-01
          days 15 day days-charged | 2026-09-16 to 2026-10-01
      add-on main on-call On-Call advance 2026-09-16 2026-10-01 - 1 month 25.00 25
        input 25 USD add-on-fee`);
  });

  test('may have no tree', () => {
    const line: Adjustment = {
      kind: 'adjustment',
      subscription: 'main',
      item: 'x',
      name: 'X',
      term: 'advance',
      period: september,
      quantity: '1',
      unit: '',
      unitPrice: '5',
      amount: '5.005',
    };
    const dates = { issueDate: '2026-10-01', advance: { start: '2026-10-01', end: '2026-11-01' }, arrears: null };
    const added = previewInvoice({ dates, subscriptions: [sub(0)], adjustments: [line] }).lines[1];
    expect(added && `\n      ${added.key}:${drawn(added.derivation, '\n        ')}`).toBe(`
      main/adjustment/x/2026-09-01:
        round 5.01 USD line-total | rounding half-up 2
          input 5.005 USD amount`);
  });
});
