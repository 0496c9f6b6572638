import { compare, parse, toText, type Decimal, type RoundingMode } from './decimal.js';
import { needAmount, needIfGiven, needList, needObject, needOneOf, needQuantity } from './checks.js';
import { explain, type Derivation } from './derivation.js';
import { input, minus, nothing, rounded, times, type Figure } from './figure.js';
import { needCurrency, sumMoney, toMoney, type Currency, type Money } from './money.js';
import { ROUNDING_MODES } from './modes.js';

/** Units paid for a whole period before they are used, raised or lowered within it. Amounts in major units. */
export interface UnitsInAdvanceInput extends Currency {
  readonly unitAmount: Decimal;
  /** How many units were held, each time that the number was set. */
  readonly readings: readonly Decimal[];
  /** Half away from zero, if not given. */
  readonly rounding?: RoundingMode;
}

/** What setting the number of units charges. */
export interface UnitsPhase {
  /** The units that were not paid for before, exact. */
  readonly quantity: string;
  readonly total: Money;
  readonly derivation: Derivation;
}

/** What units in advance cost in a period. */
export interface RatedUnitsInAdvance {
  readonly phases: readonly UnitsPhase[];
  readonly total: Money;
}

/**
 * Charges units in advance: only those above the most that were paid for in the period. Lowering the number gives
 * nothing back and costs nothing to undo. Each charge is rounded. Throws a `RatingError` that names the field.
 *
 * @example 10 units, then 5, then 15, at 10.00: 100.00, 0.00, 50.00
 */
export function rateUnitsInAdvance(terms: UnitsInAdvanceInput): RatedUnitsInAdvance {
  needUnits(terms);
  let paid = nothing('unit', 'already-charged');
  const phases = terms.readings.map((reading) => {
    const held = input(parse(reading), 'unit', 'quantity');
    const raised = compare(held.exact, paid.exact) > 0;
    const charged = raised ? minus(held, paid, { label: 'quantity' }) : nothing('unit', 'quantity');
    if (raised) paid = input(held.exact, 'unit', 'already-charged');
    return phaseOf(charged, terms);
  });
  return {
    phases,
    total: sumMoney(
      phases.map(({ total }) => total),
      terms,
    ),
  };
}

function phaseOf(charged: Figure, terms: UnitsInAdvanceInput): UnitsPhase {
  const unitPrice = input(parse(terms.unitAmount), `${terms.currency}/unit`, 'unit-price');
  const step = { mode: terms.rounding ?? 'half-up', scale: terms.exponent, policy: 'rounding' };
  const total = rounded(times(charged, unitPrice, { unit: terms.currency }), step, { label: 'total' });
  return { quantity: toText(charged.exact), total: toMoney(total.exact, terms, 'total'), derivation: explain(total) };
}

function needUnits(terms: UnitsInAdvanceInput): void {
  needObject(terms, 'input', 'units in advance');
  needCurrency(terms, 'input');
  needAmount(terms.unitAmount, 'unitAmount');
  needIfGiven(terms.rounding, 'rounding', (mode, field) => needOneOf(mode, ROUNDING_MODES, field, 'unknown-policy'));
  needList(terms.readings, 'readings', 'a list of quantities');
  for (const [index, reading] of terms.readings.entries()) needQuantity(reading, `readings[${index}]`);
}
