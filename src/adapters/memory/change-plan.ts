import type { Plan } from '../../api/index.js';
import {
  DEFAULT_POLICIES,
  previewInvoice,
  ratePlanChange,
  type InvoicePreview,
  type Period,
  type PlainDate,
  type PlanChangeAmounts,
} from '../../rating/index.js';
import { isYearly } from '../../rating/plan.js';
import { changedFrom, laterThan, valueOn } from './dated.js';
import { recurringOf, type Proposal, type Standing } from './proposal.js';
import { needField } from './refuse.js';
import { isTrial, OTHER_FAMILY } from './subscriptions.js';
import { dayText } from './words.js';
import { firstPaidDay, withYears, yearFrom } from './years.js';

/** Another plan: now or from the next period on, by the policies of the plan that is left; free and at once in a trial. */
export function proposePlan(standing: Standing, id: string): Proposal {
  const { subscription, today, paid } = standing;
  const from = valueOn(subscription.plan, today);
  const to = wantedPlan(standing, from, id);
  const { direction, timing } = rateChange(standing, from, to);
  const trial = isTrial(subscription, today);
  const waits = !trial && timing === 'next-period';
  const effective = waits ? paid.end : today;
  const sides = { from, to, ...sidesOf(standing, from, to, timing) };
  const next = { ...subscription, plan: changedFrom(subscription.plan, effective, to) };
  return {
    direction,
    timing: waits ? 'next-period' : 'now',
    effective,
    invoice: trial || waits ? null : invoiceOf(standing, sides),
    recurring: recurringOf(standing, to, valueOn(subscription.addOns, effective)),
    notes: notesOf(standing, sides, waits),
    next: isYearly(to)
      ? withYears(next, effective, trial ? firstPaidDay(next) : waits ? effective : sides.toPeriod.start)
      : next,
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

/** The two plans, the day from which on the new one is charged, and for which period. */
interface Sides {
  readonly from: Plan;
  readonly to: Plan;
  readonly date: PlainDate;
  readonly toPeriod: Period;
}

/** A year begins with the change, unless one is paid for already. */
function sidesOf(
  { today, period, paid }: Standing,
  from: Plan,
  to: Plan,
  timing: PlanChangeAmounts['timing'],
): Pick<Sides, 'date' | 'toPeriod'> {
  const start = isYearly(to) || paid.start > period.start ? paid.start : period.start;
  const date = timing === 'whole-cycle' ? start : today;
  if (!isYearly(to)) return { date, toPeriod: period };
  return { date, toPeriod: isYearly(from) ? paid : yearFrom(date, date) };
}

function rateChange({ today, paid }: Standing, from: Plan, to: Plan): PlanChangeAmounts {
  const { planChange, proration, rounding } = { ...DEFAULT_POLICIES, ...from.policies };
  // The first year of a trial is still to come.
  const part = { start: today > paid.start ? today : paid.start, end: paid.end };
  return ratePlanChange({
    currency: from.currency,
    credit: { amount: from.baseFee, full: paid, part },
    charge: { amount: to.baseFee, full: paid, part },
    planChange,
    proration,
    rounding: { mode: rounding, scale: from.exponent },
  });
}

function invoiceOf({ subscription, period, paid, today }: Standing, sides: Sides): InvoicePreview {
  const { currency, exponent } = sides.from;
  return previewInvoice({
    dates: { issueDate: today, advance: period, arrears: null },
    subscriptions: [],
    currency: { currency, exponent },
    planChanges: [{ subscription: subscription.id, period: paid, ...sides }],
  });
}

function notesOf({ subscription, today, paid }: Standing, { from, to, toPeriod }: Sides, waits: boolean): string[] {
  const dropped = laterThan(subscription.plan, today);
  const trial = isTrial(subscription, today);
  const upTo = isYearly(to) && !trial && !waits ? dayText(toPeriod.end) : null;
  return [
    ...(dropped ? [`Your change to ${dropped.value.name} on ${dayText(dropped.from)} is taken back.`] : []),
    ...(waits ? [`You keep ${from.name} until ${dayText(paid.end)}. You can take this back until then.`] : []),
    ...(upTo ? [`Your base fee is then paid until ${upTo}. Lines, add-ons and overage still come by the month.`] : []),
    ...(trial ? ['Nothing is charged before your free trial ends.'] : []),
  ];
}
