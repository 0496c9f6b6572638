import { needName, needObject, needOneOf } from './checks.js';
import { compare, parseExact, type Decimal } from './decimal.js';
import { checkDerivation, figureOf, type Derivation } from './derivation.js';
import { need } from './errors.js';
import { input } from './figure.js';
import type { DraftLine, LineKind } from './line.js';
import { needPeriod, type Period } from './period.js';

/**
 * A line that was worked out apart from the period that an invoice is for: late usage priced by the plan of its own
 * period, an add-on that was bought in the middle of a month, the two sides of a change of plan. Plain JSON.
 */
export interface Adjustment {
  readonly kind: Extract<LineKind, 'adjustment' | 'plan-change' | 'add-on' | 'overage'>;
  /** The id of its subscription; empty when it has none. */
  readonly subscription: string;
  /** The id of what is charged. */
  readonly item: string;
  readonly name: string;
  readonly term: 'advance' | 'arrears';
  /** The days that it is for. */
  readonly period: Period;
  /** Tells it apart from other lines for the same item and period. */
  readonly ref?: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
  /** In major units, exact; below zero for a credit. Rounded with its line. */
  readonly amount: Decimal;
  /** How the amount came about. */
  readonly derivation?: Derivation;
}

/** The line before it is rounded, with the tree that it brings. */
export function draftOf(adjustment: Adjustment, currency: string): DraftLine {
  const { amount, derivation, quantity, unitPrice, ...own } = adjustment;
  const figure = derivation ? figureOf(derivation) : input(parseExact(amount), currency, 'amount');
  return { ...own, quantity: parseExact(quantity), unitPrice: parseExact(unitPrice), figure };
}

/** Throws a `RatingError` that names the field; `malformed-input` where the tree does not give the amount. */
export function needAdjustment(adjustment: Adjustment, field: string): void {
  needObject(adjustment, field, 'a line');
  needOneOf(adjustment.kind, ['adjustment', 'plan-change', 'add-on', 'overage'], `${field}.kind`, 'malformed-input');
  needName(adjustment.item, `${field}.item`);
  needPeriod(adjustment.period, `${field}.period`);
  const amount = parseExact(adjustment.amount, `${field}.amount`);
  parseExact(adjustment.quantity, `${field}.quantity`);
  parseExact(adjustment.unitPrice, `${field}.unitPrice`);
  if (!adjustment.derivation) return;
  const holds =
    compare(parseExact(adjustment.derivation.value), amount) === 0 &&
    checkDerivation(adjustment.derivation).length === 0;
  need(holds, 'malformed-input', `${field}.derivation`, 'does not give the amount');
}
