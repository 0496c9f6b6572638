import { describe, expect, test } from 'vitest';
import { formatAmount, formatMoney, formatPrice, moneyParts } from '../../src/locale/money.js';

const money = (amount: string, currency: string, exponent: number) => ({ amount, currency, exponent });

describe('money', () => {
  test.each([
    ['9260', 'USD', 2, '$92.60'],
    ['139', 'JPY', 0, '¥139'],
    ['1234567', 'KWD', 3, 'KWD 1,234.567'],
    ['12345', 'CLF', 4, 'CLF 1.2345'],
    ['0', 'USD', 2, '$0.00'],
  ])('cases 58 and 59: %s %s with %i digits is %s', (amount, currency, exponent, text) => {
    expect(formatMoney('en', money(amount, currency, exponent)).replace(/\u00a0/g, ' ')).toBe(text);
  });

  test('case 60: has the digits that travel with it, whatever Intl thinks of the currency', () => {
    expect(formatMoney('en', money('12345', 'HUF', 2))).toContain('123.45');
    expect(formatMoney('en', money('12345', 'HUF', 0))).toContain('12,345');
  });

  test('case 58: is exact beyond what a float can hold', () => {
    expect(formatMoney('en', money('999999999999999999', 'USD', 2))).toBe('$9,999,999,999,999,999.99');
  });

  test('case 58: has a real minus', () => {
    expect(formatMoney('en', money('-1', 'USD', 2))).toBe('−$0.01');
    expect(formatAmount('en', money('-9260', 'USD', 2))).toBe('−92.60');
  });

  test('case 61: shows the code of a currency that nobody knows', () => {
    expect(formatMoney('en', money('100', 'XXZ', 2))).toContain('XXZ');
  });

  test('comes in parts, so that cents can be drawn lighter', () => {
    expect(moneyParts('en', money('9260', 'USD', 2)).map(({ type }) => type)).toEqual([
      'currency',
      'integer',
      'decimal',
      'fraction',
    ]);
  });

  test('case 68: of a unit has all the digits that its price has, and never fewer than the currency', () => {
    const usd = { currency: 'USD', exponent: 2 };
    expect(formatPrice('en', '0.000012', usd)).toBe('$0.000012');
    expect(formatPrice('en', '1.5', usd)).toBe('$1.50');
  });

  test('is written as in the language', () => {
    expect(formatMoney('de', money('123456', 'EUR', 2)).replace(/\u00a0/g, ' ')).toBe('1.234,56 €');
  });
});
