import { needObject, needOneOf, needWhole } from './checks.js';
import { shown, type Exact } from './decimal.js';
import { explain, type Derivation } from './derivation.js';
import { need } from './errors.js';
import { input, plus, rounded, type Figure, type RoundingStep } from './figure.js';
import { amountIn, integerSegment, type IntegerSegment } from './integer-segments.js';
import { ROUNDING_MODES } from './modes.js';
import { needCurrency, toMoney, type Currency, type Money } from './money.js';
import { needPrice, ratePrice, type Price } from './price.js';
import { segmentsOf, type PriceRounding } from './price-segments.js';

/** How a prepared price takes quantities and rounds amounts. */
export interface PreparedOptions {
  /** What is priced: `minute`. Read by explanations only. */
  readonly unit: string;
  /** Digits behind the point of the quantities: with 2 of them, 1250 is 12.5 units. */
  readonly scale: number;
  readonly rounding: PriceRounding;
}

/** A price that was parsed and checked once. Quantities are whole numbers of 10^-`scale` units, zero or more. */
export interface PreparedPrice {
  /**
   * The amount in minor units. Throws `malformed-number` for a quantity that is not a safe whole number of zero or more,
   * `amount-out-of-range` for an amount of 2^53 or more: `amount` gives those.
   */
  minorUnits(quantity: number): number;
  /** The same as money, for any quantity. Throws `malformed-number`; `amount-out-of-range` from 10^18 minor units on. */
  amount(quantity: number | bigint): Money;
  /** How the amount of a quantity comes about. */
  explain(quantity: number | bigint): Derivation;
}

/**
 * Prepares a price for very many quantities. An amount is worked out in plain integers where every number on the way is
 * known to stay below 2^52, else in exact rationals: where numbers are too large, and for prices that are no row of
 * straight lines (packages). The results are the same. Throws what the check of a price throws.
 *
 * @example tiers up to 5 at 5, up to 10 at 4, then at 3: `minorUnits(12)` is 5100
 */
export function preparePrice(price: Price, currency: Currency, options: PreparedOptions): PreparedPrice {
  needOptions(price, currency, options);
  const { mode } = options.rounding;
  const exactly = (quantity: number | bigint): Figure => rate(price, currency, options, quantity);
  const money = (quantity: number | bigint): Money => toMoney(exactly(quantity).exact, currency, 'amount');
  const segments = segmentsOf(price, currency.exponent, options.rounding) ?? [];
  const integers = segments.map((segment) => integerSegment(segment, options.scale, currency.exponent));
  return {
    minorUnits(quantity) {
      const segment = Number.isInteger(quantity) ? safeSegment(integers, quantity) : undefined;
      return segment ? amountIn(segment, quantity, mode) : safeNumber(money(quantity).amount);
    },
    amount: money,
    explain: (quantity) => explain(exactly(quantity)),
  };
}

/** The segment that holds a quantity, if it is safe for it. Zero is in none: what is due there is a rule of its own. */
function safeSegment(segments: readonly IntegerSegment[], quantity: number): IntegerSegment | undefined {
  if (!(quantity > 0)) return undefined;
  for (const segment of segments) if (quantity <= segment.end) return quantity <= segment.most ? segment : undefined;
  return undefined;
}

function rate(
  price: Price,
  currency: Currency,
  { unit, scale, rounding }: PreparedOptions,
  quantity: number | bigint,
): Figure {
  const good = typeof quantity === 'bigint' || Number.isSafeInteger(quantity);
  need(good && quantity >= 0, 'malformed-number', 'quantity', `expected a whole number, got ${shown(quantity)}`);
  const exact: Exact = { n: BigInt(quantity), d: 10n ** BigInt(scale) };
  const parts = ratePrice(price, input(exact, unit, 'quantity'), currency.currency).map((part) => part.amount);
  const step: RoundingStep = { mode: rounding.mode, scale: currency.exponent, policy: 'rounding' };
  const naming = { unit: currency.currency, label: 'total' };
  if (rounding.at === 'charge') return rounded(plus(parts, naming), step);
  return plus(
    parts.map((part) => rounded(part, step)),
    naming,
  );
}

function safeNumber(amount: string): number {
  const value = Number(amount);
  need(Number.isSafeInteger(value), 'amount-out-of-range', 'quantity', 'costs 2^53 minor units or more');
  return value;
}

function needOptions(price: Price, currency: Currency, options: PreparedOptions): void {
  needPrice(price, 'price');
  needCurrency(currency, 'currency');
  needObject(options, 'options', 'options');
  needWhole(options.scale, 0, 12, 'options.scale', 'malformed-number');
  needObject(options.rounding, 'options.rounding', 'a rounding');
  needOneOf(options.rounding.mode, ROUNDING_MODES, 'options.rounding.mode', 'unknown-policy');
  needOneOf(options.rounding.at, ['line', 'charge'], 'options.rounding.at', 'unknown-policy');
}
