import { describe, expect, test } from 'vitest';
import {
  moneyText,
  previewInvoice,
  rateEarlyCharge,
  type EarlyCharged,
  type RatedSubscription,
} from '../../src/rating/index.js';
import { planOf } from './plans.js';

const september = { start: '2026-09-01', end: '2026-10-01' };
const august = { start: '2026-08-01', end: '2026-09-01' };
const [operator] = planOf({ included: '0' }).usage;
const plan = planOf({ policies: { earlyCharge: { at: 'amount', amount: '1' } } });
const two = operator
  ? {
      ...plan,
      usage: [operator, { ...operator, id: 'fax', price: { type: 'flat', amount: '5', term: 'arrears' } as const }],
    }
  : plan;

const sub = (...alreadyCharged: EarlyCharged[]): RatedSubscription => ({
  id: 'main',
  plan: two,
  trialEnd: null,
  lines: 0,
  addOns: [],
  usage: [{ date: '2026-09-12', quantities: { operator: '600', fax: '60' } }],
  alreadyCharged,
});
const early = (charge: string, quantity: string, period = september): EarlyCharged => ({ charge, period, quantity });
const overage = (...all: EarlyCharged[]): string[] =>
  previewInvoice({
    dates: { issueDate: '2026-10-01', advance: { start: '2026-10-01', end: '2026-11-01' }, arrears: september },
    subscriptions: [sub(...all)],
  })
    .lines.filter(({ kind }) => kind === 'overage')
    .map(({ item, amount }) => `${item} ${moneyText(amount)}`);

describe('what was charged early', () => {
  test('comes off the same charge in the same period only', () => {
    expect(overage()).toEqual(['operator 12.90', 'fax 5.00']);
    expect(overage(early('operator', '4'))).toEqual(['operator 7.74', 'fax 5.00']);
    expect(overage(early('operator', '4', august))).toEqual(['operator 12.90', 'fax 5.00']);
    expect(overage(early('fax', '1'))).toEqual(['operator 12.90', 'fax 5.00']);
    expect(overage(early('operator', '4'), early('operator', '5'), early('fax', '1'))).toEqual([
      'operator 1.29',
      'fax 5.00',
    ]);
  });

  test('gives nothing back where the price is the same', () => {
    expect(overage(early('fax', '3'))).toEqual(['operator 12.90']);
  });

  test('leaves what is due in arrears to the end of the period', () => {
    expect(rateEarlyCharge(sub(), 'fax', september)).toEqual({ due: false, quantity: '1', lines: [] });
    expect(rateEarlyCharge(sub(early('fax', '0.5')), 'fax', september)).toEqual({
      due: false,
      quantity: '0.5',
      lines: [],
    });
  });

  test('is not due again where all of it, or more, was charged', () => {
    expect(rateEarlyCharge(sub(early('operator', '10')), 'operator', september)).toEqual({
      due: false,
      quantity: '0',
      lines: [],
    });
    expect(rateEarlyCharge(sub(early('operator', '11')), 'operator', september)).toEqual({
      due: false,
      quantity: '-1',
      lines: [],
    });
  });
});

test('no more lines than are included cost nothing', () => {
  const lines = (count: number): string[] =>
    previewInvoice({
      dates: { issueDate: '2026-10-01', advance: september, arrears: null },
      subscriptions: [
        {
          ...sub(),
          lines: count,
          plan: planOf({ lines: { included: 2, fee: '10' }, policies: { zeroLines: 'keep' } }),
          usage: [],
        },
      ],
    }).lines.map(({ kind, name, amount }) => `${kind} ${name || '-'} ${moneyText(amount)}`);
  expect(lines(1)).toEqual(['base Starter 139.00']);
  expect(lines(2)).toEqual(['base Starter 139.00']);
  expect(lines(3)).toEqual(['base Starter 139.00', 'lines - 10.00']);
});
