import { needIfGiven, needList, needObject } from './checks.js';
import { need } from './errors.js';
import type { Decimal } from './decimal.js';
import type { Currency } from './money.js';
import { dayNumber, needPeriod, type Period, type PlainDate } from './period.js';
import { needAmount, needCount, needPlan, needQuantity, needUnique, type RatedAddOn, type RatedPlan } from './plan.js';
import type { PriceModel } from './price-model.js';
import type { SubscriptionDates } from './schedule.js';
import { needUsage, type UsageDay } from './usage.js';

/** Overage that was invoiced before its period ended. */
export interface EarlyCharged {
  /** The id of the usage charge. */
  readonly charge: string;
  /** The period whose usage it was. */
  readonly period: Period;
  /** In the unit of the charge. */
  readonly quantity: Decimal;
}

/** One product that the account pays for: its plan, what it has beside it, and what was used. */
export interface RatedSubscription extends SubscriptionDates {
  readonly id: string;
  readonly plan: RatedPlan;
  /** The plan from the next period on, where a change is scheduled: it is charged in advance, `plan` in arrears. */
  readonly nextPlan?: RatedPlan;
  /**
   * A day on which a year of a yearly plan begins: of `nextPlan`, where that is one. Left out: nobody has paid for a year,
   * and each period is rated as a twelfth of it, which is what comparisons of plans are for.
   */
  readonly yearStart?: PlainDate;
  /** How many lines (numbers) there are, the included ones among them. */
  readonly lines: number;
  readonly addOns: readonly RatedAddOn[];
  /** Any days; rating takes those that the invoice is for and leaves out the free ones of a trial. */
  readonly usage: readonly UsageDay[];
  /** What of the overage was charged early; none when left out. */
  readonly alreadyCharged?: readonly EarlyCharged[];
}

/** Checks all that is rated, once, and returns the one currency of it. Throws a `RatingError` that names the field. */
export function needSubscriptions(
  subscriptions: readonly RatedSubscription[],
  field: string,
  models: readonly PriceModel[],
): Currency {
  needList(subscriptions, field, 'at least one subscription');
  need(subscriptions.length > 0, 'malformed-input', field, 'expected at least one subscription');
  subscriptions.forEach((subscription, index) => needSubscription(subscription, `${field}[${index}]`, models));
  needUnique(subscriptions, field);
  const plans = subscriptions.flatMap(({ plan, nextPlan }) => (nextPlan ? [plan, nextPlan] : [plan]));
  const { currency, exponent } = plans[0] as RatedPlan;
  const same = plans.every((plan) => plan.currency === currency && plan.exponent === exponent);
  need(same, 'currency-mismatch', field, 'all plans of one invoice must have the same currency');
  return { currency, exponent };
}

/** Checks one subscription. Throws a `RatingError` that names the field. */
export function needSubscription(subscription: RatedSubscription, field: string, models: readonly PriceModel[]): void {
  needObject(subscription, field, 'a subscription');
  needPlan(subscription.plan, `${field}.plan`, models);
  if (subscription.nextPlan) needPlan(subscription.nextPlan, `${field}.nextPlan`, models);
  needDates(subscription, field);
  needCount(subscription.lines, `${field}.lines`);
  needList(subscription.addOns, `${field}.addOns`, 'a list of add-ons');
  subscription.addOns.forEach((addOn, index) => needAddOn(addOn, `${field}.addOns[${index}]`));
  needUnique(subscription.addOns, `${field}.addOns`);
  needUsage(subscription.usage, subscription.plan, `${field}.usage`);
  needEarlyCharged(subscription, `${field}.alreadyCharged`);
}

function needAddOn(addOn: RatedAddOn, field: string): void {
  needObject(addOn, field, 'an add-on');
  needAmount(addOn.fee, `${field}.fee`);
}

function needDates({ start, end, trialEnd, yearStart }: RatedSubscription, field: string): void {
  if (trialEnd !== null) dayNumber(trialEnd, `${field}.trialEnd`);
  needIfGiven(start, `${field}.start`, dayNumber);
  needIfGiven(yearStart, `${field}.yearStart`, dayNumber);
  if (end !== undefined) needPeriod({ start: start ?? end, end }, field);
}

function needEarlyCharged({ plan, alreadyCharged = [] }: RatedSubscription, field: string): void {
  needList(alreadyCharged, field, 'a list');
  alreadyCharged.forEach((charged, index) => {
    const at = `${field}[${index}]`;
    needObject(charged, at, 'what was charged');
    const known = plan.usage.some(({ id }) => id === charged.charge);
    need(known, 'unknown-charge', `${at}.charge`, 'the plan has no such charge');
    needPeriod(charged.period, `${at}.period`);
    needQuantity(charged.quantity, `${at}.quantity`);
  });
}
