import { subtract, type Exact } from './decimal.js';
import { lineRef, minus, plus, rounded, type Figure } from './figure.js';
import type { Currency } from './money.js';
import type { RatedPart } from './rated-part.js';
import type { ChargeRounding } from './rounding.js';

/** A discount on a line, or a credit that pays a part of it, by its name. */
export interface Adjustment {
  readonly ref: string;
  readonly amount: Figure;
}

/** A line of a charge while its steps are worked through. Amounts are rounded where lines are. */
export interface ChargeLine extends RatedPart {
  /** `amount` before it was rounded. */
  readonly precise: Figure;
  readonly discounts: readonly Adjustment[];
  readonly credits: readonly Adjustment[];
}

/** Rounds a figure where each line is rounded; leaves it exact where the charge is. */
export type Settle = (figure: Figure, label: string) => Figure;

export function settleBy({ mode, at }: ChargeRounding, { exponent }: Currency): Settle {
  return (figure, label) =>
    at === 'charge' ? figure : rounded(figure, { mode, scale: exponent, policy: 'rounding' }, { label });
}

export function chargeLine(part: RatedPart, settle: Settle): ChargeLine {
  const amount = settle(part.amount, 'line-amount');
  return {
    ...part,
    precise: part.amount,
    amount,
    discounts: [],
    credits: [],
    unitPrice: part.lump ? amount : part.unitPrice,
  };
}

/** What is due for a line after its discounts, and what credits leave of that. */
export const netOf = (line: ChargeLine): Exact => lessAll(line.amount.exact, line.discounts);
export const leftOf = (line: ChargeLine): Exact => lessAll(netOf(line), line.credits);

const lessAll = (from: Exact, parts: readonly Adjustment[]): Exact =>
  parts.reduce((rest, { amount }) => subtract(rest, amount.exact), from);

/**
 * A line of the same charge inside the explanation of another one. `tier-1` is what is left of it to pay,
 * `tier-1/amount` its amount before discounts, `tier-1/net` after them, `tier-1/credits/c1` what a credit paid.
 */
export const amountRef = ({ ref, amount }: ChargeLine): Figure => lineRef(`${ref}/amount`, amount.exact, amount.unit);
export const netRef = (line: ChargeLine): Figure => lineRef(`${line.ref}/net`, netOf(line), line.amount.unit);
export const leftRef = (line: ChargeLine): Figure => lineRef(line.ref, leftOf(line), line.amount.unit);

/** The way from a line's amount to what is left of it to pay. */
export function leftFigure({ amount, discounts, credits }: ChargeLine): Figure {
  const off = [...discounts, ...credits].map((each) => each.amount);
  return off.length === 0 ? amount : minus(amount, plus(off, { label: 'taken-off' }), { label: 'line-total' });
}

/** The sum of an earlier amount and of lines. */
export const billedSoFar = (prior: Figure, lines: readonly ChargeLine[]): Figure =>
  lines.length === 0 ? prior : plus([prior, ...lines.map(netRef)], { label: 'billed' });
