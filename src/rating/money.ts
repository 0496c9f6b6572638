import { needWhole } from './checks.js';
import { power, round, toFixedText, type Exact } from './decimal.js';
import { need } from './errors.js';

/**
 * An amount in integer minor units of a currency. The number of digits travels with the money (`exponent`), because
 * processors and Intl disagree on it for some currencies.
 */
export interface Money {
  /** Integer minor units as a string: `"9260"`. */
  readonly amount: string;
  /** ISO 4217 code: `"USD"`. */
  readonly currency: string;
  /** Digits of the minor unit: 2 for cents, 0 for yen, 3 for fils. */
  readonly exponent: number;
}

/** The currency of a plan or an account, with the digits that its amounts have. */
export interface Currency {
  readonly currency: string;
  readonly exponent: number;
}

const LIMIT = 10n ** 18n;

/** Throws `unknown-currency` unless the code has the form of ISO 4217 and the exponent is 0 to 4. */
export function needCurrency(value: Currency, field: string): void {
  need(
    typeof value.currency === 'string' && /^[A-Z]{3}$/.test(value.currency),
    'unknown-currency',
    `${field}.currency`,
    'expected three capital letters such as "USD"',
  );
  needWhole(value.exponent, 0, 4, `${field}.exponent`, 'unknown-currency');
}

/** `value` in minor units. It must already be rounded to the currency; below 10^18 minor units, else `amount-out-of-range`. */
export function toMoney(value: Exact, { currency, exponent }: Currency, field = 'amount'): Money {
  const units = round(value, exponent, 'half-up').n;
  need(units < LIMIT && units > -LIMIT, 'amount-out-of-range', field, 'must be below 10^18 minor units');
  return { amount: units.toString(), currency, exponent };
}

/** The exact value of an amount. Throws `malformed-number` for anything but integer minor units. */
export function fromMoney(money: Money, field = 'amount'): Exact {
  needCurrency(money, field);
  need(
    typeof money.amount === 'string' && /^-?\d{1,18}$/.test(money.amount),
    'malformed-number',
    `${field}.amount`,
    'expected integer minor units such as "9260"',
  );
  return { n: BigInt(money.amount), d: power(money.exponent) };
}

/** The decimal string of an amount in major units: `"92.60"`. */
export const moneyText = (money: Money): string => toFixedText(fromMoney(money), money.exponent);

/** The sum of amounts of one currency. Throws `currency-mismatch`. */
export function sumMoney(amounts: readonly Money[], currency: Currency): Money {
  let total = 0n;
  for (const [index, money] of amounts.entries()) {
    const same = money.currency === currency.currency && money.exponent === currency.exponent;
    need(same, 'currency-mismatch', `amounts[${index}]`, `expected ${currency.currency}, got ${money.currency}`);
    total += fromMoney(money, `amounts[${index}]`).n;
  }
  return toMoney({ n: total, d: power(currency.exponent) }, currency);
}
