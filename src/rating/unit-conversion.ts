import { parse, toText, type Decimal, type RoundingMode } from './decimal.js';
import { needDigits, needObject, needOneOf, needPositive, needQuantity } from './checks.js';
import { explain, type Derivation } from './derivation.js';
import { input, over, rounded, times, type Figure } from './figure.js';
import { ROUNDING_MODES } from './modes.js';

/** How the unit that is metered becomes the unit that is billed: bytes ÷ 1000000, rounded up. */
export interface UnitConversion {
  readonly operation: 'multiply' | 'divide';
  readonly factor: Decimal;
  readonly rounding: RoundingMode | 'exact';
  /** Digits behind the point that rounding leaves; 0 if not given. */
  readonly precision?: number;
}

/** A quantity in metered units, and how it is billed. */
export interface UnitsToConvert {
  readonly quantity: Decimal;
  readonly conversion: UnitConversion;
}

/** What became of a quantity; exact, as a decimal, or a fraction `n/d` where no decimal ends. */
export interface ConvertedUnits {
  /** Before rounding. */
  readonly converted: string;
  readonly billed: string;
  readonly derivation: Derivation;
}

/**
 * Converts a quantity, then rounds it. Quantity: zero or more. Throws `malformed-number`, `negative-quantity`,
 * `unknown-policy` or `malformed-input`.
 *
 * @example 1500 ÷ 1000 = 1.5, half up to whole units: 2
 */
export function convertUnits(units: UnitsToConvert): ConvertedUnits {
  needObject(units, 'input', 'a quantity and its conversion');
  const { quantity, conversion } = units;
  needQuantity(quantity, 'quantity');
  needConversion(conversion, 'conversion');
  const metered = input(parse(quantity), '', 'metered');
  const billed = billedUnits(metered, conversion);
  return {
    converted: toText(convert(metered, conversion).exact),
    billed: toText(billed.exact),
    derivation: explain(billed),
  };
}

/** The converted and rounded quantity. */
export function billedUnits(metered: Figure, conversion: UnitConversion): Figure {
  const exact = convert(metered, conversion);
  const { rounding, precision = 0 } = conversion;
  return rounding === 'exact'
    ? exact
    : rounded(exact, { mode: rounding, scale: precision, policy: 'conversion.rounding' });
}

function convert(metered: Figure, { operation, factor }: UnitConversion): Figure {
  const by = input(parse(factor), '', 'factor');
  const naming = { unit: metered.unit, label: 'used' };
  return operation === 'multiply' ? times(metered, by, naming) : over(metered, by, naming);
}

/** Throws `malformed-input`, `malformed-number`, `negative-quantity` or `unknown-policy`. */
export function needConversion(conversion: UnitConversion, field: string): void {
  needObject(conversion, field, 'a conversion');
  const { operation, factor, rounding, precision = 0 } = conversion;
  needOneOf(operation, ['multiply', 'divide'], `${field}.operation`, 'unknown-policy');
  needPositive(factor, `${field}.factor`);
  needOneOf(rounding, [...ROUNDING_MODES, 'exact'], `${field}.rounding`, 'unknown-policy');
  needDigits(precision, `${field}.precision`);
}
