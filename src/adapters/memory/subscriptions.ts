import type { AddOn, Pause, PlainDate, Plan, PlanPeriod, RatedAddOn, Subscription } from '../../api/index.js';
import { laterThan, upTo, valueOn } from './dated.js';
import { hashOf } from './hash.js';
import { statusOn } from './invoice-status.js';
import { found } from './refuse.js';
import type { SeedSubscription } from './seed.js';
import { replaced, todayOf, type State } from './state.js';
import { yearStartOn } from './years.js';

/** Those that have begun: current ones first. */
export function startedSubscriptions(state: State): SeedSubscription[] {
  const today = todayOf(state);
  const started = state.subscriptions.filter(({ start }) => start <= today);
  return [...started.filter((each) => !isOver(each, today)), ...started.filter((each) => isOver(each, today))];
}

/** The same as they are read. */
export const listSubscriptions = (state: State): Subscription[] =>
  startedSubscriptions(state).map((each) => shownSubscription(state, each));

/** Throws `not-found`. */
export const subscriptionOf = (state: State, id: string): SeedSubscription =>
  found(startedSubscriptions(state), id, 'subscription');

/** Whether it has ended by a day. */
export const isOver = ({ end }: SeedSubscription, today: PlainDate): boolean => end !== null && end <= today;

/** Whether a day is a free one. */
export const isTrial = ({ trialEnd }: SeedSubscription, today: PlainDate): boolean =>
  trialEnd !== null && today <= trialEnd;

/** The pause that a day lies in. */
export const pauseOn = ({ pauses = [] }: SeedSubscription, date: PlainDate): Pause | undefined =>
  pauses.find(({ from, until }) => from <= date && (until === null || until > date));

/** The pause that has not ended by a day. */
export const pauseAfter = ({ pauses = [] }: SeedSubscription, date: PlainDate): Pause | undefined =>
  pauses.find(({ until }) => until === null || until > date);

/** A subscription as it is read, with a version that changes with all of it. */
export function shownSubscription(state: State, subscription: SeedSubscription): Subscription {
  const shown = shownFields(state, subscription);
  return { ...shown, version: `${subscription.revision ?? 0}-${hashOf(shown)}` };
}

/** Puts a changed subscription in its place, as another version. */
export function keep(state: State, subscription: SeedSubscription): void {
  const revision = (subscription.revision ?? 0) + 1;
  state.subscriptions = replaced(state.subscriptions, { ...subscription, revision });
}

/** The catalogue, and the retired plans that are still had. */
export function listedPlans(state: State): Plan[] {
  const today = todayOf(state);
  const own = startedSubscriptions(state)
    .filter((each) => !isOver(each, today))
    .map(({ plan }) => valueOn(plan, today));
  const families = new Set(own.map(({ family }) => family));
  const open = state.plans.filter(({ status }) => status !== 'retired');
  const kept = own.filter(({ status }) => status === 'retired');
  return [...open.map((plan) => (families.has(plan.family) ? plan : { ...plan, unavailable: OTHER_FAMILY })), ...kept];
}

export const OTHER_FAMILY = 'This plan counts differently from yours. Ask us to change to it.';

/** The catalogue of add-ons, as it stands for a subscription. */
export function listedAddOns(state: State, subscription: SeedSubscription): AddOn[] {
  const today = todayOf(state);
  const own = valueOn(subscription.addOns, today);
  const later = laterThan(subscription.addOns, today);
  return state.addOns.map((addOn) => {
    const has = own.some(({ id }) => id === addOn.id);
    const endsOn = has && later && !later.value.some(({ id }) => id === addOn.id) ? later.from : null;
    return { ...addOn, status: !has ? 'available' : endsOn === null ? 'active' : 'ending', endsOn };
  });
}

function shownFields(state: State, subscription: SeedSubscription): Omit<Subscription, 'version'> {
  const { id, product, start, end, trialEnd, plan, lines, addOns } = subscription;
  const today = todayOf(state);
  const nextPlan = laterThan(plan, today);
  const nextAddOns = laterThan(addOns, today);
  const pause = pauseAfter(subscription, today);
  const yearStart = yearStartOn(subscription, today);
  return {
    id,
    product,
    status: statusOf(state, subscription, today),
    plan: valueOn(plan, today),
    start,
    end,
    trialEnd,
    ...(yearStart !== undefined && { yearStart }),
    lines: valueOn(lines, today),
    addOns: valueOn(addOns, today).map(rated),
    scheduledChange: nextPlan ? { plan: nextPlan.value, on: nextPlan.from } : null,
    ...(nextAddOns && { scheduledAddOns: { addOns: nextAddOns.value.map(rated), on: nextAddOns.from } }),
    ...(pause && { pause }),
    history: upTo(plan, today).map(periodOf),
  };
}

const rated = ({ id, name, fee }: RatedAddOn): RatedAddOn => ({ id, name, fee });

const periodOf = ({ from, value }: { from: PlainDate; value: Plan }): PlanPeriod => {
  const { id: plan, name, baseFee, currency, exponent, interval } = value;
  return { plan, name, baseFee, currency, exponent, ...(interval && { interval }), from };
};

function statusOf(state: State, subscription: SeedSubscription, today: PlainDate): Subscription['status'] {
  if (isOver(subscription, today)) return 'ended';
  if (pauseOn(subscription, today)) return 'paused';
  if (owes(state)) return 'past-due';
  if (subscription.end !== null) return 'cancelled';
  return isTrial(subscription, today) ? 'trialing' : 'active';
}

/** Whether an invoice should have been paid by now. */
export function owes(state: State): boolean {
  const today = todayOf(state);
  return state.invoices.some((invoice) => ['failed', 'past-due'].includes(statusOn(invoice, today)));
}
