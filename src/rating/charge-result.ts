import { add, round, subtract, toText, ZERO, type Exact } from './decimal.js';
import { leftFigure, leftOf, leftRef, netOf, type Adjustment, type ChargeLine } from './charge-line.js';
import { explain, type Derivation } from './derivation.js';
import { plus, rounded, type Figure } from './figure.js';
import { MINIMUM } from './minimum.js';
import { toMoney, type Currency, type Money } from './money.js';
import type { ChargeRounding } from './rounding.js';

/** A discount on a line (`percent`, `maximum`), or a credit that pays a part of it, by its id. */
export interface RatedAdjustment {
  readonly ref: string;
  readonly amount: Money;
  /** The exact amount: a decimal, or a fraction `n/d`. */
  readonly precise: string;
  readonly derivation: Derivation;
}

/** One line of a rated charge. */
export interface RatedChargeLine {
  /** Tells the lines of a charge apart: `unit`, `tier-2`, `tier-2-flat`, `package`, `minimum`. */
  readonly ref: string;
  /** Exact: a decimal, or a fraction `n/d` where no decimal ends. */
  readonly quantity: string;
  /** In major units, exact. */
  readonly unitPrice: string;
  /** Before discounts and credits. */
  readonly amount: Money;
  /** The amount before it was rounded. */
  readonly precise: string;
  readonly discounts: readonly RatedAdjustment[];
  /** After discounts, before credits. */
  readonly net: Money;
  readonly credits: readonly RatedAdjustment[];
  /** What is left to pay. */
  readonly total: Money;
  /** How `total` came about: amount, discounts and credits. */
  readonly derivation: Derivation;
}

/** The sums of a charge, each in minor units. */
export interface ChargeTotals {
  /** Of the lines that the price made, before discounts and credits. */
  readonly amount: Money;
  readonly discountTotal: Money;
  /** What a minimum adds. */
  readonly chargesTotal: Money;
  readonly creditsTotal: Money;
  /** What is left to pay. */
  readonly total: Money;
}

/**
 * A rated charge. Where lines are rounded, they add up to the total. Where the charge is, its lines stay exact
 * (`precise`, the derivations), their money only shows them, and the total is their exact sum, rounded once.
 */
export interface RatedCharge extends ChargeTotals, Currency {
  readonly rounding: ChargeRounding;
  readonly lines: readonly RatedChargeLine[];
  /** The total before anything was rounded: a decimal, or a fraction `n/d`. */
  readonly precise: string;
  /** How `total` came about, from the lines by their `ref`. */
  readonly derivation: Derivation;
}

/** Writes worked lines as plain JSON. Throws `amount-out-of-range`. */
export function writeCharge(
  lines: readonly ChargeLine[],
  rounding: ChargeRounding,
  { currency, exponent }: Currency,
): RatedCharge {
  const money = moneyBy(rounding, { currency, exponent });
  const sum = plus(lines.map(leftRef), { unit: currency, label: 'total' });
  const step = { mode: rounding.mode, scale: exponent, policy: 'rounding' };
  const total = rounding.at === 'charge' ? rounded(sum, step) : sum;
  return {
    currency,
    exponent,
    rounding,
    lines: lines.map((line) => writeLine(line, money)),
    ...totalsOf(lines, money, total),
    precise: toText(sumOf(lines, (line) => subtract(line.precise.exact, subtract(line.amount.exact, leftOf(line))))),
    derivation: explain(total),
  };
}

type MoneyOf = (value: Exact, field: string) => Money;

const moneyBy =
  ({ mode }: ChargeRounding, currency: Currency): MoneyOf =>
  (value, field) =>
    toMoney(round(value, currency.exponent, mode), currency, field);

function totalsOf(lines: readonly ChargeLine[], money: MoneyOf, total: Figure): ChargeTotals {
  const ofPrice = lines.filter(({ ref }) => ref !== MINIMUM);
  const ofMinimum = lines.filter(({ ref }) => ref === MINIMUM);
  return {
    amount: money(
      sumOf(ofPrice, (line) => line.amount.exact),
      'amount',
    ),
    discountTotal: money(
      sumOf(lines, (line) => subtract(line.amount.exact, netOf(line))),
      'discountTotal',
    ),
    chargesTotal: money(
      sumOf(ofMinimum, (line) => line.amount.exact),
      'chargesTotal',
    ),
    creditsTotal: money(
      sumOf(lines, (line) => subtract(netOf(line), leftOf(line))),
      'creditsTotal',
    ),
    total: money(total.exact, 'total'),
  };
}

const sumOf = (lines: readonly ChargeLine[], of: (line: ChargeLine) => Exact): Exact => lines.map(of).reduce(add, ZERO);

function writeLine(line: ChargeLine, money: MoneyOf): RatedChargeLine {
  const { ref, quantity, unitPrice, amount, precise, discounts, credits } = line;
  return {
    ref,
    quantity: toText(quantity.exact),
    unitPrice: toText(unitPrice.exact),
    amount: money(amount.exact, ref),
    precise: toText(precise.exact),
    discounts: discounts.map((each) => writeAdjustment(each, money)),
    net: money(netOf(line), ref),
    credits: credits.map((each) => writeAdjustment(each, money)),
    total: money(leftOf(line), ref),
    derivation: explain(leftFigure(line)),
  };
}

const writeAdjustment = ({ ref, amount }: Adjustment, money: MoneyOf): RatedAdjustment => ({
  ref,
  amount: money(amount.exact, ref),
  precise: toText(amount.exact),
  derivation: explain(amount),
});
