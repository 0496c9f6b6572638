import { describe, expect, test } from 'vitest';
import { fromMoney, moneyText, sumMoney, toMoney } from '../../src/rating/index.js';
import { parse } from '../../src/rating/decimal.js';
import { needCurrency } from '../../src/rating/money.js';
import { thrownBy } from './thrown.js';

const [usd, yen, dinar, unidad] = [
  { currency: 'USD', exponent: 2 },
  { currency: 'JPY', exponent: 0 },
  { currency: 'KWD', exponent: 3 },
  { currency: 'CLF', exponent: 4 },
] as const;

test.each([
  ['92.6', usd, '9260', '92.60'],
  ['0', usd, '0', '0.00'],
  ['10000000000000.01', usd, '1000000000000001', '10000000000000.01'],
  ['-0.05', usd, '-5', '-0.05'],
  ['139', yen, '139', '139'],
  ['1.5', dinar, '1500', '1.500'],
  ['-1.2345', unidad, '-12345', '-1.2345'],
] as const)(
  'cases 58 and 59: %s is kept in minor units and written with the digits of its currency',
  (text, currency, amount, written) => {
    const money = toMoney(parse(text), currency);
    expect(money).toEqual({ amount, ...currency });
    expect(moneyText(money)).toBe(written);
  },
);

describe('refused', () => {
  test('case 66: amounts of another currency in a sum', () => {
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

describe('also refused', () => {
  test.each(['AUSD', 'USDX', 'usd', 'US', 'U1D', ''])('%j as a currency', (currency) => {
    expect(thrownBy(() => needCurrency({ currency, exponent: 2 }, 'plan'))).toEqual([
      'unknown-currency',
      'plan.currency',
    ]);
  });
  test('amounts of other digits in a sum, or that are no amounts', () => {
    const other = { ...usd, exponent: 3 };
    expect(
      thrownBy(() =>
        sumMoney(
          [
            { amount: '1', ...usd },
            { amount: '1', ...other },
          ],
          usd,
        ),
      ),
    ).toEqual(['currency-mismatch', 'amounts[1]']);
    expect(thrownBy(() => sumMoney([{ amount: 'x', ...usd }], usd))).toEqual(['malformed-number', 'amounts[0].amount']);
    expect(thrownBy(() => fromMoney({ amount: 5 as unknown as string, ...usd }))).toEqual([
      'malformed-number',
      'amount.amount',
    ]);
  });
  test.each([`1${'0'.repeat(18)}`, '1.0', ' 1', '1 ', '+1', ''])('%j as minor units', (amount) => {
    expect(thrownBy(() => fromMoney({ amount, ...usd }, 'total'))).toEqual(['malformed-number', 'total.amount']);
  });
  test('amounts of -10^18 minor units and less', () => {
    expect(toMoney(parse(`-${'9'.repeat(16)}.99`), usd).amount).toBe(`-${'9'.repeat(18)}`);
    expect(toMoney(parse(`${'9'.repeat(16)}.99`), usd).amount).toBe('9'.repeat(18));
    expect(thrownBy(() => toMoney(parse(`-1${'0'.repeat(16)}`), usd, 'total'))).toEqual([
      'amount-out-of-range',
      'total',
    ]);
  });
});
