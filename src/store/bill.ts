import type { Account, Subscription, Usage } from '../api/index.js';
import {
  forecastUsage,
  monthOf,
  nextInvoiceDates,
  previewInvoice,
  type InvoiceDates,
  type InvoicePreview,
  type Period,
  type PlainDate,
  type RatedSubscription,
  type UsageDay,
  type UsageForecast,
} from '../rating/index.js';
import { need } from '../rating/errors.js';
import { policiesOf } from '../rating/policies.js';
import { chargedShare } from '../rating/schedule.js';
import { todayOf } from './today.js';

/** The next invoice and what it is worked out from. */
export interface Bill {
  readonly account: Account;
  /** The account's calendar day by the back end's clock. */
  readonly today: PlainDate;
  /** The billing period that today lies in. */
  readonly period: Period;
  /** What the account pays for now. */
  readonly current: readonly CurrentSubscription[];
  /** The invoice by what was used so far; `null` while nothing is subscribed to. */
  readonly invoice: InvoicePreview | null;
  /** The same at the end of the period, if usage goes on like this; `null` where nothing can be said. */
  readonly forecast: ForecastInvoice | null;
}

/** A subscription with its usage in the current period. */
export interface CurrentSubscription {
  readonly subscription: Subscription;
  readonly usage: readonly UsageDay[];
  /** The part of the current period that is charged for: without the free days of a trial. */
  readonly charged: Period;
  readonly forecast: UsageForecast | null;
}

/** An invoice by usage that is expected, and how many days that expectation goes by. */
export interface ForecastInvoice {
  readonly invoice: InvoicePreview;
  readonly days: number;
}

/** Whether a subscription is on an invoice for a period, in advance or in arrears. */
export const isBilled = ({ status, end }: Subscription, period: Period): boolean =>
  status !== 'paused' && (end === null || end > period.start);

/** Works out the next invoice as of the account's today. Throws a `RatingError`. */
export function billOf(account: Account, subscriptions: readonly Subscription[], usage: readonly Usage[]): Bill {
  const today = todayOf(account);
  const period = monthOf(today);
  const current = subscriptions
    .filter((each) => isBilled(each, period))
    .map((each) => currentOf(each, usageOf(each, usage), period, today));
  const dates = datesOf(current, today);
  const onInvoice = current.filter(
    ({ subscription }) => dates && datesFor(subscription, today).issueDate === dates.issueDate,
  );
  return {
    account,
    today,
    period,
    current,
    invoice: dates && previewInvoice({ dates, subscriptions: onInvoice.map((each) => rated(each, each.usage, dates)) }),
    forecast: dates && forecastOf(onInvoice, dates),
  };
}

/** Throws `malformed-input` where it is missing: that is not the same as none. */
function usageOf({ id }: Subscription, usage: readonly Usage[]): readonly UsageDay[] {
  const own = usage.find(({ subscription }) => subscription === id);
  need(own !== undefined, 'malformed-input', 'usage', `there is no usage of the subscription ${id}`);
  return own.days;
}

/** The usage of a period if it goes on like this: what was used on complete days, then what is expected. */
export const expectedUsage = (usage: readonly UsageDay[], { expected }: UsageForecast): UsageDay[] => [
  ...usage.filter(({ date }) => !expected.some((day) => day.date === date)),
  ...expected,
];

/** A subscription as rating takes it, for an invoice of these dates. */
export function rated(
  { subscription }: CurrentSubscription,
  usage: readonly UsageDay[],
  dates: InvoiceDates,
): RatedSubscription {
  const { id, plan, start, end, trialEnd, lines, addOns, scheduledChange } = subscription;
  const isNext = scheduledChange !== null && scheduledChange.on <= dates.advance.start;
  const changes = { ...(isNext && { nextPlan: scheduledChange.plan }), ...(end !== null && { end }) };
  return { id, plan, start, trialEnd, lines, addOns, usage, ...changes };
}

function currentOf(
  subscription: Subscription,
  usage: readonly UsageDay[],
  period: Period,
  today: PlainDate,
): CurrentSubscription {
  const { start, end, trialEnd, plan } = subscription;
  const dates = { start, trialEnd, ...(end !== null && { end }) };
  const { charged } = chargedShare(period, dates, policiesOf(plan.policies));
  const asOf = today < charged.start ? charged.start : today > charged.end ? charged.end : today;
  const forecast = forecastUsage({ usage, period: charged, asOf, method: 'run-rate' });
  return { subscription, usage, charged, forecast };
}

const datesFor = ({ trialEnd, plan }: Subscription, today: PlainDate): InvoiceDates =>
  nextInvoiceDates(today, trialEnd, plan.policies?.trialEndDay);

/** The dates of the first invoice to come; of two on one day those that also look back. */
function datesOf(current: readonly CurrentSubscription[], today: PlainDate): InvoiceDates | null {
  const order = ({ issueDate, arrears }: InvoiceDates): string => `${issueDate} ${arrears ? 0 : 1}`;
  const all = current.map(({ subscription }) => datesFor(subscription, today));
  return all.sort((a, b) => (order(a) < order(b) ? -1 : 1))[0] ?? null;
}

function forecastOf(onInvoice: readonly CurrentSubscription[], dates: InvoiceDates): ForecastInvoice | null {
  if (!dates.arrears) return null;
  const days = onInvoice.map(({ forecast }) => forecast?.basis.days ?? 0);
  if (days.every((count) => count === 0)) return null;
  const subscriptions = onInvoice.map((each) =>
    rated(each, each.forecast ? expectedUsage(each.usage, each.forecast) : each.usage, dates),
  );
  return { invoice: previewInvoice({ dates, subscriptions }), days: Math.max(...days) };
}
