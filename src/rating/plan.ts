import { needCallRule, type CallRule } from './call-rule.js';
import { needAmount, needCount, needList, needName, needObject, needPositive, needQuantity } from './checks.js';
import { divide, parse, whole, type Decimal, type Exact } from './decimal.js';
import { need } from './errors.js';
import { needSetting } from './modes.js';
import { needCurrency } from './money.js';
import { needPolicies, policiesOf, type Policies } from './policies.js';
import { needPriceOf, type PriceModel } from './price-model.js';
import type { Price } from './price.js';

export { needAmount, needCount, needQuantity };

/** The unit that usage is reported in, where it is not the one that is priced: seconds, 60 to the minute. */
export interface ReportedUnit {
  readonly unit: string;
  /** How many reported units make one unit of the charge. The division is exact, not rounded. */
  readonly perUnit: Decimal;
}

/** A metered charge of a plan: what is included each period, and the price of what goes beyond. */
export interface UsageCharge {
  readonly id: string;
  /** Shown as it is; rating doesn't read it. */
  readonly name: string;
  /** What is included and priced: `minute`, `call`, `message`. */
  readonly unit: string;
  readonly reported?: ReportedUnit;
  /** How a call becomes reported seconds, where the charge is for calls. */
  readonly calls?: CallRule;
  /** Units included in a whole period. */
  readonly included: Decimal;
  /** The price of the units beyond the included ones. */
  readonly price: Price;
}

/** Numbers (telephone lines) beside the plan: so many free, then a fee for each, each period. */
export interface LineCharge {
  readonly included: number;
  readonly fee: Decimal;
}

/** A price plan as rating needs it. `version` names the state of the catalogue that an invoice was rated with. */
export interface RatedPlan {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly currency: string;
  readonly exponent: number;
  /** For a whole period, billed in advance; for twelve of them at once where the plan is by the year. */
  readonly baseFee: Decimal;
  /**
   * What the base fee pays for: a month when left out, or a year, where periods are months. Allowances, overage, lines and
   * add-ons go by the month on either. Anything else can't be rated.
   */
  readonly interval?: 'month' | 'year' | (string & {});
  readonly usage: readonly UsageCharge[];
  readonly lines?: LineCharge;
  /** What differs from `DEFAULT_POLICIES`. */
  readonly policies?: Partial<Policies>;
}

/** An add-on that a subscription has, billed each period in advance. */
export interface RatedAddOn {
  readonly id: string;
  readonly name: string;
  readonly fee: Decimal;
}

/** Checks a plan, its prices by these models, once, at the door. Throws a `RatingError` that names the field. */
export function needPlan(plan: RatedPlan, field: string, models: readonly PriceModel[]): void {
  needObject(plan, field, 'a plan');
  needCurrency(plan, field);
  needAmount(plan.baseFee, `${field}.baseFee`);
  needSetting(plan.interval ?? 'month', ['month', 'year'], `${field}.interval`);
  needList(plan.usage, `${field}.usage`, 'a list of charges');
  plan.usage.forEach((charge, index) => needCharge(charge, `${field}.usage[${index}]`, models));
  needUnique(plan.usage, `${field}.usage`);
  if (plan.lines) {
    needAmount(plan.lines.fee, `${field}.lines.fee`);
    needCount(plan.lines.included, `${field}.lines.included`);
  }
  needPolicies(plan.policies ?? {}, `${field}.policies`);
  if (isYearly(plan)) needSetting(policiesOf(plan.policies).baseFeeTerm, ['advance'], `${field}.policies.baseFeeTerm`);
}

/** Whether the base fee pays for a year. */
export const isYearly = ({ interval }: Pick<RatedPlan, 'interval'>): boolean => interval === 'year';

/** What the base fee comes to in a month: a twelfth of a yearly one, exact. */
export const monthlyFee = (plan: Pick<RatedPlan, 'baseFee' | 'interval'>): Exact =>
  isYearly(plan) ? divide(parse(plan.baseFee), whole(12)) : parse(plan.baseFee);

function needCharge(charge: UsageCharge, field: string, models: readonly PriceModel[]): void {
  needObject(charge, field, 'a charge');
  needName(charge.id, `${field}.id`);
  needName(charge.unit, `${field}.unit`);
  needQuantity(charge.included, `${field}.included`);
  if (charge.reported) needReported(charge.reported, `${field}.reported`);
  if (charge.calls) needCallRule(charge.calls, `${field}.calls`);
  needPriceOf(models, charge.price, `${field}.price`);
}

function needReported(reported: ReportedUnit, field: string): void {
  needName(reported.unit, `${field}.unit`);
  needPositive(reported.perUnit, `${field}.perUnit`);
}

/** Ids are keys of lines: two alike would make two lines alike. */
export function needUnique(items: readonly { readonly id: string }[], field: string): void {
  const ids = new Set(items.map((item) => item.id));
  need(ids.size === items.length, 'duplicate-key', field, 'every id must be there once');
}
