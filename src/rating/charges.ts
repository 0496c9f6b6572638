import { measureUsage, type Allowance } from './allowance.js';
import { isNegative, isZero, parse, whole } from './decimal.js';
import { input, minus, named, over, plus, times, type Figure } from './figure.js';
import type { Instant } from './instant.js';
import type { DraftLine } from './line.js';
import { contains, type Period, type PlainDate } from './period.js';
import type { RatedPlan, UsageCharge } from './plan.js';
import { policiesOf, type Policies } from './policies.js';
import { ratePrice, type Price } from './price.js';
import { prorate, type Share } from './proration.js';
import type { RatedPart } from './rated-part.js';
import { chargedShare } from './schedule.js';
import type { RatedSubscription } from './subscription.js';
import { totalUsage } from './usage.js';

/** What a subscription is charged for one period: by which plan, under which policies, for which days. */
export interface PeriodCharge {
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
  dayStarts?: DayStarts,
): PeriodCharge {
  const policies = policiesOf(plan.policies);
  const share = chargedShare(period, subscription, policies);
  return { subscription, plan, policies, share: dayStarts ? { ...share, dayStarts } : share };
}

/** The base fee, prorated when only a part of the period is charged: 139.00 ÷ 30 days = 4.63, × 20 days = 92.60. */
export function baseLine(charge: PeriodCharge): DraftLine {
  const { plan, policies, share } = charge;
  const fee = input(parse(plan.baseFee), `${plan.currency}/month`, 'base-fee');
  const figure = prorate(fee, share, policies.proration, policies.rounding);
  const line = { ...inAdvance(charge, 'base', plan), quantity: whole(1), unitPrice: fee.exact, figure };
  return { ...line, term: policies.baseFeeTerm };
}

/**
 * What was used beyond an allowance: 10 minutes × 1.29 = 12.90, row by row of the charge's price. Units that were
 * charged early are not charged again: the rest is priced as the units that come after them.
 */
export function overageLines(charge: PeriodCharge, usage: UsageCharge, { over }: Allowance): DraftLine[] {
  const { plan, share } = charge;
  const already = alreadyCharged(charge, usage);
  const parts = pricedParts(usage, over, already, plan.currency, true);
  return parts.map(({ ref, quantity, unitPrice, amount }) => ({
    ...ownOf(charge, 'overage', usage),
    ...(parts.length > 1 && { ref }),
    term: 'arrears' as const,
    period: share.charged,
    quantity: quantity.exact,
    unit: usage.unit,
    unitPrice: unitPrice.exact,
    figure: amount,
  }));
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
  { price }: UsageCharge,
  beyond: Figure,
  already: Figure | null,
  currency: string,
  closing: boolean,
): RatedPart[] {
  if (!already) return ratePrice(price, beyond, currency, { position: closing ? 'only' : 'first' });
  const rest = minus(beyond, already, { label: 'over' });
  if (isNegative(rest.exact)) return creditPart(price, beyond, already, currency);
  return ratePrice(price, rest, currency, { prior: already, position: closing ? 'last' : 'mid' });
}

function creditPart(price: Price, beyond: Figure, already: Figure, currency: string): RatedPart[] {
  const sum = (quantity: Figure): Figure =>
    plus(
      ratePrice(price, quantity, currency).map(({ amount }) => amount),
      { unit: currency },
    );
  const amount = minus(sum(beyond), sum(already), { unit: currency, label: 'credit' });
  if (isZero(amount.exact)) return [];
  const quantity = minus(beyond, already, { label: 'over' });
  return [
    { ref: 'credit', quantity, unitPrice: over(amount, quantity, { unit: `${currency}/${quantity.unit}` }), amount },
  ];
}

/** Lines beyond the included ones, each at the same fee. */
export function furtherLines(charge: PeriodCharge): DraftLine[] {
  const { plan, policies, subscription } = charge;
  if (!plan.lines) return [];
  const charged = furtherLineCount(subscription.lines, plan.lines.included);
  if (charged === null) return [];
  const fee = input(parse(plan.lines.fee), `${plan.currency}/line`, 'line-fee');
  const full = times(charged, fee, { unit: `${plan.currency}/month` });
  const figure = policies.lines === 'full' ? full : prorate(full, charge.share, policies.proration, policies.rounding);
  const own = inAdvance(charge, 'lines', { id: 'lines', name: '' });
  return [{ ...own, unit: 'line', quantity: charged.exact, unitPrice: fee.exact, figure }];
}

/** The add-ons, in full or prorated like the base fee. */
export function addOnLines(charge: PeriodCharge): DraftLine[] {
  const { plan, policies, share, subscription } = charge;
  return subscription.addOns.map((addOn) => {
    const fee = input(parse(addOn.fee), `${plan.currency}/month`, 'add-on-fee');
    const figure = policies.addOns === 'full' ? fee : prorate(fee, share, policies.proration, policies.rounding);
    return { ...inAdvance(charge, 'add-on', addOn), quantity: whole(1), unitPrice: fee.exact, figure };
  });
}

/** The allowance of one usage charge over the charged days, and what was used of it. */
export const allowanceOf = ({ policies, share, subscription }: PeriodCharge, usage: UsageCharge): Allowance =>
  measureUsage(usage, totalUsage(subscription.usage, usage.id, share.charged), share, policies);

function furtherLineCount(lines: number, included: number): Figure | null {
  if (lines <= included) return null;
  const all = input(whole(lines), 'line', 'lines');
  if (included === 0) return all;
  return named(minus(all, input(whole(included), 'line', 'lines-included')), { label: 'lines-charged' });
}

function inAdvance(
  charge: PeriodCharge,
  kind: DraftLine['kind'],
  item: { id: string; name: string },
): Omit<DraftLine, 'quantity' | 'unitPrice' | 'figure'> {
  const own = ownOf(charge, kind, item);
  return { ...own, term: 'advance', period: kind === 'base' ? charge.share.charged : charge.share.full, unit: 'month' };
}

function ownOf(
  { subscription }: PeriodCharge,
  kind: DraftLine['kind'],
  { id, name }: { id: string; name: string },
): Pick<DraftLine, 'kind' | 'subscription' | 'item' | 'name'> {
  return { kind, subscription: subscription.id, item: id, name };
}
