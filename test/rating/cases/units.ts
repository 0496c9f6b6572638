import {
  rateCommitment,
  rateSeatTime,
  rateUnitsInAdvance,
  type CommittedFee,
  type GraduatedPrice,
  type SeatChange,
} from '../../../src/rating/index.js';
import type { Got, Money, Span } from './format.js';
import { currencyOf, given, kebab, roundingOf, text } from './words.js';

interface SeatTimeInputs extends Money {
  price: GraduatedPrice;
  period: Span;
  opening: string;
  changes: readonly SeatChange[];
  policy?: { removalEffective?: string };
}

interface CommitmentInputs extends Money {
  minimum: string;
  fees: readonly CommittedFee[];
  fullPeriod?: Span;
  servicePeriod?: Span;
  policy?: { roundProratedMinimum?: boolean };
}

export function seatTime(inputs: SeatTimeInputs): Got {
  const { price, period, opening, changes, policy } = inputs;
  const removalEffective = kebab(policy?.removalEffective ?? 'same_day') as 'same-day' | 'next-day';
  const { mode: rounding } = roundingOf(inputs);
  const rated = rateSeatTime({ ...currencyOf(inputs), price, period, opening, changes, removalEffective, rounding });
  return { total: text(rated.total), precise: rated.precise, closing: rated.closing };
}

export function unitsInAdvance(inputs: Money & { unitAmount: string; readings: readonly string[] }): Got {
  const { unitAmount, readings } = inputs;
  const { phases, total } = rateUnitsInAdvance({
    ...currencyOf(inputs),
    unitAmount,
    readings,
    rounding: roundingOf(inputs).mode,
  });
  return { phases: phases.map((phase) => text(phase.total)), total: text(total) };
}

export function commitment(inputs: CommitmentInputs): Got {
  const { minimum, fees, fullPeriod, servicePeriod, policy } = inputs;
  const span = fullPeriod && servicePeriod && { fullPeriod, servicePeriod };
  const { total } = rateCommitment({
    ...currencyOf(inputs),
    minimum,
    fees,
    rounding: roundingOf(inputs).mode,
    ...given({ span, roundProratedMinimum: policy?.roundProratedMinimum }),
  });
  return { total: text(total) };
}
