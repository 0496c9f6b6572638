import { needCount, needList } from './checks.js';
import { add, compare, parseExact, subtract, ZERO } from './decimal.js';
import { need } from './errors.js';
import { fromMoney, sumMoney, toMoney, type Currency, type Money } from './money.js';
import type { Period, PlainDate } from './period.js';
import type { RatedPlan } from './plan.js';
import { planChangeLines } from './plan-change-lines.js';
import { whatIf, type WhatIfUse } from './what-if.js';

/** What the best plan is looked for in. */
export interface BestPlanInput {
  /** The id of the plan that the account is on. */
  readonly current: string;
  /** The plans that it may choose from, the current one among them. */
  readonly plans: readonly RatedPlan[];
  /** Whole periods that have ended, in their order. */
  readonly months: readonly WhatIfUse[];
  /** Fewer months than these are no ground for advice. */
  readonly minimumMonths: number;
  /** When a change would take effect, within a period that was invoiced. Absent: with the next period, at no cost. */
  readonly change?: { readonly date: PlainDate; readonly period: Period };
}

/** What one plan would have cost. */
export interface PlanCost {
  readonly plan: string;
  readonly total: Money;
  /** Month by month, as they were given. */
  readonly months: readonly Money[];
  /** How much more than the cheapest plan over all months. */
  readonly regret: Money;
}

/** What the months say. */
export interface BestPlan {
  readonly verdict: 'stay' | 'switch' | 'not-enough-history';
  readonly current: string;
  /** The cheapest plan over all months: the current one among equals, else the first of the list. */
  readonly best: string;
  /** What the best plan would have saved over all months; zero when it is the current one. */
  readonly saving: Money;
  /** In how many months the best plan would have cost more than the current one. */
  readonly worseMonths: number;
  /** What the change itself charges now, by the policy of the current plan; below zero for a credit. */
  readonly switchingCost: Money;
  /** In the order of the plans. */
  readonly costs: readonly PlanCost[];
}

/**
 * Which plan would have been the cheapest at an account's real use: base fees, overage, further lines and add-ons of
 * every month, as `whatIf` has them. To switch is advised where the saving is above zero and above what the change
 * costs. Throws like `whatIf`; also `unknown-plan` where the current plan is not among the plans.
 *
 * @example two months of 260 minutes: 139.00 + 160 × 1.29 against 219.00 + 60 × 1.09 save 61.00 a month
 */
export function bestPlan(input: BestPlanInput): BestPlan {
  const { currency, own, candidates } = readInput(input);
  const best = candidates.reduce((least, each) => (less(each.total, least.total) ? each : least), own);
  const saving = minus(own.total, best.total);
  const switchingCost = costOfChange(own.plan, best.plan, input, currency);
  const worthIt = less(toMoney(ZERO, currency), saving) && less(switchingCost, saving);
  return {
    verdict: input.months.length < input.minimumMonths ? 'not-enough-history' : worthIt ? 'switch' : 'stay',
    current: own.plan.id,
    best: best.plan.id,
    saving,
    worseMonths: best.months.filter((cost, month) => less(own.months[month] ?? cost, cost)).length,
    switchingCost,
    costs: candidates.map(({ plan, total, months }) => ({
      plan: plan.id,
      total,
      months,
      regret: minus(total, best.total),
    })),
  };
}

interface Candidate {
  readonly plan: RatedPlan;
  readonly months: readonly Money[];
  readonly total: Money;
}

function readInput(input: BestPlanInput): { currency: Currency; own: Candidate; candidates: Candidate[] } {
  const { current, plans, months, minimumMonths } = input;
  needList(plans, 'plans', 'a list of plans');
  needList(months, 'months', 'a list of months');
  needCount(minimumMonths, 'minimumMonths');
  const plan = plans.find(({ id }) => id === current);
  need(plan !== undefined, 'unknown-plan', 'current', `there is no plan ${current} among the plans`);
  const currency = { currency: plan.currency, exponent: plan.exponent };
  const candidates = plans.map((each) => candidateOf(each, months, currency));
  const own = candidates.find((candidate) => candidate.plan === plan) ?? candidateOf(plan, months, currency);
  return { currency, own, candidates };
}

function candidateOf(plan: RatedPlan, months: readonly WhatIfUse[], currency: Currency): Candidate {
  const costs = months.flatMap((month) => whatIf([plan], month).map(({ total }) => total));
  return { plan, months: costs, total: sumMoney(costs, currency) };
}

function costOfChange(from: RatedPlan, to: RatedPlan, { change }: BestPlanInput, currency: Currency): Money {
  if (!change || from === to) return toMoney(ZERO, currency);
  const lines = planChangeLines([{ subscription: from.id, from, to, ...change }]);
  return toMoney(lines.map(({ amount }) => parseExact(amount)).reduce(add, ZERO), currency);
}

const less = (a: Money, b: Money): boolean => compare(fromMoney(a), fromMoney(b)) < 0;

const minus = (a: Money, b: Money): Money => toMoney(subtract(fromMoney(a), fromMoney(b)), a);
