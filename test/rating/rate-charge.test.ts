import { describe, expect, test } from 'vitest';
import { applyUsageDiscount, checkCharge, convertUnits, moneyText, type PerUnitPrice } from '../../src/rating/index.js';
import { charge, failure, rows, total } from './charges.js';

const ten: PerUnitPrice = { type: 'per-unit', unitAmount: '10' };
const cents: PerUnitPrice = { type: 'per-unit', unitAmount: '0.015' };

describe('the steps of a charge', () => {
  test('case 56: come in their order: discount, maximum, minimum, credits', () => {
    const rated = charge(
      ten,
      { quantity: '20', priorBilled: '35' },
      {
        percentDiscount: '50',
        maximum: '100',
        minimum: '100',
        credits: [{ id: 'c1', amount: '15' }],
      },
    );
    const [line] = rated.lines;
    expect(line?.discounts.map(({ ref, amount }) => [ref, moneyText(amount)])).toEqual([
      ['percent', '100.00'],
      ['maximum', '35.00'],
    ]);
    expect(moneyText(rated.discountTotal)).toBe('135.00');
    expect(moneyText(rated.creditsTotal)).toBe('15.00');
    expect(moneyText(rated.chargesTotal)).toBe('0.00');
    expect(moneyText(rated.total)).toBe('50.00');
  });

  test('convert units, round them, and only then take off the free ones', () => {
    const conversion = { operation: 'divide', factor: '1000', rounding: 'ceil' } as const;
    expect(rows(ten, '1400', { conversion, freeQuantity: '0.5' })).toEqual(['unit: 1.5 × 10']);
  });

  test('convert each part of a period by itself', () => {
    const conversion = { operation: 'divide', factor: '1000', rounding: 'ceil' } as const;
    expect(rows(ten, { quantity: '1300', priorQuantity: '1400', position: 'mid' }, { conversion })).toEqual([
      'unit: 2 × 10',
    ]);
  });

  test('do not convert events or dimensions', () => {
    const rate = { type: 'percentage', rate: '1' } as const;
    expect(failure(() => total(rate, { events: ['1'] }, { freeQuantity: '1' }))).toBe('malformed-input at usage');
  });
});

describe('a percentage discount', () => {
  test('is rounded on each line', () => {
    expect(total(ten, '0.33', { percentDiscount: '50' })).toBe('1.65');
    expect(total(ten, '1', { percentDiscount: '0' })).toBe('10.00');
    expect(total(ten, '1', { percentDiscount: '100' })).toBe('0.00');
  });

  test('is refused above 100', () => {
    expect(failure(() => total(ten, '1', { percentDiscount: '100.01' }))).toBe(
      'percentage-out-of-range at percentDiscount',
    );
    expect(failure(() => total(ten, '1', { percentDiscount: '-1' }))).toBe(
      'percentage-out-of-range at percentDiscount',
    );
  });
});

describe('a maximum', () => {
  test.each([
    ['99.99', '0', '99.99'],
    ['100', '0', '100.00'],
    ['100.01', '0', '100.00'],
    ['50', '70', '30.00'],
    ['50', '100', '0.00'],
    ['50', '200', '0.00'],
  ])('of 100.00 leaves of a line of %s after %s: %s', (amount, priorBilled, left) => {
    const flat = { type: 'flat', amount, term: 'arrears' } as const;
    expect(total(flat, { priorBilled }, { maximum: '100' })).toBe(left);
  });
});

describe('a minimum', () => {
  test('is a line of its own in the last part, measured with what was billed before', () => {
    const due = (position: 'first' | 'mid' | 'last'): string[] =>
      rows(ten, { quantity: '2', position, priorBilled: '30' }, { minimum: '100' });
    expect(due('first')).toEqual(['unit: 2 × 10']);
    expect(due('mid')).toEqual(['unit: 2 × 10']);
    expect(due('last')).toEqual(['unit: 2 × 10', 'minimum: 1 × 50']);
  });

  test('is due without usage, and not when it is met', () => {
    expect(rows(ten, '0', { minimum: '100' })).toEqual(['minimum: 1 × 100']);
    expect(rows(ten, '10', { minimum: '100' })).toEqual(['unit: 10 × 10']);
  });

  test('cannot be above the maximum', () => {
    expect(failure(() => total(ten, '1', { minimum: '2', maximum: '1' }))).toBe('minimum-above-maximum at minimum');
  });
});

describe('prepaid credits', () => {
  test('are used up in their order, and never take a line below zero', () => {
    const credits = [
      { id: 'old', amount: '75' },
      { id: 'new', amount: '75' },
    ];
    const rated = charge(ten, '8', { credits, minimum: '100' });
    const used = rated.lines.map((line) => line.credits.map(({ ref, amount }) => `${ref} ${moneyText(amount)}`));
    expect(used).toEqual([['old 75.00', 'new 5.00'], ['new 20.00']]);
    expect(moneyText(rated.total)).toBe('0.00');
  });

  test('have no more digits than their currency, and each its own id', () => {
    const credit = { id: 'c1', amount: '0.005' };
    expect(failure(() => total(ten, '1', { credits: [credit] }))).toBe('malformed-number at credits[0].amount');
    const twice = [
      { id: 'c1', amount: '1' },
      { id: 'c1', amount: '2' },
    ];
    expect(failure(() => total(ten, '1', { credits: twice }))).toBe('duplicate-key at credits');
  });
});

describe('rounding', () => {
  const tiers = {
    type: 'graduated',
    tiers: [
      { upTo: '1', unitAmount: '0.015' },
      { upTo: null, unitAmount: '0.015' },
    ],
  } as const;

  test('comes once a line, or once for the charge', () => {
    expect(total(tiers, '2')).toBe('0.04');
    expect(total(tiers, '2', { rounding: { mode: 'half-up', at: 'charge' } })).toBe('0.03');
    expect(charge(tiers, '2').precise).toBe('0.03');
  });

  test.each([
    ['half-up', '0.02'],
    ['half-even', '0.02'],
    ['half-down', '0.01'],
    ['up', '0.02'],
    ['down', '0.01'],
    ['ceil', '0.02'],
    ['floor', '0.01'],
  ] as const)('by %s makes %s of a cent and a half', (mode, amount) => {
    expect(total(cents, '1', { rounding: { mode, at: 'line' } })).toBe(amount);
    expect(total(cents, '1', { rounding: { mode, at: 'charge' } })).toBe(amount);
  });

  test('knows currencies of no and of three digits', () => {
    expect(total(cents, '100', { currency: 'JPY', exponent: 0 })).toBe('2');
    expect(total(cents, '1.1', { currency: 'BHD', exponent: 3 })).toBe('0.017');
  });
});

test('a false amount does not recompute', () => {
  const rated = charge(ten, '20', { percentDiscount: '50', maximum: '70', credits: [{ id: 'c1', amount: '5' }] });
  const [line] = rated.lines;
  const lines = line ? [{ ...line, amount: { ...line.amount, amount: '1' } }] : [];
  expect(checkCharge({ ...rated, lines })).not.toEqual([]);
});

test('units are converted by factor, then rounded to a precision', () => {
  const converted = (quantity: string, rounding: 'exact' | 'half-up', precision = 0): string =>
    convertUnits({ quantity, conversion: { operation: 'divide', factor: '3', rounding, precision } }).billed;
  expect(converted('1', 'exact')).toBe('1/3');
  expect(converted('1', 'half-up', 2)).toBe('0.33');
  expect(converted('5', 'half-up')).toBe('2');
  const zero = { operation: 'divide', factor: '0', rounding: 'exact' } as const;
  expect(failure(() => convertUnits({ quantity: '1', conversion: zero }))).toBe(
    'negative-quantity at conversion.factor',
  );
});

test.each([
  ['15', '0', '5', '10', '0'],
  ['15', '5', '10', '5', '0'],
  ['15', '10', '15', '0', '0'],
  ['15', '20', '15', '0', '10'],
  ['5', '0', '0', '5', '0'],
])('of %s units after %s, with 10 free, %s are billed', (quantity, priorQuantity, billed, free, priorBilled) => {
  expect(applyUsageDiscount({ quantity, priorQuantity, freeQuantity: '10' })).toMatchObject({
    billedQuantity: billed,
    discountQuantity: free,
    priorBilledQuantity: priorBilled,
  });
});
