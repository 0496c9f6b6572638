import { describe, expect, test, vi } from 'vitest';
import { createBackend } from '../../mock-api/index.js';
import type { Subscription, Usage } from '../../src/api/index.js';
import { monthOf } from '../../src/rating/index.js';
import { billOf, type Bill } from '../../src/store/bill.js';
import { todayOf } from '../../src/store/today.js';

const backend = createBackend('over-allowance');
const account = backend.account();
const [subscription] = backend.subscriptions() as [Subscription];
const usage = backend.usage(subscription.id, monthOf(todayOf(account))) as Usage;

const bill = (changes: Partial<Subscription> = {}, ...others: readonly Subscription[]): Bill => {
  const all = [{ ...subscription, ...changes }, ...others];
  return billOf(
    account,
    all,
    all.map(({ id }) => ({ ...usage, subscription: id })),
  );
};
const amounts = ({ invoice }: Bill): (readonly [string, string])[] =>
  (invoice?.lines ?? []).map(({ kind, amount }) => [kind, amount.amount] as const);

describe('a bill', () => {
  test('goes by the account’s day, not by the day in UTC', () => {
    expect(account.now).toMatch(/^2026-10-01/);
    expect(bill().today).toBe('2026-09-30');
    expect(bill().invoice?.dates.issueDate).toBe('2026-10-01');
  });

  test('charges the base fee in advance and the overage in arrears', () => {
    expect(amounts(bill())).toEqual([
      ['base', '13900'],
      ['overage', '1290'],
    ]);
  });

  test('charges the plan that a subscription changes to from then on', () => {
    const plan = { ...subscription.plan, id: 'other', baseFee: '219.00' };
    expect(amounts(bill({ scheduledChange: { plan, on: '2026-10-01' } }))[0]).toEqual(['base', '21900']);
    expect(amounts(bill({ scheduledChange: { plan, on: '2026-11-01' } }))[0]).toEqual(['base', '13900']);
  });

  test('charges a subscription that ends with the month for what it used, and no further', () => {
    expect(amounts(bill({ end: '2026-10-01' }))).toEqual([['overage', '1290']]);
  });

  test('is for the subscriptions that are invoiced that day', () => {
    const other = { ...subscription, id: 'sub-2', trialEnd: '2026-10-10' };
    expect(bill({}, other).invoice?.lines.map((line) => line.subscription)).not.toContain('sub-2');
  });

  test('has no invoice without a subscription', () => {
    expect(billOf(account, [], []).invoice).toBeNull();
  });

  test('is refused where usage is missing, which is not the same as none', () => {
    expect(() => billOf(account, [subscription], [])).toThrow('there is no usage');
  });
});

test('a time zone that isn’t known is read as UTC, with one warning', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const odd = { now: '2026-10-01T00:30:00Z', timeZone: 'Mars/Olympus' };
  expect([todayOf(odd), todayOf(odd)]).toEqual(['2026-10-01', '2026-10-01']);
  expect(warn).toHaveBeenCalledTimes(1);
});
