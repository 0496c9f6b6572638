import { parse, toText, type Decimal, type RoundingMode } from './decimal.js';
import { needAmount, needFlag, needIfGiven, needList, needName, needObject, needOneOf } from './checks.js';
import { explain, type Derivation } from './derivation.js';
import { greatest, input, minus, nothing, plus, rounded, type Figure } from './figure.js';
import { needCurrency, toMoney, type Currency, type Money } from './money.js';
import { daysShare, needSpan, type Span } from './span.js';
import { ROUNDING_MODES } from './modes.js';

/** A fee that counts against a commitment. */
export interface CommittedFee {
  /** What the fee is for; rating doesn't read it. */
  readonly ref?: string;
  readonly amount: Decimal;
  /** Whether it is cut to the days of service like the minimum. */
  readonly prorate?: boolean;
}

/** What was agreed to be spent in a period, and what was. Amounts in major units of the currency. */
export interface CommitmentInput extends Currency {
  readonly minimum: Decimal;
  readonly fees: readonly CommittedFee[];
  /** The days of service within the period, where they are fewer. */
  readonly span?: Span;
  /** Whether the prorated minimum is rounded before the fees come off; it is not, if not given. */
  readonly roundProratedMinimum?: boolean;
  /** Half away from zero, if not given. */
  readonly rounding?: RoundingMode;
}

/** The true-up of a commitment: what is missing of it, zero or more. */
export interface CommitmentTrueUp {
  readonly total: Money;
  /** The minimum for the days of service, exact. */
  readonly minimum: string;
  readonly derivation: Derivation;
}

/**
 * What a period falls short of its committed minimum: the minimum less the fees, and nothing when they pass it. Where
 * service covers only some days, the minimum is prorated by them, and so are the fees that say so. Each fee is rounded,
 * and the result. Throws a `RatingError` that names the field.
 *
 * @example 10000.00 for 334 of 365 days is 9150.68; a fee of 1000.00 for the same days 915.07: 8235.61
 */
export function rateCommitment(terms: CommitmentInput): CommitmentTrueUp {
  needCommitment(terms);
  const { currency, fees, span, roundProratedMinimum = false } = terms;
  const exact = prorated(terms.minimum, 'minimum', terms, span);
  const minimum = span && roundProratedMinimum ? rounded(exact, step(terms)) : exact;
  const paid = fees.map(({ amount, prorate }) =>
    rounded(prorated(amount, 'fee', terms, prorate ? span : undefined), step(terms)),
  );
  const short = minus(minimum, plus(paid, { unit: currency, label: 'fees' }), { label: 'shortfall' });
  const total = rounded(greatest(short, nothing(currency, 'nothing')), step(terms), { label: 'total' });
  return { total: toMoney(total.exact, terms, 'total'), minimum: toText(minimum.exact), derivation: explain(total) };
}

const step = ({
  rounding = 'half-up',
  exponent,
}: CommitmentInput): { mode: RoundingMode; scale: number; policy: string } => ({
  mode: rounding,
  scale: exponent,
  policy: 'rounding',
});

function prorated(amount: Decimal, label: string, { currency }: Currency, span: Span | undefined): Figure {
  const whole = input(parse(amount), currency, label);
  return span ? daysShare(whole, span.fullPeriod, span.servicePeriod) : whole;
}

function needCommitment(terms: CommitmentInput): void {
  needObject(terms, 'input', 'a commitment');
  needCurrency(terms, 'input');
  needAmount(terms.minimum, 'minimum');
  needIfGiven(terms.span, 'span', needSpan);
  needIfGiven(terms.roundProratedMinimum, 'roundProratedMinimum', needFlag);
  needIfGiven(terms.rounding, 'rounding', (mode, field) => needOneOf(mode, ROUNDING_MODES, field, 'unknown-policy'));
  needList(terms.fees, 'fees', 'a list of fees');
  for (const [index, fee] of terms.fees.entries()) {
    needObject(fee, `fees[${index}]`, 'a fee');
    needIfGiven(fee.ref, `fees[${index}].ref`, needName);
    needAmount(fee.amount, `fees[${index}].amount`);
    needIfGiven(fee.prorate, `fees[${index}].prorate`, needFlag);
  }
}
