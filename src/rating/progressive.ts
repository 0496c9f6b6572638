import type { Decimal } from './decimal.js';
import { needFlag, needIfGiven, needList, needObject, needQuantity } from './checks.js';
import { needChargeUsage, needTerms, type ChargeTerms, type ChargeUsage } from './charge-input.js';
import { writeCharge, type ChargeTotals, type RatedCharge } from './charge-result.js';
import { workCharge } from './charge-work.js';
import { explain, type Derivation } from './derivation.js';
import { need } from './errors.js';
import { lineRef, minus, plus } from './figure.js';
import { fromMoney, sumMoney, toMoney, type Currency, type Money } from './money.js';
import { DEFAULT_ROUNDING } from './rounding.js';

/** What a period has come to so far, each time that it is billed. */
export interface ChargeReading {
  /** Used since the period began, in the metered unit. */
  readonly cumulative: Decimal;
  /** All events since the period began, where the price is taken of events. */
  readonly events?: readonly Decimal[];
  /** Whether the period has ended. */
  readonly final?: boolean;
}

/** One charge, billed several times within its period. Plain JSON. */
export interface ProgressiveInput extends ChargeTerms {
  readonly readings: readonly ChargeReading[];
}

/** What one of the bills charges: each sum is that of the period so far, less the same sum before. */
export interface ProgressivePhase extends ChargeTotals {
  /** The period so far, rated as if it were billed at once. */
  readonly running: RatedCharge;
  /** How `total` came about: `running` is the total of the period so far, `phase-1` what the first bill charged. */
  readonly derivation: Derivation;
}

/** A charge billed several times, and what it came to. */
export interface RatedProgressive {
  readonly phases: readonly ProgressivePhase[];
  readonly total: Money;
}

/**
 * Bills a charge several times within a period: each time the total so far less what was billed before, so that the
 * bills add up to one for the whole period. Prices that wait for the whole quantity are rated for what is known, and a
 * later bill may give money back. The minimum, and a flat amount in arrears, come with the final reading. Readings in
 * their order; a reading may be lower than the one before. Throws a `RatingError` that names the field.
 *
 * @example all 15 units at 10, from the 16th on all at 5: 15 units are 150.00, the 16th makes it 80.00, −70.00
 */
export function rateProgressive(input: ProgressiveInput): RatedProgressive {
  needTerms(input);
  needReadings(input.readings, input);
  const phases: ProgressivePhase[] = [];
  for (const reading of input.readings) phases.push(phaseOf(runningCharge(input, reading), phases, input));
  return {
    phases,
    total: sumMoney(
      phases.map(({ total }) => total),
      input,
    ),
  };
}

function runningCharge(terms: ChargeTerms, reading: ChargeReading): RatedCharge {
  const lines = workCharge(terms, usageOf(reading, terms), reading.final === true);
  return writeCharge(lines, terms.rounding ?? DEFAULT_ROUNDING, terms);
}

function usageOf({ cumulative, events, final }: ChargeReading, { price }: ChargeTerms): ChargeUsage {
  const waits = price.type === 'flat' && price.term === 'arrears' && final !== true;
  return { quantity: cumulative, position: waits ? 'first' : 'only', ...(events && { events }) };
}

function phaseOf(running: RatedCharge, before: readonly ProgressivePhase[], currency: Currency): ProgressivePhase {
  const rest = (sum: keyof ChargeTotals): Money =>
    sumMoney([running[sum], ...before.map((phase) => opposite(phase[sum]))], currency);
  const now = lineRef('running', fromMoney(running.total), currency.currency);
  const billed = before.map(({ total }, index) => lineRef(`phase-${index + 1}`, fromMoney(total), currency.currency));
  const figure = billed.length === 0 ? now : minus(now, plus(billed, { label: 'billed' }), { label: 'total' });
  return {
    running,
    amount: rest('amount'),
    discountTotal: rest('discountTotal'),
    chargesTotal: rest('chargesTotal'),
    creditsTotal: rest('creditsTotal'),
    total: toMoney(figure.exact, currency, 'total'),
    derivation: explain(figure),
  };
}

const opposite = (money: Money): Money => ({ ...money, amount: (-BigInt(money.amount)).toString() });

function needReadings(readings: readonly ChargeReading[], terms: ChargeTerms): void {
  needList(readings, 'readings', 'a list of readings');
  for (const [index, reading] of readings.entries()) {
    const field = `readings[${index}]`;
    needObject(reading, field, 'a reading');
    needQuantity(reading.cumulative, `${field}.cumulative`);
    needIfGiven(reading.final, `${field}.final`, needFlag);
    const last = index === readings.length - 1;
    need(last || reading.final !== true, 'malformed-input', `${field}.final`, 'only the last reading can be final');
    needChargeUsage(usageOf(reading, terms), terms, field);
  }
}
