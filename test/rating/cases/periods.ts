import {
  advanceSchedule,
  anchorDates,
  fixedDays as countFixedDays,
  prorateAmount,
  ratePlanChange,
  wholePeriods as countWholePeriods,
  type BillingPeriod,
  type ProrationPolicy,
} from '../../../src/rating/index.js';
import type { Got, Money, Span } from './format.js';
import { currencyOf, given, kebab, roundingOf } from './words.js';

interface CasePolicy {
  basis?: string;
  factorScale?: number;
  dailyRateScale?: number;
  fixedDaysInMonth?: number;
  cap?: boolean;
  direction?: string;
}

interface ProrateInputs extends Money {
  amount: string;
  fullPeriod?: Span;
  servicePeriod?: Span;
  fullDays?: string;
  serviceDays?: string;
  policy?: CasePolicy;
  taxRate?: string;
}

interface ScheduleInputs extends Money {
  amount: string;
  billingPeriod: string;
  billCycleDay: number;
  start: string;
  end?: string;
  targetDate: string;
  policy?: { factorScale?: number };
}

interface PlanChangeInputs extends Money {
  credit: { amount: string; fullPeriod?: Span; unusedPeriod?: Span };
  charge: { amount: string; fullPeriod?: Span; servicePeriod?: Span };
  taxRate?: string;
  policy?: CasePolicy & { fullPeriod?: boolean };
}

export function prorate(inputs: ProrateInputs): Got {
  const { amount, fullPeriod, servicePeriod, fullDays, serviceDays, policy = {}, taxRate } = inputs;
  return {
    ...prorateAmount({
      amount,
      currency: currencyOf(inputs).currency,
      rounding: roundingOf(inputs),
      policy: prorationOf(policy),
      direction: policy.direction === 'credit' ? 'credit' : 'charge',
      ...given({ full: fullPeriod, service: servicePeriod, fullDays, serviceDays, taxRate }),
    }),
  };
}

export function fixedDays({
  servicePeriod,
  policy,
}: {
  servicePeriod: Span;
  policy: { fixedDaysInMonth: number };
}): Got {
  return { serviceDays: countFixedDays(servicePeriod, Number(policy.fixedDaysInMonth)) };
}

/** Other names of the same lengths. */
const BILLING_PERIODS: Readonly<Record<string, string>> = {
  fortnightly: 'biweekly',
  bimestrial: 'bimonthly',
  semiannual: 'biannual',
  semi_annual: 'biannual',
  yearly: 'annual',
};

export function schedule(inputs: ScheduleInputs): Got {
  const { amount, billingPeriod, billCycleDay, start, end, targetDate, policy = {} } = inputs;
  return {
    ...advanceSchedule({
      amount,
      currency: currencyOf(inputs).currency,
      rounding: roundingOf(inputs),
      billingPeriod: (BILLING_PERIODS[billingPeriod] ?? kebab(billingPeriod)) as BillingPeriod,
      billCycleDay: Number(billCycleDay),
      start,
      targetDate,
      ...given({ end, factorScale: policy.factorScale }),
    }),
  };
}

export function anchors(inputs: {
  start: string;
  anchorDay?: number;
  months?: number;
  stepDays?: number;
  count: number;
}): Got {
  const { start, anchorDay, months, stepDays, count } = inputs;
  const step = stepDays === undefined ? { months: Number(months) } : { stepDays: Number(stepDays) };
  return { dates: anchorDates({ start, count: Number(count), ...step, ...given({ anchorDay }) }) };
}

const PERIODS: Readonly<Record<string, string>> = { weekly: 'weeks', monthly: 'months', annual: 'years' };

export function wholePeriods({ start, end, period }: Span & { period: string }): Got {
  const unit = (PERIODS[period] ?? kebab(period)) as 'weeks' | 'months' | 'thirty-days';
  return { periods: countWholePeriods({ start, end }, unit) };
}

export function planChange(inputs: PlanChangeInputs): Got {
  const { credit, charge, taxRate, policy = {} } = inputs;
  const timing = policy.fullPeriod === true ? 'whole-cycle' : 'prorated';
  return {
    ...ratePlanChange({
      currency: currencyOf(inputs).currency,
      rounding: roundingOf(inputs),
      credit: { amount: credit.amount, ...given({ full: credit.fullPeriod, part: credit.unusedPeriod }) },
      charge: { amount: charge.amount, ...given({ full: charge.fullPeriod, part: charge.servicePeriod }) },
      planChange: { upgrade: timing, downgrade: timing },
      proration: prorationOf(policy),
      ...given({ taxRate }),
    }),
  };
}

export function prorationOf({
  basis = 'calendar_days',
  factorScale,
  dailyRateScale,
  fixedDaysInMonth,
  cap,
}: CasePolicy): ProrationPolicy {
  return {
    basis: fixedDaysInMonth === undefined ? (kebab(basis) as ProrationPolicy['basis']) : 'fixed-days',
    round: roundOf(factorScale, dailyRateScale),
    cap: cap === false ? 'none' : 'full-price',
    ...given({ monthDays: fixedDaysInMonth }),
  };
}

function roundOf(factorScale?: number, dailyRateScale?: number): ProrationPolicy['round'] {
  if (factorScale !== undefined) return { step: 'factor', scale: factorScale };
  return dailyRateScale === undefined ? { step: 'result' } : { step: 'daily-rate', scale: dailyRateScale };
}
