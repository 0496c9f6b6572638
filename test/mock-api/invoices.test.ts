import { describe, expect, test } from 'vitest';
import { createBackend, MockBackend, scenarios, type Invoice } from '../../mock-api/index.js';
import { checkDerivation, fromMoney, moneyText, previewInvoice } from '../../src/rating/index.js';
import { preview, rated } from './preview.js';

const backend = createBackend('mid-month');
const invoices = backend.invoices().map(({ id }) => backend.invoice(id) as Invoice);

describe('a past invoice', () => {
  test.each(invoices.filter(({ issueDate }) => issueDate !== '2026-06-01'))(
    'of $issueDate is rated again to the same lines from what was there on that day',
    ({ dates, issueDate, lines, total }) => {
      const then = createBackend('mid-month', { now: `${issueDate}T17:00:00Z` });
      const again = previewInvoice({ dates, subscriptions: rated(then, dates.arrears) });
      expect(again.lines).toEqual(lines);
      expect(again.total).toEqual(total);
    },
  );

  test('has the last overage of a subscription that has ended, and no fee for it', () => {
    const last = invoices.find(({ issueDate }) => issueDate === '2026-06-01');
    expect(last?.lines.filter(({ subscription }) => subscription === 'sub_chat').map(({ kind }) => kind)).toEqual([
      'overage',
    ]);
    const next = invoices.find(({ issueDate }) => issueDate === '2026-07-01');
    expect(next?.lines.some(({ subscription }) => subscription === 'sub_chat')).toBe(false);
  });

  test.each(invoices)('of $issueDate explains every amount on it', ({ lines, derivation }) => {
    const amounts = new Map(lines.map(({ key, amount }) => [key, fromMoney(amount)]));
    for (const line of lines) expect(checkDerivation(line.derivation)).toEqual([]);
    expect(checkDerivation(derivation, amounts)).toEqual([]);
  });

  test('is collected from the first back-up when the default is declined', () => {
    const june = invoices.find(({ issueDate }) => issueDate === '2026-06-01');
    expect(june?.status).toBe('paid');
    expect(june?.attempts.map(({ method, outcome, code }) => [method.brand, outcome, code])).toEqual([
      ['visa', 'declined', 'insufficient-funds'],
      ['mastercard', 'succeeded', null],
    ]);
  });
});

describe('the clock over a month’s end', () => {
  test.each(['mid-month', 'over-allowance'] as const)('issues exactly what was previewed: %s', (name) => {
    const moving = createBackend(name);
    moving.now = name === 'mid-month' ? '2026-12-01T04:59:59Z' : '2026-10-01T03:59:59Z';
    const expected = preview(moving);
    const count = moving.invoices().length;
    moving.now = name === 'mid-month' ? '2026-12-01T05:00:00Z' : '2026-10-01T04:00:00Z';
    const [issued] = moving.invoices();
    const { lines, total, status } = moving.invoice(issued?.id ?? '') as Invoice;
    expect(moving.invoices()).toHaveLength(count + 1);
    expect(lines).toEqual(expected.lines);
    expect(total).toEqual(expected.total);
    expect(status).toBe('paid');
  });

  test('issues the invoices of the example one after the other: 92.60, then 151.90', () => {
    const moving = createBackend('trial-ended');
    moving.now = '2026-10-01T12:00:00Z';
    expect(moving.invoices().map(({ total }) => moneyText(total))).toEqual(['151.90', '92.60']);
  });
});

describe('an invoice that nobody pays', () => {
  test('is open on its day and past due from the next one, without a way to pay', () => {
    const moving = createBackend('nothing-yet', { now: '2026-12-02T17:00:00Z' });
    expect(moving.invoices()[0]).toMatchObject({ issueDate: '2026-12-02', status: 'open' });
    expect(moving.account().status).toBe('active');
    moving.now = '2026-12-03T17:00:00Z';
    expect(moving.invoices()[0]?.status).toBe('past-due');
    expect(moving.subscriptions()[0]?.status).toBe('past-due');
    expect(moving.invoices()[0]?.amountDue).toEqual(moving.invoices()[0]?.total);
  });

  test('has failed when every card on file was declined', () => {
    const { account } = scenarios['trial-ended'];
    const cards = account.cards.map((card) => ({ ...card, expires: '2026-08' }));
    const moving = new MockBackend({ title: '', now: '2026-09-12T12:00:00Z', account: { ...account, cards } });
    const [invoice] = moving.invoices();
    expect(invoice?.status).toBe('failed');
    expect(moving.invoice(invoice?.id ?? '')?.attempts.map(({ code }) => code)).toEqual(['expired-card']);
    expect(moving.account().status).toBe('past-due');
  });
});

test('a clock that is no instant is refused', () => {
  expect(() => createBackend('mid-month', { now: '2026-11-18' })).toThrow(RangeError);
  expect(() => (createBackend('mid-month').now = 'soon')).toThrow(RangeError);
});
