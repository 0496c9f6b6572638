import type { Plan } from '../../api/index.js';
import {
  DEFAULT_POLICIES,
  previewInvoice,
  ratePlanChange,
  type InvoicePreview,
  type PlanChangeAmounts,
} from '../../rating/index.js';
import { changedFrom, laterThan, valueOn } from './dated.js';
import { recurringOf, type Proposal, type Standing } from './proposal.js';
import { needField } from './refuse.js';
import { isTrial, OTHER_FAMILY } from './subscriptions.js';
import { dayText } from './words.js';

/** Another plan: now or from the next period on, by the policies of the plan that is left; free and at once in a trial. */
export function proposePlan(standing: Standing, id: string): Proposal {
  const { subscription, today, period } = standing;
  const from = valueOn(subscription.plan, today);
  const to = wantedPlan(standing, from, id);
  const { direction, timing } = rateChange(standing, from, to);
  const trial = isTrial(subscription, today);
  const waits = !trial && timing === 'next-period';
  const effective = waits ? period.end : today;
  return {
    direction,
    timing: waits ? 'next-period' : 'now',
    effective,
    invoice: trial || waits ? null : invoiceOf(standing, from, to, timing === 'whole-cycle' ? period.start : today),
    recurring: recurringOf(standing, to, valueOn(subscription.addOns, effective)),
    notes: notesOf(standing, from, waits),
    next: { ...subscription, plan: changedFrom(subscription.plan, effective, to) },
  };
}

function wantedPlan({ state, subscription, today }: Standing, from: Plan, id: string): Plan {
  needField(id !== from.id, 'plan', 'same-plan', 'This is the plan already.');
  const scheduled = laterThan(subscription.plan, today)?.value.id;
  needField(id !== scheduled, 'plan', 'already-scheduled', 'This change is scheduled already.');
  const to = state.plans.find((plan) => plan.id === id);
  needField(to !== undefined, 'plan', 'unknown-plan', 'There is no such plan.');
  needField(to.status !== 'retired', 'plan', 'plan-retired', 'This plan is no longer offered.');
  const same = to.currency === from.currency && to.exponent === from.exponent;
  needField(same, 'plan', 'currency-mismatch', 'This plan has another currency.');
  needField(to.family === from.family, 'plan', 'other-family', OTHER_FAMILY);
  return to;
}

function rateChange({ today, period }: Standing, from: Plan, to: Plan): PlanChangeAmounts {
  const { planChange, proration, rounding } = { ...DEFAULT_POLICIES, ...from.policies };
  const part = { start: today, end: period.end };
  return ratePlanChange({
    currency: from.currency,
    credit: { amount: from.baseFee, full: period, part },
    charge: { amount: to.baseFee, full: period, part },
    planChange,
    proration,
    rounding: { mode: rounding, scale: from.exponent },
  });
}

function invoiceOf({ subscription, period, today }: Standing, from: Plan, to: Plan, date: string): InvoicePreview {
  return previewInvoice({
    dates: { issueDate: today, advance: period, arrears: null },
    subscriptions: [],
    currency: { currency: from.currency, exponent: from.exponent },
    planChanges: [{ subscription: subscription.id, from, to, date, period }],
  });
}

function notesOf({ subscription, today, period }: Standing, from: Plan, waits: boolean): string[] {
  const dropped = laterThan(subscription.plan, today);
  return [
    ...(dropped ? [`Your change to ${dropped.value.name} on ${dayText(dropped.from)} is taken back.`] : []),
    ...(waits ? [`You keep ${from.name} until ${dayText(period.end)}. You can take this back until then.`] : []),
    ...(isTrial(subscription, today) ? ['Nothing is charged before your free trial ends.'] : []),
  ];
}
