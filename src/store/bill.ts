import type { Account, NextInvoice, Subscription, Usage } from '../api/index.js';
import {
  forecastUsage,
  monthOf,
  nextInvoiceDates,
  PRICE_MODELS,
  previewCharges,
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
import { datesAsOf, isBilled, isOn, ratedFor } from './billed.js';
import { settledWith, type Difference } from './server-invoice.js';
import { todayOf } from './today.js';

export { isBilled } from './billed.js';

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
  /** Where the back end comes to another total: then `invoice` is the back end's; `null` where it agrees or has no say. */
  readonly difference: Difference | null;
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

/**
 * Works out the next invoice as of the account's today. `says` is the back end's own, `undefined` where it has no say.
 * Throws a `RatingError`.
 */
export function billOf(
  account: Account,
  subscriptions: readonly Subscription[],
  usage: readonly Usage[],
  says?: NextInvoice | null,
): Bill {
  const today = todayOf(account);
  const period = monthOf(today);
  const current = subscriptions
    .filter((each) => isBilled(each, period))
    .map((each) => currentOf(each, usageOf(each, usage), period, today));
  const { dates, onInvoice } = nextOf(current, today);
  const own =
    dates &&
    previewCharges({ dates, subscriptions: onInvoice.map((each) => rated(each, each.usage, dates)) }, PRICE_MODELS);
  const { invoice, difference } = settledWith(own, says);
  const forecast = dates && !difference ? forecastOf(onInvoice, dates) : null;
  return { account, today, period, current, invoice, forecast, difference };
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
export const rated = (
  { subscription }: CurrentSubscription,
  usage: readonly UsageDay[],
  dates: InvoiceDates,
): RatedSubscription => ratedFor(subscription, usage, dates);

function currentOf(
  subscription: Subscription,
  usage: readonly UsageDay[],
  period: Period,
  today: PlainDate,
): CurrentSubscription {
  const dates = datesAsOf(subscription, period.start);
  const { charged } = chargedShare(period, dates, policiesOf(subscription.plan.policies));
  const asOf = today < charged.start ? charged.start : today > charged.end ? charged.end : today;
  const forecast = forecastUsage({ usage, period: charged, asOf, method: 'run-rate' });
  return { subscription, usage, charged, forecast };
}

const datesFor = ({ trialEnd, plan }: Subscription, today: PlainDate): InvoiceDates =>
  nextInvoiceDates(today, trialEnd, plan.policies?.trialEndDay);

/** The first invoice to come, and who is on it; of two on one day it is the one that also looks back. */
export function nextOf<S extends Pick<CurrentSubscription, 'subscription'>>(
  current: readonly S[],
  today: PlainDate,
): { readonly dates: InvoiceDates | null; readonly onInvoice: readonly S[] } {
  const order = ({ issueDate, arrears }: InvoiceDates): string => `${issueDate} ${arrears ? 0 : 1}`;
  const all = current
    .map((each) => ({ each, dates: datesFor(each.subscription, today) }))
    .filter(({ each, dates }) => isOn(each.subscription, dates))
    .sort((a, b) => (order(a.dates) < order(b.dates) ? -1 : 1));
  const dates = all[0]?.dates ?? null;
  const onInvoice = current.filter((each) =>
    all.some((other) => other.each === each && other.dates.issueDate === dates?.issueDate),
  );
  return { dates, onInvoice };
}

function forecastOf(onInvoice: readonly CurrentSubscription[], dates: InvoiceDates): ForecastInvoice | null {
  if (!dates.arrears) return null;
  const days = onInvoice.map(({ forecast }) => forecast?.basis.days ?? 0);
  if (days.every((count) => count === 0)) return null;
  const subscriptions = onInvoice.map((each) =>
    rated(each, each.forecast ? expectedUsage(each.usage, each.forecast) : each.usage, dates),
  );
  return { invoice: previewCharges({ dates, subscriptions }, PRICE_MODELS), days: Math.max(...days) };
}
