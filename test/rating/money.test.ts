import { describe, expect, test } from 'vitest';
import { fromMoney, moneyText, sumMoney, toMoney } from '../../src/rating/index.js';
import { parse } from '../../src/rating/decimal.js';
import { needCurrency } from '../../src/rating/money.js';
import { thrownBy } from './thrown.js';

const [usd, yen, dinar] = [
  { currency: 'USD', exponent: 2 },
  { currency: 'JPY', exponent: 0 },
  { currency: 'KWD', exponent: 3 },
] as const;

test.each([
  ['92.6', usd, '9260', '92.60'],
  ['-0.05', usd, '-5', '-0.05'],
  ['139', yen, '139', '139'],
  ['1.5', dinar, '1500', '1.500'],
] as const)(
  '%s is kept in minor units and written with the digits of its currency',
  (text, currency, amount, written) => {
    const money = toMoney(parse(text), currency);
    expect(money).toEqual({ amount, ...currency });
    expect(moneyText(money)).toBe(written);
  },
);

describe('refused', () => {
  test('amounts of another currency in a sum', () => {
    expect(thrownBy(() => sumMoney([{ amount: '1', ...yen }], usd))).toEqual(['currency-mismatch', 'amounts[0]']);
  });
  test('minor units that are not whole', () => {
    expect(thrownBy(() => fromMoney({ amount: '1.5', ...usd }))).toEqual(['malformed-number', 'amount.amount']);
  });
  test('amounts of 10^18 minor units and more', () => {
    expect(thrownBy(() => toMoney(parse(`1${'0'.repeat(16)}`), usd))).toEqual(['amount-out-of-range', 'amount']);
  });
  test('a code that is not three capital letters', () => {
    expect(thrownBy(() => needCurrency({ currency: 'usd', exponent: 2 }, 'plan'))).toEqual([
      'unknown-currency',
      'plan.currency',
    ]);
    expect(thrownBy(() => needCurrency({ currency: 'USD', exponent: 5 }, 'plan'))).toEqual([
      'unknown-currency',
      'plan.exponent',
    ]);
  });
});
