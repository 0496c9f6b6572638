import type { Money, PlainDate, Plan, Quote, RatedAddOn } from '../../api/index.js';
import { addDays, monthOf, sumMoney, toMoney, whatIf, type InvoicePreview, type Period } from '../../rating/index.js';
import { parse } from '../../rating/decimal.js';
import { isYearly } from '../../rating/plan.js';
import { valueOn } from './dated.js';
import type { SeedSubscription } from './seed.js';
import { periodNow, todayOf, type State } from './state.js';
import { pauseOn } from './subscriptions.js';
import { paidPeriod } from './years.js';

/** What a change comes to, and what the subscription is after it. */
export interface Proposal extends Pick<Quote, 'direction' | 'timing' | 'effective' | 'recurring' | 'notes'> {
  /** What is charged at once; `null` for nothing. */
  readonly invoice: InvoicePreview | null;
  readonly next: SeedSubscription;
}

/** A subscription and the moment at which something is wanted of it. */
export interface Standing {
  readonly state: State;
  readonly subscription: SeedSubscription;
  readonly today: PlainDate;
  /** The month that runs. */
  readonly period: Period;
  /** What the base fee was paid for: that month, or a year. */
  readonly paid: Period;
}

export function standingOf(state: State, subscription: SeedSubscription): Standing {
  const [today, period] = [todayOf(state), periodNow(state)];
  return { state, subscription, today, period, paid: paidPeriod(subscription, today, period) };
}

/** The first day after what is paid for, or after the free trial. */
export function paidUntil({ subscription: { trialEnd }, today, paid }: Standing): PlainDate {
  return trialEnd !== null && today <= trialEnd ? addDays(trialEnd, 1) : paid.end;
}

/** What each month costs with a plan and add-ons, without overage; each year on a plan by the year. */
export function recurringOf({ subscription, today }: Standing, plan: Plan, addOns: readonly RatedAddOn[]): Money {
  const lines = valueOn(subscription.lines, today);
  const [month] = whatIf([plan], { period: monthOf(today), usage: [], lines, addOns });
  if (!month) return nothing(plan);
  if (!isYearly(plan)) return month.total;
  const monthly = month.lines.filter(({ kind }) => kind !== 'base').map(({ amount }) => amount);
  const months = Array.from({ length: 12 }, () => monthly).flat();
  return sumMoney([toMoney(parse(plan.baseFee), plan), ...months], plan);
}

/** The same as things stand. */
export function recurringNow(standing: Standing): Money {
  const { subscription, today } = standing;
  const plan = valueOn(subscription.plan, today);
  if (pauseOn(subscription, today)) return nothing(plan);
  return recurringOf(standing, plan, valueOn(subscription.addOns, today));
}

export const nothing = ({ currency, exponent }: Pick<Money, 'currency' | 'exponent'>): Money => ({
  amount: '0',
  currency,
  exponent,
});
