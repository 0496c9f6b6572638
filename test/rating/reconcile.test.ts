import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  previewInvoice,
  reconcile,
  sumMoney,
  type InvoiceLine,
  type LineKind,
  type Money,
  type ReconciledInvoice,
} from '../../src/rating/index.js';
import { planOf } from './plans.js';

const usd = { currency: 'USD', exponent: 2 };
const cents = (amount: number): Money => ({ amount: String(amount), ...usd });
type Line = ReconciledInvoice['lines'][number];
const lineOf = (own: Partial<Line> = {}): Line => ({
  key: 'sub-1/overage/operator/2026-09-01',
  kind: 'overage',
  subscription: 'sub-1',
  quantity: '10',
  unitPrice: '1.29',
  amount: cents(1290),
  ...own,
});
const invoiceOf = (...lines: Line[]): ReconciledInvoice => ({
  lines,
  total: sumMoney(
    lines.map((line) => line.amount),
    usd,
  ),
});
const classes = (previewed: Line[], issued: Line[]): string[] =>
  reconcile(invoiceOf(...previewed), invoiceOf(...issued)).differences.map((difference) => difference.class);
const other = (kind: LineKind, key: string): Line => lineOf({ key, kind });

describe('the difference of an issued invoice to its preview', () => {
  test.each<[string, Line[], Line[]]>([
    ['late-usage', [lineOf()], [lineOf({ quantity: '15', amount: cents(1935) })]],
    ['late-usage', [], [lineOf()]],
    ['late-usage', [], [other('adjustment', 'late')]],
    ['price-change', [lineOf()], [lineOf({ unitPrice: '1.39', amount: cents(1390) })]],
    ['rounding', [lineOf()], [lineOf({ unitPrice: '1.290', amount: cents(1291) })]],
    ['unexplained', [lineOf()], [lineOf({ amount: cents(1292) })]],
    ['unexplained', [lineOf()], [lineOf({ quantity: '15', unitPrice: '1.39', amount: cents(2085) })]],
    ['unexplained', [], [other('add-on', 'add-on')]],
    ['tax', [], [other('tax', 'tax')]],
    ['credit', [other('coupon', 'coupon')], []],
    ['credit', [], [other('credit-note', 'note')]],
    ['plan-change', [], [other('plan-change', 'change')]],
  ])('is %s', (expected, previewed, issued) => {
    expect(classes(previewed, issued)).toEqual([expected]);
  });

  test('is a change of plan where the base fee is another plan’s', () => {
    expect(classes([other('base', 'starter')], [other('base', 'business')])).toEqual(['plan-change', 'plan-change']);
    expect(classes([other('base', 'starter')], [])).toEqual(['unexplained']);
  });

  test('is none for the invoice that was previewed', () => {
    const period = { start: '2026-09-01', end: '2026-10-01' };
    const usage = [{ date: '2026-09-12', quantities: { operator: '7000' } }];
    const subscriptions = [{ id: 'sub-1', plan: planOf(), trialEnd: null, lines: 1, addOns: [], usage }];
    const preview = previewInvoice({
      dates: { issueDate: '2026-10-01', advance: period, arrears: period },
      subscriptions,
    });
    expect(reconcile(preview, preview)).toEqual({ differences: [], total: cents(0) });
  });

  test('names what a total has beside the sum of its lines', () => {
    const issued = { ...invoiceOf(lineOf()), total: cents(1300) };
    expect(reconcile(invoiceOf(lineOf()), issued).differences).toEqual([
      { key: null, class: 'unexplained', previewed: null, issued: null, amount: cents(10) },
    ]);
  });

  test('is refused for amounts of two currencies, and for a key that is there twice', () => {
    const euro = lineOf({ amount: { ...cents(1), currency: 'EUR' } });
    expect(() => reconcile(invoiceOf(lineOf()), { lines: [euro], total: cents(1) })).toThrow(
      expect.objectContaining({ code: 'currency-mismatch' }),
    );
    expect(() => classes([lineOf(), lineOf()], [])).toThrow(expect.objectContaining({ code: 'duplicate-key' }));
  });

  test('adds up to the difference of the totals', () => {
    const line = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      kind: fc.constantFrom<InvoiceLine['kind']>('base', 'overage', 'tax', 'coupon', 'add-on'),
      quantity: fc.constantFrom('1', '2', '10/3'),
      unitPrice: fc.constantFrom('1.29', '2'),
      amount: fc.integer({ min: -5000, max: 5000 }).map(cents),
    });
    const lines = fc.uniqueArray(line, { maxLength: 5, selector: (each) => each.key }).map((all) => all.map(lineOf));
    const invoice = fc.tuple(lines, fc.constantFrom(0, 0, 3)).map(([all, off]) => {
      const own = invoiceOf(...all);
      return { ...own, total: cents(Number(own.total.amount) + off) };
    });
    fc.assert(
      fc.property(invoice, invoice, (previewed, issued) => {
        const { differences, total } = reconcile(previewed, issued);
        expect(
          sumMoney(
            differences.map(({ amount }) => amount),
            usd,
          ),
        ).toEqual(total);
        expect(Number(total.amount)).toBe(Number(issued.total.amount) - Number(previewed.total.amount));
      }),
    );
  });
});

describe('a difference', () => {
  const difference = (previewed: Line[], issued: Line[]): unknown =>
    reconcile(invoiceOf(...previewed), invoiceOf(...issued)).differences;

  test('names the line, both amounts and what is between them', () => {
    expect(difference([lineOf()], [lineOf({ quantity: '5', amount: cents(645) })])).toEqual([
      {
        key: 'sub-1/overage/operator/2026-09-01',
        class: 'late-usage',
        previewed: cents(1290),
        issued: cents(645),
        amount: cents(-645),
      },
    ]);
    expect(difference([other('base', 'a')], [])).toEqual([
      { key: 'a', class: 'unexplained', previewed: cents(1290), issued: null, amount: cents(-1290) },
    ]);
    expect(difference([], [other('prepaid', 'p')])).toEqual([
      { key: 'p', class: 'credit', previewed: null, issued: cents(1290), amount: cents(1290) },
    ]);
  });

  test('of a digit is one of rounding either way', () => {
    expect(classes([lineOf()], [lineOf({ amount: cents(1289) })])).toEqual(['rounding']);
    expect(classes([lineOf()], [lineOf({ amount: cents(1288) })])).toEqual(['unexplained']);
  });

  test('of a base fee is a change of plan only for the subscription that has both sides', () => {
    const base = (key: string, subscription: string): Line => lineOf({ key, kind: 'base', subscription });
    expect(classes([base('a', '1'), base('b', '2')], [base('c', '1')])).toEqual([
      'plan-change',
      'unexplained',
      'plan-change',
    ]);
    expect(classes([base('a', '1')], [base('a', '1'), base('c', '1')])).toEqual(['unexplained']);
    expect(classes([base('a', '1')], [lineOf({ key: 'x', kind: 'add-on', subscription: '1' })])).toEqual([
      'unexplained',
      'unexplained',
    ]);
  });
});
