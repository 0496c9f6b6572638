import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  lateUsage,
  previewInvoice,
  type InvoicePreview,
  type RatedSubscription,
  type UsageDay,
} from '../../src/rating/index.js';
import { planOf } from './plans.js';

const september = { start: '2026-09-01', end: '2026-10-01' };
const minutes = (count: number): UsageDay[] => [{ date: '2026-09-12', quantities: { operator: String(count * 60) } }];
const tiers = {
  type: 'graduated' as const,
  tiers: [
    { upTo: '20', unitAmount: '1.293' },
    { upTo: null, unitAmount: '0.997', flatAmount: '3' },
  ],
};
const subscriptionOf = (count: number, plan = planOf()): RatedSubscription => ({
  id: 'sub-1',
  plan,
  trialEnd: null,
  lines: 1,
  addOns: [],
  usage: minutes(count),
});
const invoiceOf = (subscription: RatedSubscription): InvoicePreview =>
  previewInvoice({
    dates: { issueDate: '2026-10-01', advance: { start: '2026-10-01', end: '2026-11-01' }, arrears: september },
    subscriptions: [subscription],
  });

describe('late usage of a closed period', () => {
  test('is charged at what it adds to that period', () => {
    const lines = lateUsage({ subscription: subscriptionOf(110), period: september, usage: minutes(115) });
    expect(lines).toMatchObject([
      { kind: 'adjustment', item: 'operator', quantity: '5', amount: '6.45', period: september },
    ]);
  });

  test('costs nothing within the allowance of that period', () => {
    expect(lateUsage({ subscription: subscriptionOf(50), period: september, usage: minutes(100) })).toEqual([]);
  });

  test('is a credit where a correction takes usage away', () => {
    const [line] = lateUsage({ subscription: subscriptionOf(110), period: september, usage: minutes(100) });
    expect(line).toMatchObject({ quantity: '-10', amount: '-12.9' });
  });

  test('is refused where the allowance is pooled', () => {
    const plan = planOf();
    const allowance = {
      proration: { basis: 'none', round: { step: 'result' }, cap: 'none' },
      rounding: 'exact',
      pooling: 'same-plan',
    } as const;
    const subscription = subscriptionOf(1, { ...plan, policies: { allowance } });
    expect(() => lateUsage({ subscription, period: september, usage: [] })).toThrow(
      expect.objectContaining({ code: 'unknown-policy' }),
    );
  });

  test('makes the invoices of a period add up to the one that knew all', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (known, all) => {
        const subscription = subscriptionOf(known, planOf({ price: tiers }));
        const adjustments = lateUsage({ subscription, period: september, usage: minutes(all) });
        const november = { start: '2026-11-01', end: '2026-12-01' };
        const dates = {
          issueDate: '2026-11-01',
          advance: november,
          arrears: { start: '2026-10-01', end: '2026-11-01' },
        };
        const [base, ...late] = previewInvoice({ dates, subscriptions: [subscription], adjustments }).lines;
        expect(base?.kind).toBe('base');
        const cents = (preview: InvoicePreview): number => Number(preview.total.amount);
        const whole = invoiceOf({ ...subscription, usage: minutes(all) });
        expect(cents(invoiceOf(subscription)) + Number(late[0]?.amount.amount ?? 0)).toBe(cents(whole));
      }),
    );
  });
});
