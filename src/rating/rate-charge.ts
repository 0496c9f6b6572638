import { needChargeUsage, needTerms, type ChargeTerms, type ChargeUsage } from './charge-input.js';
import { writeCharge, type RatedCharge } from './charge-result.js';
import { workCharge } from './charge-work.js';
import { DEFAULT_ROUNDING } from './rounding.js';

/** One charge, and the usage of one part of its period. Plain JSON. */
export interface ChargeInput extends ChargeTerms {
  readonly usage: ChargeUsage;
}

/**
 * Rates one charge: convert units → round units → free units → price → percentage discount → maximum → minimum →
 * credits. Quantities in metered units, amounts in major units; the result in minor units, zero lines left out by the
 * price, each line rounded once, or the charge. Throws a `RatingError` that names the field.
 *
 * @example 20 units at 10.00 with 35.00 billed before, 50 % off, at most 100.00: 200 − 100 − 35 = 65.00
 */
export function rateCharge(input: ChargeInput): RatedCharge {
  needTerms(input);
  needChargeUsage(input.usage, input, 'usage');
  return writeCharge(workCharge(input, input.usage), input.rounding ?? DEFAULT_ROUNDING, input);
}
