import { describe, expect, test } from 'vitest';
import { checkInvoice, previewInvoice, type InvoicePreview, type PreviewInput } from '../../src/rating/index.js';
import { planOf } from './plans.js';
import { thrownBy } from './thrown.js';

const october = { start: '2026-10-01', end: '2026-11-01' };
const invoice = (own: Partial<PreviewInput>): InvoicePreview =>
  previewInvoice({
    dates: { issueDate: '2026-10-01', advance: october, arrears: null },
    subscriptions: [{ id: 's', plan: planOf(), trialEnd: null, lines: 0, addOns: [], usage: [] }],
    ...own,
  });
const base = 's/base/starter/2026-10-01';

describe('the check of an invoice', () => {
  const taxed = (): InvoicePreview =>
    invoice({ coupons: [{ id: 'a', percent: '10' }], taxes: [{ id: 't', percent: '20' }] });

  test('finds an amount that is not what its derivation gives, wherever it is', () => {
    const whole = taxed();
    const altered = (index: number): InvoicePreview => ({
      ...whole,
      lines: whole.lines.map((line, at) =>
        at === index ? { ...line, amount: { ...line.amount, amount: '1' } } : line,
      ),
    });
    expect(checkInvoice(whole)).toEqual([]);
    for (const [index, { key }] of whole.lines.entries())
      expect(checkInvoice(altered(index)).map((difference) => difference.key)).toContain(key);
  });

  test('finds a line that is missing', () => {
    const whole = taxed();
    expect(checkInvoice({ ...whole, lines: whole.lines.slice(1) }).length).toBeGreaterThan(0);
  });
});

describe('an invoice that does not hold', () => {
  test('says in which line, what it states and what its figures give', () => {
    const whole = invoice({});
    const [line] = whole.lines;
    if (!line) throw new Error('no line');
    const wrong = { ...whole, lines: [{ ...line, amount: { ...line.amount, amount: '14000' } }] };
    expect(checkInvoice(wrong)).toEqual([
      { key: base, path: [], stated: '140', computed: '139' },
      { key: 'total', path: [0], stated: '139', computed: '140' },
      { key: 'total', path: [], stated: '139', computed: '140' },
    ]);
    expect(checkInvoice({ ...whole, total: { ...whole.total, amount: '1' } })).toEqual([
      { key: 'total', path: [], stated: '0.01', computed: '139' },
      { key: 'total', path: [], stated: '0.01', computed: '139' },
    ]);
    expect(thrownBy(() => checkInvoice({ ...whole, total: { ...whole.total, amount: 'x' } }))).toEqual([
      'malformed-number',
      'total.amount',
    ]);
  });

  test('says so of a coupon whose shares do not add up to it', () => {
    const whole = invoice({ coupons: [{ id: 'ten', amount: '10' }] });
    const lines = whole.lines.map((line) => ({
      ...line,
      workings: (line.workings ?? []).filter((working) => working.line === undefined),
    }));
    expect(checkInvoice({ ...whole, lines })).toEqual([{ key: 'coupon/ten', path: [], stated: '-10', computed: '0' }]);
  });

  test('says so of the tax that its prices contain', () => {
    const whole = invoice({ taxes: [{ id: 'vat', percent: '20' }], tax: { prices: 'inclusive' } });
    const { includedTax } = whole;
    if (!includedTax) throw new Error('no tax');
    expect(checkInvoice(whole)).toEqual([]);
    const wrong = { ...whole, includedTax: { ...includedTax, amount: { ...includedTax.amount, amount: '1' } } };
    expect(checkInvoice(wrong)).toEqual([{ key: 'tax', path: [], stated: '0.01', computed: '23.17' }]);
  });
});

test('a line from elsewhere is rounded by the plan of its subscription', () => {
  const line = {
    kind: 'adjustment',
    item: 'x',
    name: 'X',
    term: 'advance',
    period: october,
    quantity: '1',
    unit: '',
    unitPrice: '1',
    amount: '0.001',
  } as const;
  const up = {
    id: 'up',
    plan: planOf({ policies: { rounding: 'up' } }),
    trialEnd: null,
    lines: 0,
    addOns: [],
    usage: [],
  };
  const of = (subscription: string): string[] =>
    invoice({ subscriptions: [{ ...up, id: 'first', plan: planOf() }, up], adjustments: [{ ...line, subscription }] })
      .lines.filter(({ kind }) => kind === 'adjustment')
      .map(({ amount }) => amount.amount);
  expect([of('up'), of('first'), of('')]).toEqual([['1'], [], []]);
});
