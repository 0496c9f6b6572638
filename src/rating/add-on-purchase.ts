import type { Adjustment } from './adjustment.js';
import { needAmount } from './checks.js';
import { parse, toText } from './decimal.js';
import { explain } from './derivation.js';
import { need } from './errors.js';
import { input, named } from './figure.js';
import { contains, needPeriod, type Period, type PlainDate } from './period.js';
import { needPlan, type RatedAddOn, type RatedPlan } from './plan.js';
import { policiesOf } from './policies.js';
import { PRICE_MODELS } from './price.js';
import { prorate } from './proration.js';

/** An add-on that was bought while its period ran. */
export interface AddOnPurchase {
  readonly subscription: string;
  readonly plan: RatedPlan;
  readonly addOn: RatedAddOn;
  readonly period: Period;
  /** The day on which it was bought: the first one that is charged where add-ons are prorated. */
  readonly date: PlainDate;
}

/**
 * The line for an add-on that is invoiced at once: its fee in full, or for the rest of the period, by the `addOns` policy
 * of the plan. Unrounded. Throws a `RatingError` that names the field.
 */
export function addOnPurchase({ subscription, plan, addOn, period, date }: AddOnPurchase): Adjustment {
  needPlan(plan, 'plan', PRICE_MODELS);
  needAmount(addOn.fee, 'addOn.fee');
  needPeriod(period, 'period');
  need(contains(period, date), 'outside-period', 'date', 'must be a day of the period');
  const policies = policiesOf(plan.policies);
  const charged = policies.addOns === 'full' ? period : { start: date, end: period.end };
  const fee = input(parse(addOn.fee), `${plan.currency}/month`, 'add-on-fee');
  const amount = named(prorate(fee, { full: period, charged }, policies.proration, policies.rounding), {
    unit: plan.currency,
  });
  const { id: item, name, fee: unitPrice } = addOn;
  const line = {
    kind: 'add-on',
    subscription,
    item,
    name,
    term: 'advance',
    period: { start: date, end: period.end },
  } as const;
  return {
    ...line,
    quantity: '1',
    unit: 'month',
    unitPrice,
    amount: toText(amount.exact),
    derivation: explain(amount),
  };
}
