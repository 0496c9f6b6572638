import type { Money, PlainDate, Plan, Quote, RatedAddOn } from '../../api/index.js';
import { addDays, monthOf, whatIf, type InvoicePreview, type Period } from '../../rating/index.js';
import { valueOn } from './dated.js';
import type { SeedSubscription } from './seed.js';
import { periodNow, todayOf, type State } from './state.js';
import { pauseOn } from './subscriptions.js';

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
  /** The period that runs, which was paid for. */
  readonly period: Period;
}

export const standingOf = (state: State, subscription: SeedSubscription): Standing => ({
  state,
  subscription,
  today: todayOf(state),
  period: periodNow(state),
});

/** The first day after what is paid for, or after the free trial. */
export function paidUntil({ subscription: { trialEnd }, today, period }: Standing): PlainDate {
  return trialEnd !== null && today <= trialEnd ? addDays(trialEnd, 1) : period.end;
}

/** What a whole period costs with a plan and add-ons, without overage. */
export function recurringOf({ subscription, today }: Standing, plan: Plan, addOns: readonly RatedAddOn[]): Money {
  const lines = valueOn(subscription.lines, today);
  const [whole] = whatIf([plan], { period: monthOf(today), usage: [], lines, addOns });
  return whole?.total ?? nothing(plan);
}

/** What a whole period costs now. */
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
