import type { BillingError, Plan, RatedAddOn, Subscription } from '../api/index.js';
import { whatIf, type Decimal, type Period, type UsageCharge, type WhatIf, type WhatIfUse } from '../rating/index.js';
import { add, compare, divide, multiply, parse, parseExact, round, toText, whole } from '../rating/decimal.js';
import { totalUsage } from '../rating/usage.js';
import { expectedUsage, type CurrentSubscription } from './bill.js';
import { ratedOrError } from './combine.js';
import { inOneDay } from './one-day.js';

/** A use of the account that plans are compared at: this month's, so far or as it is expected, or that of a past month. */
export interface UseBasis {
  /** `expected`, `so-far`, or the first day of the month. */
  readonly id: string;
  readonly kind: 'expected' | 'so-far' | 'month';
  /** All on one day. */
  readonly use: WhatIfUse;
}

/** What the user has set instead of what is used. */
export interface UseChanges {
  /** By charge, in its own unit. */
  readonly quantities: Readonly<Record<string, Decimal>>;
  readonly lines?: number;
  readonly addOns?: readonly RatedAddOn[];
}

/** What each plan costs at one use. */
export interface PricedPlans {
  readonly costs: ReadonlyMap<string, WhatIf>;
  /** The plan that costs least: the current one among equals, else the first. */
  readonly least: string;
}

/** Nothing is set. */
export const NO_CHANGES: UseChanges = { quantities: {} };

/** All uses that are known, the one that says most about the next invoices first. `past` has each month on one day. */
export function basesOf(
  current: CurrentSubscription | undefined,
  period: Period,
  past: readonly WhatIfUse[],
): UseBasis[] {
  const months = past.map((use): UseBasis => ({ id: use.period.start, kind: 'month', use })).reverse();
  if (!current) return months;
  const { subscription, usage, forecast } = current;
  const { lines, addOns } = subscription;
  const soFar: UseBasis = { id: 'so-far', kind: 'so-far', use: inOneDay({ period, lines, addOns, usage }) };
  if (!forecast) return [soFar, ...months];
  const expected = inOneDay({ ...soFar.use, usage: expectedUsage(usage, forecast) });
  return [{ id: 'expected', kind: 'expected', use: expected }, soFar, ...months];
}

/** A use with what the user has set instead. */
export function changedUse(use: WhatIfUse, changes: UseChanges, charges: readonly UsageCharge[]): WhatIfUse {
  const { lines = use.lines, addOns = use.addOns, quantities } = changes;
  const set = charges.flatMap((charge) => {
    const quantity = quantities[charge.id];
    return quantity === undefined ? [] : [[charge.id, reportedOf(charge, quantity)]];
  });
  const all = { ...use.usage[0]?.quantities, ...(Object.fromEntries(set) as Record<string, Decimal>) };
  return { ...use, lines, addOns, usage: [{ date: use.period.start, quantities: all }] };
}

/** What each plan costs at a use. An error where rating can't tell for one of them: a comparison with gaps has no best. */
export function pricedAt(plans: readonly Plan[], current: string, use: WhatIfUse): PricedPlans | BillingError {
  const found = ratedOrError(() => whatIf(plans, use));
  if (!Array.isArray(found)) return found;
  const own = found.find(({ plan }) => plan === current);
  const cheapest = found.reduce((least, each) => (isLess(each, least) ? each : least), own ?? (found[0] as WhatIf));
  return { costs: new Map(found.map((each) => [each.plan, each])), least: cheapest.plan };
}

/** How much of a charge a use has, in the charge's own unit, exact. */
export function quantityOf({ usage, period }: WhatIfUse, { id, reported }: UsageCharge): string {
  const total = totalUsage(usage, id, period);
  return toText(reported ? divide(total, parse(reported.perUnit)) : total);
}

/** The same in whole units, for a slider. */
export const wholeQuantityOf = (use: WhatIfUse, charge: UsageCharge): Decimal =>
  toText(round(parseExact(quantityOf(use, charge)), 0, 'half-up'));

/** The charges that a slider is for: those of which some plan includes something. */
export function variableCharges({ plan }: Subscription, plans: readonly Plan[]): UsageCharge[] {
  const including = new Set(plans.flatMap(({ usage }) => usage.filter(hasAllowance).map(({ id }) => id)));
  return plan.usage.filter(({ id }) => including.has(id));
}

/** How far a slider goes: half as much again as the largest allowance and as any use so far, to a round number. */
export function mostOf(charge: UsageCharge, plans: readonly Plan[], bases: readonly UseBasis[]): Decimal {
  const included = plans.flatMap(({ usage }) =>
    usage.filter(({ id }) => id === charge.id).map((each) => each.included),
  );
  const used = bases.map(({ use }) => parseExact(quantityOf(use, charge)));
  const largest = [...included.map((each) => parse(each)), ...used].reduce(
    (a, b) => (compare(a, b) < 0 ? b : a),
    whole(40),
  );
  const half = divide(add(largest, add(largest, largest)), whole(2));
  const tens = round(divide(half, whole(10)), 0, 'up');
  return toText(multiply(tens, whole(10)));
}

const reportedOf = ({ reported }: UsageCharge, quantity: Decimal): Decimal =>
  toText(reported ? multiply(parse(quantity), parse(reported.perUnit)) : parse(quantity));

const hasAllowance = ({ included }: UsageCharge): boolean => compare(parse(included), whole(0)) > 0;

const isLess = (a: WhatIf, b: WhatIf): boolean => BigInt(a.total.amount) < BigInt(b.total.amount);
