import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBackend } from '../../mock-api/index.js';
import type { NextInvoice, Subscription } from '../../src/api/index.js';
import { monthOf, type InvoiceLine, type InvoicePreview } from '../../src/rating/index.js';
import { billOf, type Bill } from '../../src/store/bill.js';
import { todayOf } from '../../src/store/today.js';

const backend = createBackend('over-allowance');
const account = await backend.getAccount();
const [subscription] = (await backend.listSubscriptions()).items as [Subscription];
const usage = await backend.getUsage(subscription.id, { period: monthOf(todayOf(account)) });

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
  test('case 71: goes by the account’s day, not by the day in UTC', () => {
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

  test('charges the add-ons that are scheduled from their day on', () => {
    const addOns = [{ id: 'sms', name: 'Text messages', fee: '9.00' }];
    const kinds = (on: string) => amounts(bill({ scheduledAddOns: { addOns, on } })).map(([kind]) => kind);
    expect(kinds('2026-10-01')).toContain('add-on');
    expect(kinds('2026-11-01')).not.toContain('add-on');
  });

  test('charges a pause nothing in advance, and what was used before it', () => {
    expect(amounts(bill({ pause: { from: '2026-10-01', until: null } }))).toEqual([['overage', '1290']]);
    expect(amounts(bill({ pause: { from: '2026-11-01', until: null } }))).toHaveLength(2);
  });

  test('charges the base fee again when a pause is over, and nothing for it', () => {
    const paused = { status: 'paused' };
    expect(amounts(bill({ ...paused, pause: { from: '2026-09-01', until: '2026-10-01' } }))).toEqual([
      ['base', '13900'],
    ]);
    expect(bill({ ...paused, pause: { from: '2026-09-01', until: '2026-11-01' } }).invoice).toBeNull();
  });

  test('is none for what rests without saying from when on', () => {
    expect(bill({ status: 'paused' }).invoice).toBeNull();
  });

  test('is none for what was cancelled in its trial', () => {
    expect(bill({ trialEnd: '2026-10-10', end: '2026-10-11' }).invoice).toBeNull();
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

describe('the back end’s own next invoice', () => {
  const own = bill().invoice as InvoicePreview;
  const [base, overage] = own.lines as [InvoiceLine, InvoiceLine];
  const money = (amount: string) => ({ ...own.total, amount });
  const says = (total: string, lines: readonly InvoiceLine[]): NextInvoice => ({
    dates: own.dates,
    lines,
    total: money(total),
  });
  const billWith = (next: NextInvoice | null): Bill => billOf(account, [subscription], [usage], next);
  const warn = vi.spyOn(console, 'warn');

  beforeEach(() => warn.mockReset().mockReturnValue());
  afterAll(() => warn.mockRestore());

  test('changes nothing where it comes to the same', () => {
    expect(billWith(says('15190', own.lines))).toMatchObject({ invoice: own, difference: null });
    expect(warn).not.toHaveBeenCalled();
  });

  test('case 44: wins where it comes to another total, and developers hear of both', () => {
    const it = billWith(says('13900', [base]));
    expect(it.invoice).toMatchObject({ total: money('13900'), lines: [base] });
    expect(it.difference).toEqual({ own: money('15190'), server: money('13900') });
    expect(it.forecast).toBeNull();
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/151\.90 USD.*139\.00 USD/)]]);
  });

  test('wins where there is none to come', () => {
    expect(billWith(null)).toMatchObject({ invoice: null, difference: { own: money('15190'), server: null } });
  });

  test.each([
    ['do not add up', says('99', [base, overage])],
    ['come twice', says('27800', [base, base])],
  ])('is none whose lines %s', (_name, next) => {
    expect(billWith(next)).toMatchObject({ invoice: own, difference: null });
    expect(warn).toHaveBeenCalledTimes(1);
  });
});

test('case 72: a time zone that isn’t known is read as UTC, with one warning', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const odd = { now: '2026-10-01T00:30:00Z', timeZone: 'Mars/Olympus' };
  expect([todayOf(odd), todayOf(odd)]).toEqual(['2026-10-01', '2026-10-01']);
  expect(warn).toHaveBeenCalledTimes(1);
});
