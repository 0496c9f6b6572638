import type { Plan, PlainDate, Subscription } from '../api/index.js';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { compare } from '../rating/decimal.js';
import { monthlyFee } from '../rating/plan.js';

/** What a plan is to a subscription. */
export type PlanStanding = 'current' | 'scheduled' | 'upgrade' | 'downgrade' | 'unavailable';

/** A plan as it may be chosen, or why not. */
export interface PlanOption {
  readonly plan: Plan;
  readonly standing: PlanStanding;
  /** Why it can't be chosen, in words; empty where it can. */
  readonly reason: string;
  /** The first day on it, where that is scheduled. */
  readonly on: PlainDate | null;
}

/** The plans that are shown: the subscription's own as it has it, and all that are on offer, in the back end's order. */
export function optionsOf(
  tag: LanguageTag,
  plans: readonly Plan[],
  subscription: Subscription | undefined,
): PlanOption[] {
  const offered = plans.filter(({ id, status }) => status !== 'retired' || id === subscription?.plan.id);
  if (!subscription) return offered.map((plan) => ({ plan, standing: 'unavailable', reason: '', on: null }));
  const own = subscription.plan;
  const listed = offered.some(({ id }) => id === own.id);
  const all = listed ? offered.map((plan) => (plan.id === own.id ? own : plan)) : [own, ...offered];
  return all.map((plan) => optionOf(tag, plan, subscription));
}

/** Whether a plan costs a higher base fee by the month than another one. */
export const isHigher = (a: Plan, b: Plan): boolean => compare(monthlyFee(a), monthlyFee(b)) > 0;

function optionOf(tag: LanguageTag, plan: Plan, subscription: Subscription): PlanOption {
  const { plan: own, scheduledChange } = subscription;
  if (plan.id === own.id) return { plan, standing: 'current', reason: text(tag, 'plans.why-current'), on: null };
  if (plan.id === scheduledChange?.plan.id)
    return { plan, standing: 'scheduled', reason: text(tag, 'plans.why-scheduled'), on: scheduledChange.on };
  const reason = obstacle(tag, plan, subscription);
  if (reason) return { plan, standing: 'unavailable', reason, on: null };
  return { plan, standing: isHigher(plan, own) ? 'upgrade' : 'downgrade', reason: '', on: null };
}

function obstacle(tag: LanguageTag, plan: Plan, { plan: own, status, end }: Subscription): string {
  if (end !== null) return text(tag, 'plans.why-ending', { date: formatDate(tag, end) });
  if (status === 'paused') return text(tag, 'plans.why-paused');
  if (plan.unavailable) return plan.unavailable;
  if (plan.currency === own.currency && plan.exponent === own.exponent) return '';
  return text(tag, 'plans.why-currency', { currency: isolate(plan.currency), own: isolate(own.currency) });
}
