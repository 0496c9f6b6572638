import {
  addMonths,
  daysBetween,
  monthOf,
  moneyText,
  previewAllowances,
  previewInvoice,
  type InvoiceDates,
  type InvoiceLine,
  type InvoicePreview,
  type Policies,
  type RatedPlan,
  type RatedSubscription,
} from '../../../src/rating/index.js';
import type { Got, Money, Numeric } from './format.js';
import { prorationOf } from './periods.js';
import { currencyOf, given, modeOf, roundingOf } from './words.js';

interface SubscriptionInputs extends Money {
  plan: { base: string; includedMinutes: string; overageRate: string };
  policy?: {
    dailyRateScale?: number;
    allowanceDailyScale?: number;
    allowanceRounding?: string;
    overageMinuteRounding?: string;
    prorateAddOns?: boolean;
  };
  invoice: 'first' | 'second' | 'later';
  trialEnd: string | null;
  usage?: { month: string; minutes?: string; seconds?: string; alreadyBilledMinutes?: string };
  extraLines?: { count: Numeric; unitAmount: string };
  addOns?: readonly { name: string; amount: string }[];
}

/** An invoice of a per-minute answering plan. A base line of zero is kept: it says how many days are charged. */
export function subscriptionInvoice(inputs: SubscriptionInputs): Got {
  const dates = datesOf(inputs);
  const subscriptions = [subscriptionOf(inputs, dates)];
  const preview = previewInvoice({ dates, subscriptions });
  const allowances = previewAllowances(measuredMonth(inputs, dates), subscriptions);
  const base = preview.lines.find((line) => line.kind === 'base');
  return {
    lines: preview.lines.map(lineOf),
    total: moneyText(preview.total),
    billableDays: base && daysBetween(base.period.start, base.period.end),
    allowanceMinutes: allowances[0]?.included,
    overageMinutes: overageOf(preview),
  };
}

/** The month whose allowance a case tells: of a first invoice its own, of another the one before, reported or not. */
function measuredMonth({ invoice }: SubscriptionInputs, { advance, arrears }: InvoiceDates): InvoiceDates['advance'] {
  return arrears ?? (invoice === 'first' ? advance : monthOf(addMonths(advance.start, -1)));
}

const lineOf = ({ item, quantity, unitPrice, amount }: InvoiceLine): Got => ({
  ref: item,
  quantity,
  unitAmount: unitPrice,
  amount: moneyText(amount),
});

/** Of the line, which leaves out what was charged early; without one there was none. */
const overageOf = ({ lines }: InvoicePreview): string => lines.find((line) => line.kind === 'overage')?.quantity ?? '0';

function datesOf({ invoice, trialEnd, usage }: SubscriptionInputs): InvoiceDates {
  const trial = monthOf(trialEnd ?? `${usage?.month ?? '2024-01'}-01`);
  if (invoice === 'first') return { issueDate: trial.start, advance: trial, arrears: null };
  const arrears = usage ? monthOf(`${usage.month}-01`) : null;
  const advance = arrears ? monthOf(arrears.end) : monthOf(addMonths(trial.start, invoice === 'second' ? 1 : 2));
  return { issueDate: advance.start, advance, arrears };
}

function subscriptionOf(inputs: SubscriptionInputs, { arrears }: InvoiceDates): RatedSubscription {
  const { trialEnd, usage, extraLines, addOns = [] } = inputs;
  const quantity = usage?.alreadyBilledMinutes;
  return {
    id: 'subscription',
    plan: planOf(inputs),
    trialEnd,
    lines: 1 + Number(extraLines?.count ?? 0),
    addOns: addOns.map(({ name, amount }) => ({ id: name, name, fee: amount })),
    usage: usage ? [usageDay(usage)] : [],
    ...(arrears && quantity !== undefined && { alreadyCharged: [{ charge: 'minutes', period: arrears, quantity }] }),
  };
}

/** On the last day of the month, which no trial that ends within it makes free. */
function usageDay({
  month,
  minutes,
  seconds,
}: NonNullable<SubscriptionInputs['usage']>): RatedSubscription['usage'][number] {
  const { start, end } = monthOf(`${month}-01`);
  const lastDay = `${month}-${daysBetween(start, end)}`;
  return { date: lastDay, quantities: { minutes: seconds ?? minutes ?? '0' } };
}

function planOf(inputs: SubscriptionInputs): RatedPlan {
  const { plan, usage, extraLines } = inputs;
  const reported = usage?.seconds === undefined ? undefined : { unit: 'second', perUnit: '60' };
  return {
    ...currencyOf(inputs),
    id: 'plan',
    name: 'Plan',
    version: '1',
    baseFee: plan.base,
    usage: [
      {
        id: 'minutes',
        name: 'Minutes',
        unit: 'minute',
        included: plan.includedMinutes,
        price: { type: 'per-unit', unitAmount: plan.overageRate },
        ...given({ reported }),
      },
    ],
    policies: policiesOf(inputs),
    ...(extraLines && { lines: { included: 1, fee: extraLines.unitAmount } }),
  };
}

function policiesOf(inputs: SubscriptionInputs): Partial<Policies> {
  const { policy = {} } = inputs;
  const { dailyRateScale, allowanceDailyScale, allowanceRounding, overageMinuteRounding, prorateAddOns } = policy;
  return {
    rounding: roundingOf(inputs).mode,
    proration: prorationOf(given({ dailyRateScale })),
    allowance: {
      proration: prorationOf(given({ dailyRateScale: allowanceDailyScale })),
      rounding: modeOf(allowanceRounding),
    },
    overageRounding: modeOf(overageMinuteRounding),
    addOns: prorateAddOns === true ? 'prorated' : 'full',
    zeroLines: 'keep',
  };
}
