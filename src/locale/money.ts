import { moneyText, type Currency, type Money } from '../rating/index.js';
import type { LanguageTag } from './intl.js';
import { decimalParts, exactParts, textOf, type NumberPart } from './numbers.js';

const MOST_DIGITS = 12;

/** An amount in parts, so that its currency and minor units can be drawn lighter. Digits are the money's own. */
export function moneyParts(tag: LanguageTag, money: Money): NumberPart[] {
  return decimalParts(tag, moneyText(money), {
    style: 'currency',
    currency: money.currency,
    minimumFractionDigits: money.exponent,
    maximumFractionDigits: money.exponent,
  });
}

/** An amount as text: `$92.60`. */
export const formatMoney = (tag: LanguageTag, money: Money): string => textOf(moneyParts(tag, money));

/** An amount without its currency, for a column of one currency: `92.60`. */
export function formatAmount(tag: LanguageTag, money: Money): string {
  return textOf(exactParts(tag, moneyText(money), { min: money.exponent, max: money.exponent }));
}

/** A price or an exact figure of a currency, without its sign: `139.00`, `0.000012`, `4.6333…`. */
export function priceParts(tag: LanguageTag, value: string, currency: Currency): NumberPart[] {
  return exactParts(tag, value, { min: currency.exponent, max: MOST_DIGITS });
}

/** A price with its currency, in parts: `$139.00`. */
export function pricePartsWithCurrency(
  tag: LanguageTag,
  value: string,
  { currency, exponent }: Currency,
): NumberPart[] {
  return exactParts(tag, value, { min: exponent, max: MOST_DIGITS }, { style: 'currency', currency });
}

/** The same as text. */
export const formatPrice = (tag: LanguageTag, value: string, currency: Currency): string =>
  textOf(pricePartsWithCurrency(tag, value, currency));
