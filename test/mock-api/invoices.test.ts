import { describe, expect, test } from 'vitest';
import { createBackend } from '../../mock-api/index.js';
import { checkDerivation, fromMoney, moneyText } from '../../src/rating/index.js';
import { invoices, lastSecondBefore, preview } from './preview.js';

const all = await invoices(createBackend('mid-month'));

describe('a past invoice', () => {
  test('has the last overage of a subscription that has ended, and no fee for it', () => {
    const kinds = (issueDate: string) =>
      all
        .find((invoice) => invoice.issueDate === issueDate)
        ?.lines.items.filter(({ subscription }) => subscription === 'sub_chat')
        .map(({ kind }) => kind);
    expect(kinds('2026-06-01')).toEqual(['overage']);
    expect(kinds('2026-07-01')).toEqual([]);
  });

  test.each(all)('of $issueDate explains every amount on it', ({ lines: { items }, derivation }) => {
    const amounts = new Map(items.map(({ key, amount }) => [key, fromMoney(amount)]));
    for (const line of items) expect(checkDerivation(line.derivation)).toEqual([]);
    expect(checkDerivation(derivation, amounts)).toEqual([]);
  });

  test('says who sells to whom', () => {
    expect(all[0]).toMatchObject({
      seller: { name: 'Lanternline Answering, Inc.' },
      buyer: { name: 'Harborside Plumbing & Heating' },
    });
  });

  test('is collected from the first back-up when the default is declined', () => {
    const june = all.find(({ issueDate }) => issueDate === '2026-06-01');
    expect(june?.status).toBe('paid');
    expect(june?.attempts.map(({ method, outcome, code, at }) => [method.brand, outcome, code, at])).toEqual([
      ['visa', 'declined', 'insufficient-funds', '2026-06-01T04:00:00Z'],
      ['mastercard', 'succeeded', null, '2026-06-01T04:00:00Z'],
    ]);
  });
});

test.each(all.slice(0, -1).filter(({ issueDate }) => issueDate !== '2026-06-01'))(
  'the invoice of $issueDate is what the page said on the evening before',
  async ({ issueDate, lines, total }) => {
    const expected = await preview(createBackend('mid-month', { now: lastSecondBefore(issueDate) }));
    expect(lines.items).toEqual(expected.lines);
    expect(total).toEqual(expected.total);
  },
);

test('the invoices of the example come one after the other: 92.60, then 151.90', async () => {
  const backend = createBackend('trial-ended');
  backend.control.now = '2026-10-01T12:00:00Z';
  expect((await invoices(backend)).map(({ total }) => moneyText(total))).toEqual(['151.90', '92.60']);
});

describe('an invoice that nobody pays', () => {
  test('is open on its day and past due from the next one, without a way to pay', async () => {
    const backend = createBackend('nothing-yet', { now: '2026-12-02T17:00:00Z' });
    expect((await invoices(backend))[0]).toMatchObject({ issueDate: '2026-12-02', status: 'open' });
    expect((await backend.getAccount()).status).toBe('active');
    backend.control.now = '2026-12-03T17:00:00Z';
    const [invoice] = (await backend.listInvoices()).items;
    expect(invoice?.status).toBe('past-due');
    expect(invoice?.amountDue).toEqual(invoice?.total);
    expect((await backend.listSubscriptions()).items[0]?.status).toBe('past-due');
  });

  test('has failed when every card that is charged was declined', async () => {
    const backend = createBackend('past-due');
    const [invoice] = await invoices(backend);
    expect(invoice?.status).toBe('failed');
    expect(invoice?.attempts.map(({ method, code }) => [method.brand, code])).toEqual([
      ['visa', 'insufficient-funds'],
      ['mastercard', 'card-declined'],
      ['amex', 'card-declined'],
    ]);
    expect((await backend.getAccount()).status).toBe('past-due');
  });
});

test('a clock that is no instant is refused', () => {
  expect(() => createBackend('mid-month', { now: '2026-11-18' })).toThrow(RangeError);
  expect(() => (createBackend('mid-month').control.now = 'soon')).toThrow(RangeError);
});
