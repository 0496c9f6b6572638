import type { Adjustment } from './adjustment.js';
import { needObject } from './checks.js';
import type { Decimal } from './decimal.js';
import { explain, figureOf, type Derivation } from './derivation.js';
import { need } from './errors.js';
import { opposite } from './figure.js';
import { contains, needPeriod, type Period, type PlainDate } from './period.js';
import { needPlan, type RatedPlan } from './plan.js';
import { ratePlanChange, type PlanChangeAmounts } from './plan-change.js';
import { policiesOf } from './policies.js';
import { PRICE_MODELS } from './price.js';

/** A change of a subscription's plan within a period that was invoiced in advance. */
export interface PlanChange {
  readonly subscription: string;
  readonly from: RatedPlan;
  readonly to: RatedPlan;
  /** The first day on the new plan. */
  readonly date: PlainDate;
  /** The period that was invoiced: a year for a yearly plan. */
  readonly period: Period;
  /** What `to` is charged for, where that is another period than `period`: the year of a plan that is by the year. */
  readonly toPeriod?: Period;
  /** What was charged for `from` in this period, net, when it was less than its base fee. */
  readonly charged?: Decimal;
}

/**
 * Each change as two lines, a credit and a charge, by the policies of the plan that is left; none for a change that waits
 * for the next period. Of several changes in one period, each credits at most what the one before it charged.
 */
export function planChangeLines(changes: readonly PlanChange[]): Adjustment[] {
  const charged = new Map<string, Decimal>();
  return changes.flatMap((change) => {
    const paid = charged.get(keyOf(change, change.from)) ?? change.charged;
    const amounts = rateChange(change, paid);
    if (amounts.timing === 'next-period') return [];
    charged.set(keyOf({ ...change, period: chargedPeriod(change) }, change.to), amounts.chargeNet);
    const { creditNet, chargeNet } = amounts.derivations;
    return [
      lineOf(change, change.from, 'credit', explain(opposite(figureOf(creditNet), { label: 'credit' }))),
      lineOf({ ...change, period: chargedPeriod(change) }, change.to, 'charge', chargeNet),
    ];
  });
}

const chargedPeriod = ({ period, toPeriod = period }: PlanChange): Period => toPeriod;

function rateChange(change: PlanChange, charged: Decimal | undefined): PlanChangeAmounts {
  const { from, to, date, period } = change;
  const toPeriod = chargedPeriod(change);
  const { planChange, proration, rounding: mode } = policiesOf(from.policies);
  const part = ({ end }: Period): Period => ({ start: date, end });
  return ratePlanChange({
    currency: from.currency,
    credit: { amount: from.baseFee, full: period, part: part(period), ...(charged !== undefined && { charged }) },
    charge: { amount: to.baseFee, full: toPeriod, part: part(toPeriod) },
    planChange,
    proration,
    rounding: { mode, scale: from.exponent },
  });
}

/** The day keeps apart the lines of a plan that is left twice in one period. */
function lineOf(
  { subscription, date, period }: PlanChange,
  plan: RatedPlan,
  side: string,
  derivation: Derivation,
): Adjustment {
  return {
    kind: 'plan-change',
    subscription,
    item: plan.id,
    name: plan.name,
    term: 'advance',
    period: { start: date, end: period.end },
    ref: side,
    quantity: '1',
    unit: plan.interval ?? 'month',
    unitPrice: plan.baseFee,
    amount: derivation.value,
    derivation,
  };
}

const keyOf = ({ subscription, period }: PlanChange, { id, version }: RatedPlan): string =>
  JSON.stringify([subscription, period.start, id, version]);

/** Throws a `RatingError` that names the field. */
export function needPlanChanges(changes: readonly PlanChange[], field: string): void {
  changes.forEach((change, index) => {
    const at = `${field}[${index}]`;
    needObject(change, at, 'a change of plan');
    needPlan(change.from, `${at}.from`, PRICE_MODELS);
    needPlan(change.to, `${at}.to`, PRICE_MODELS);
    needPeriod(change.period, `${at}.period`);
    needPeriod(chargedPeriod(change), `${at}.toPeriod`);
    const within = contains(change.period, change.date) && contains(chargedPeriod(change), change.date);
    need(within, 'outside-period', `${at}.date`, 'must be a day of the period');
    const same = change.from.currency === change.to.currency && change.from.exponent === change.to.exponent;
    need(same, 'currency-mismatch', `${at}.to`, 'both plans must have the same currency');
  });
}
