import { describe, expect, test } from 'vitest';
import { createBackend } from '../../mock-api/index.js';
import type { ScenarioName } from '../../mock-api/index.js';
import type { Subscription } from '../../src/api/index.js';
import { monthOf } from '../../src/rating/index.js';
import { billOf, type Bill } from '../../src/store/bill.js';
import { nextInvoiceWith, withAddOns, type InvoiceEffect } from '../../src/store/next-invoice-with.js';
import { todayOf } from '../../src/store/today.js';

async function read(scenario: ScenarioName): Promise<{ bill: Bill; subscription: Subscription }> {
  const backend = createBackend(scenario);
  const account = await backend.getAccount();
  const [subscription] = (await backend.listSubscriptions()).items as [Subscription];
  const usage = await backend.getUsage(subscription.id, { period: monthOf(todayOf(account)) });
  return { bill: billOf(account, [subscription], [usage]), subscription };
}

const totals = (effect: InvoiceEffect | null): unknown =>
  effect && [effect.before?.total.amount ?? null, effect.after?.total.amount ?? null];
const queue = { id: 'queue-voicemail', name: 'Queue Voicemail', fee: '10.00' };

describe('the next invoice with a change', () => {
  test('has the fee of an add-on more, and of one that goes less', async () => {
    const { bill, subscription } = await read('over-allowance');
    const more = nextInvoiceWith(bill, subscription, (each) => withAddOns(each, [...each.addOns, queue]));
    expect(totals(more)).toEqual(['15190', '16190']);
    const { bill: other, subscription: own } = await read('mid-month');
    const less = nextInvoiceWith(other, own, (each) => withAddOns(each, []));
    const amounts = totals(less) as [string, string];
    expect(BigInt(amounts[0]) - BigInt(amounts[1])).toBe(4000n);
  });

  test('has the overage alone where the subscription ends', async () => {
    const { bill, subscription } = await read('over-allowance');
    expect(totals(nextInvoiceWith(bill, subscription, (each) => ({ ...each, end: '2026-10-01' })))).toEqual([
      '15190',
      '1290',
    ]);
  });

  test('never comes where a trial is cancelled', async () => {
    const { bill, subscription } = await read('nothing-yet');
    const effect = nextInvoiceWith(bill, subscription, (each) => ({ ...each, end: '2026-12-02' }));
    expect(effect?.before).not.toBeNull();
    expect(effect?.after).toBeNull();
  });

  test('charges one again that has rested all through the period', async () => {
    const { bill, subscription } = await read('over-allowance');
    const rests = { ...subscription, pause: { from: '2026-09-01', until: null } };
    const resting = billOf(bill.account, [rests], []);
    const resumed = (each: Subscription) => ({ ...each, pause: { from: '2026-09-01', until: '2026-10-01' } });
    expect(totals(nextInvoiceWith(resting, rests, resumed))).toEqual([null, '13900']);
  });

  test('is not said where the back end came to another one', async () => {
    const { bill, subscription } = await read('over-allowance');
    const other = { ...bill, difference: { own: null, server: null } };
    expect(nextInvoiceWith(other, subscription, (each) => each)).toBeNull();
  });
});
