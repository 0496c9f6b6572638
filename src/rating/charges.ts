import { measureUsage, type Allowance } from './allowance.js';
import { periodContaining } from './calendar.js';
import { isNegative, isZero, parse, whole } from './decimal.js';
import { input, minus, over, plus, times, type Figure } from './figure.js';
import type { Instant } from './instant.js';
import type { DraftLine } from './line.js';
import { addDays, contains, type Period, type PlainDate } from './period.js';
import { isYearly, type RatedPlan, type UsageCharge } from './plan.js';
import { policiesOf, type Policies } from './policies.js';
import { rateBy, type PriceModel } from './price-model.js';
import { prorate, type Share } from './proration.js';
import type { RatedPart } from './rated-part.js';
import { chargedShare } from './schedule.js';
import type { RatedSubscription } from './subscription.js';
import { totalUsage } from './usage.js';

/** What a subscription is charged for one period: by which plan, under which policies, for which days. */
export interface PeriodCharge {
  readonly models: readonly PriceModel[];
  readonly subscription: RatedSubscription;
  readonly plan: RatedPlan;
  readonly policies: Policies;
  readonly share: Share;
}

/** The instants at which days begin in the account's zone, by day: what a policy of seconds counts between. */
export type DayStarts = Readonly<Record<PlainDate, Instant>>;

/** The charge of a subscription for a period, under the policies of the given plan. */
export function chargeFor(
  subscription: RatedSubscription,
  plan: RatedPlan,
  period: Period,
  models: readonly PriceModel[],
  dayStarts?: DayStarts,
): PeriodCharge {
  const policies = policiesOf(plan.policies);
  const share = { ...chargedShare(period, subscription, policies), dayStarts };
  return { models, subscription, plan, policies, share };
}

/**
 * The base fee, prorated when only a part of the period is charged: 139.00 ÷ 30 days = 4.63, × 20 days = 92.60. A yearly
 * one is charged in the period in which a year begins, and in no other; without a day for that, as a twelfth in each.
 */
export function baseLines(charge: PeriodCharge): DraftLine[] {
  const { plan, policies, share, subscription } = charge;
  const { interval = 'month', currency } = plan;
  const { yearStart } = subscription;
  const fee = input(parse(plan.baseFee), `${currency}/${interval}`, 'base-fee');
  if (!isYearly(plan)) return [feeLine(charge, fee)];
  if (yearStart === undefined)
    return [feeLine(charge, over(fee, input(whole(12), 'month', 'months-in-year'), { unit: `${currency}/month` }))];
  const year = periodContaining(addDays(share.full.end, -1), yearStart, 12);
  if (year.start < share.full.start) return [];
  const paid = { ...chargedShare(year, subscription, policies), dayStarts: share.dayStarts };
  return [feeLine({ ...charge, share: paid }, fee)];
}

function feeLine(charge: PeriodCharge, fee: Figure): DraftLine {
  const { plan, policies, share } = charge;
  const own = { term: policies.baseFeeTerm, period: share.charged, unit: plan.interval ?? 'month', quantity: whole(1) };
  return draft(charge, 'base', plan, { ...own, unitPrice: parse(plan.baseFee), figure: partOf(fee, charge) });
}

/** The part of a fee that falls on the charged days, or all of it where that is the policy. */
const partOf = (fee: Figure, { share, policies }: PeriodCharge, policy?: 'full' | 'prorated'): Figure =>
  policy === 'full' ? fee : prorate(fee, share, policies.proration, policies.rounding);

/**
 * What was used beyond an allowance: 10 minutes × 1.29 = 12.90, row by row of the charge's price. Units that were
 * charged early are not charged again: the rest is priced as the units that come after them.
 */
export function overageLines(charge: PeriodCharge, usage: UsageCharge, { over }: Allowance): DraftLine[] {
  const { share } = charge;
  const parts = pricedParts(charge, usage, over, alreadyCharged(charge, usage), true);
  return parts.map(({ ref, quantity, unitPrice, amount }) =>
    draft(charge, 'overage', usage, {
      ref: parts.length > 1 ? ref : undefined,
      term: 'arrears',
      period: share.charged,
      quantity: quantity.exact,
      unit: usage.unit,
      unitPrice: unitPrice.exact,
      figure: amount,
    }),
  );
}

/** How many units of a charge were invoiced early in the period; `null` for none. */
export function alreadyCharged({ subscription, share }: PeriodCharge, usage: UsageCharge): Figure | null {
  const mine = (subscription.alreadyCharged ?? []).filter(
    ({ charge, period }) => charge === usage.id && contains(share.full, period.start),
  );
  const parts = mine
    .map(({ quantity }) => input(parse(quantity), usage.unit, 'already-charged'))
    .filter(({ exact }) => !isZero(exact));
  if (parts.length === 0) return null;
  const [only] = parts;
  return only && parts.length === 1 ? only : plus(parts, { unit: usage.unit, label: 'already-charged' });
}

/**
 * The rows of the overage that is not charged yet, priced as what comes after the units that are; where too much was
 * charged, one row that gives it back. `closing` says whether all usage of the period is known.
 */
export function pricedParts(
  { models, plan: { currency } }: PeriodCharge,
  { price }: UsageCharge,
  beyond: Figure,
  already: Figure | null,
  closing: boolean,
): RatedPart[] {
  if (!already) return rateBy(models, price, beyond, currency, { position: closing ? 'only' : 'first' });
  const rest = minus(beyond, already, { label: 'over' });
  if (!isNegative(rest.exact))
    return rateBy(models, price, rest, currency, { prior: already, position: closing ? 'last' : 'mid' });
  const costOf = (quantity: Figure): Figure =>
    plus(
      rateBy(models, price, quantity, currency).map(({ amount }) => amount),
      { unit: currency },
    );
  return creditPart(minus(costOf(beyond), costOf(already), { unit: currency, label: 'credit' }), rest);
}

function creditPart(amount: Figure, quantity: Figure): RatedPart[] {
  if (isZero(amount.exact)) return [];
  return [
    { ref: 'credit', quantity, unitPrice: over(amount, quantity, { unit: `${amount.unit}/${quantity.unit}` }), amount },
  ];
}

/** Lines beyond the included ones, each at the same fee. */
export function furtherLines(charge: PeriodCharge): DraftLine[] {
  const { plan, subscription } = charge;
  if (!plan.lines) return [];
  const charged = furtherLineCount(subscription.lines, plan.lines.included);
  if (charged === null) return [];
  const fee = input(parse(plan.lines.fee), `${plan.currency}/line`, 'line-fee');
  const full = times(charged, fee, { unit: `${plan.currency}/month` });
  const figure = partOf(full, charge, charge.policies.lines);
  const own = { term: 'advance', period: charge.share.full, unit: 'line', quantity: charged.exact } as const;
  return [draft(charge, 'lines', { id: 'lines', name: '' }, { ...own, unitPrice: fee.exact, figure })];
}

/** The add-ons, in full or prorated like the base fee. */
export function addOnLines(charge: PeriodCharge): DraftLine[] {
  const { plan, policies, share, subscription } = charge;
  return subscription.addOns.map((addOn) => {
    const fee = input(parse(addOn.fee), `${plan.currency}/month`, 'add-on-fee');
    const figure = partOf(fee, charge, policies.addOns);
    const own = { term: 'advance', period: share.full, unit: 'month', quantity: whole(1) } as const;
    return draft(charge, 'add-on', addOn, { ...own, unitPrice: fee.exact, figure });
  });
}

/** The allowance of one usage charge over the charged days, and what was used of it. */
export const allowanceOf = ({ policies, share, subscription }: PeriodCharge, usage: UsageCharge): Allowance =>
  measureUsage(usage, totalUsage(subscription.usage, usage.id, share.charged), share, policies);

function furtherLineCount(lines: number, included: number): Figure | null {
  if (lines <= included) return null;
  const all = input(whole(lines), 'line', 'lines');
  if (included === 0) return all;
  return minus(all, input(whole(included), 'line', 'lines-included'), { label: 'lines-charged' });
}

function draft(
  { subscription }: PeriodCharge,
  kind: DraftLine['kind'],
  { id, name }: { readonly id: string; readonly name: string },
  own: Omit<DraftLine, 'kind' | 'subscription' | 'item' | 'name'>,
): DraftLine {
  return { kind, subscription: subscription.id, item: id, name, ...own };
}
