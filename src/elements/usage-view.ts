import {
  addDays,
  previewAllowances,
  PRICE_MODELS,
  previewCharges,
  runningTotals,
  sumMoney,
  type AllowanceStatus,
  type InvoiceDates,
  type InvoicePreview,
  type Money,
  type PlainDate,
  type UsageCharge,
  type UsageDay,
} from '../rating/index.js';
import { expectedUsage, rated, type Bill, type CurrentSubscription } from '../store/bill.js';
import type { CheaperFrom } from '../store/cost-effective.js';
import type { UsageGraphData, UsageGraphDay, UsageGraphOutlook } from './usage-graph.types.js';

/** Whether the subscription is in its trial today: what it uses is not charged. */
export const isInTrial = ({ today }: Bill, { subscription, charged }: CurrentSubscription): boolean =>
  subscription.trialEnd !== null && today < charged.start;

/** What was used of each charge in the current period; of a trial's free days all of it, set against nothing. */
export function allowancesOf(bill: Bill, current: CurrentSubscription, dates: InvoiceDates): AllowanceStatus[] {
  const subscription = rated(current, current.usage, dates);
  return previewAllowances(bill.period, [
    isInTrial(bill, current) ? { ...subscription, trialEnd: null } : subscription,
  ]);
}

/** The graph of one charge over the charged days of the current period; `cheaper` as soon as that can be told. */
export function graphOf(
  bill: Bill & { readonly invoice: InvoicePreview },
  current: CurrentSubscription,
  status: AllowanceStatus,
  cheaper: CheaperFrom | undefined,
): UsageGraphData | undefined {
  const charge = current.subscription.plan.usage.find(({ id }) => id === status.charge);
  return (
    charge && {
      period: current.charged,
      today: bill.today,
      unit: status.unit,
      days: daysOf(bill, current, charge),
      limit: status.included,
      costEffectiveTo: cheaper?.(current, charge) ?? null,
      forecast: outlookOf(bill.today, current, charge),
    }
  );
}

function daysOf(
  { invoice, today }: Bill & { readonly invoice: InvoicePreview },
  current: CurrentSubscription,
  charge: UsageCharge,
): UsageGraphDay[] {
  const soFar = { start: current.charged.start, end: addDays(today, 1) };
  return runningTotals(charge, current.usage, soFar).map((day) => ({
    ...day,
    cost: costBy(day.date, invoice, current, charge),
  }));
}

/** What a charge comes to by the end of a day: the same invoice, without the days after it. */
function costBy(date: PlainDate, invoice: InvoicePreview, current: CurrentSubscription, { id }: UsageCharge): Money {
  const usage = current.usage.filter((day) => day.date <= date);
  const { lines } = previewCharges(
    { dates: invoice.dates, subscriptions: [rated(current, usage, invoice.dates)] },
    PRICE_MODELS,
  );
  const own = lines.filter(({ kind, item }) => kind === 'overage' && item === id);
  return sumMoney(
    own.map(({ amount }) => amount),
    invoice,
  );
}

function outlookOf(
  today: PlainDate,
  { usage, charged, forecast }: CurrentSubscription,
  charge: UsageCharge,
): UsageGraphOutlook[] {
  if (!forecast) return [];
  const totals = (days: readonly UsageDay[]): ReadonlyMap<PlainDate, string> =>
    new Map(
      runningTotals(charge, expectedUsage(usage, { ...forecast, expected: days }), charged).map(({ date, total }) => [
        date,
        total,
      ]),
    );
  const [expected, low, high] = [totals(forecast.expected), totals(forecast.low), totals(forecast.high)];
  return forecast.expected
    .filter(({ date }) => date > today)
    .map(({ date }) => ({
      date,
      expected: expected.get(date) ?? '0',
      low: low.get(date) ?? '0',
      high: high.get(date) ?? '0',
    }));
}
