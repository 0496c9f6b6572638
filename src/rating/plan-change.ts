import { needAmount, needName, needObject } from './checks.js';
import { compare, parse, toText, type Decimal } from './decimal.js';
import { explain, type Derivation } from './derivation.js';
import { need } from './errors.js';
import { input, least, minus, nothing, plus, rounded, type Figure } from './figure.js';
import type { Period } from './period.js';
import { needPlanChange, type PlanChangePolicy, type PlanChangeTiming } from './policies.js';
import { needRounding, type AmountRounding } from './prorate-amount.js';
import { needProration, type ProrationPolicy } from './proration-policy.js';
import { prorate } from './proration.js';
import { needPercent, taxOn } from './tax.js';

/** One side of a change: a fee for a full period, and the part of it that is credited or charged. */
export interface ChangeSide {
  /** The base fee as it was, or will be, charged: the stored price, not that of today's catalogue. */
  readonly amount: Decimal;
  /** Both are needed where the timing is `prorated`. */
  readonly full?: Period;
  readonly part?: Period;
}

/** What a change of plan is worked out from. Plain JSON, amounts in major units of `currency`. */
export interface PlanChangeInput {
  readonly currency: string;
  /** The plan that is left; `charged` is what of it may be credited at most, when less than its fee was charged. */
  readonly credit: ChangeSide & { readonly charged?: Decimal };
  /** The plan that begins. */
  readonly charge: ChangeSide;
  readonly planChange: PlanChangePolicy;
  readonly proration: ProrationPolicy;
  readonly rounding: AmountRounding;
  /** In percent of the rounded net amounts. */
  readonly taxRate?: Decimal;
}

/** What a change of plan costs now: the charge less the credit. All zero when it waits for the next period. */
export interface PlanChangeAmounts {
  readonly direction: 'upgrade' | 'downgrade';
  readonly timing: PlanChangeTiming;
  readonly creditNet: Decimal;
  readonly creditTax: Decimal;
  readonly creditGross: Decimal;
  readonly chargeNet: Decimal;
  readonly chargeTax: Decimal;
  readonly chargeGross: Decimal;
  /** The gross charge less the gross credit. */
  readonly total: Decimal;
  readonly derivations: Readonly<Record<AmountName, Derivation>>;
}

type AmountName = 'creditNet' | 'creditTax' | 'creditGross' | 'chargeNet' | 'chargeTax' | 'chargeGross' | 'total';

/**
 * Charges a change of plan in the middle of a period. By the timing that the policy has for its direction:
 * - `whole-cycle`: the new fee less the old one, as if the change had come with the period;
 * - `prorated`: a credit for the unused part of the old plan, a charge for the rest on the new one;
 * - `next-period`: nothing now.
 *
 * A plan with a higher base fee is an upgrade, any other a downgrade. Net amounts are rounded first, then the tax on the
 * rounded net. A credit is never more than what was charged. Throws a `RatingError` that names the field.
 * Source: whole cycle, the answering-service family; prorated, Stripe, Lago and Kill Bill.
 *
 * @example 139.00 to 259.00 on 16 September: 129.50 − 69.50 = 60.00 prorated, 120.00 for the whole cycle
 */
export function ratePlanChange(change: PlanChangeInput): PlanChangeAmounts {
  needChange(change);
  const { credit, charge, currency, rounding, taxRate = '0', planChange } = change;
  const direction = compare(parse(charge.amount), parse(credit.amount)) > 0 ? 'upgrade' : 'downgrade';
  const timing = planChange[direction];
  const step = { ...rounding, policy: 'rounding' };
  const side = (which: 'credit' | 'charge', limit?: Decimal): [Figure, Figure, Figure] => {
    const net = limitTo(rounded(sideOf(change, which, timing), step, { unit: currency, label: `${which}-net` }), limit);
    const tax = rounded(taxOn(net, [taxRate]), step, { label: `${which}-tax` });
    return [net, tax, plus([net, tax], { unit: currency, label: `${which}-gross` })];
  };
  const [creditNet, creditTax, creditGross] = side('credit', credit.charged);
  const [chargeNet, chargeTax, chargeGross] = side('charge');
  const total = minus(chargeGross, creditGross, { label: 'total' });
  return {
    direction,
    timing,
    ...written({ creditNet, creditTax, creditGross, chargeNet, chargeTax, chargeGross, total }),
  };
}

function sideOf(change: PlanChangeInput, which: 'credit' | 'charge', timing: PlanChangeTiming): Figure {
  const { currency, proration, rounding } = change;
  const { amount, full, part } = change[which];
  if (timing === 'next-period') return nothing(currency, which);
  const fee = input(parse(amount), `${currency}/period`, 'base-fee');
  if (timing === 'whole-cycle') return fee;
  need(full !== undefined, 'missing-policy', `${which}.full`, 'expected the whole period');
  need(part !== undefined, 'missing-policy', `${which}.part`, 'expected the part of the period');
  return prorate(fee, { full, charged: part }, proration, rounding.mode);
}

function limitTo(net: Figure, charged: Decimal | undefined): Figure {
  if (charged === undefined) return net;
  const limit = input(parse(charged), net.unit, 'already-charged');
  return compare(net.exact, limit.exact) > 0 ? least(net, limit, { label: 'credit-net' }) : net;
}

function written(
  figures: Readonly<Record<AmountName, Figure>>,
): Record<AmountName, Decimal> & Pick<PlanChangeAmounts, 'derivations'> {
  const entries = Object.entries(figures);
  const amounts = Object.fromEntries(entries.map(([name, figure]) => [name, toText(figure.exact)])) as Record<
    AmountName,
    Decimal
  >;
  const derivations = Object.fromEntries(entries.map(([name, figure]) => [name, explain(figure)])) as Record<
    AmountName,
    Derivation
  >;
  return { ...amounts, derivations };
}

function needChange(change: PlanChangeInput): void {
  needObject(change, 'input', 'a change of plan');
  const { currency, credit, charge, planChange, proration, rounding, taxRate = '0' } = change;
  needName(currency, 'currency');
  needObject(credit, 'credit', 'what is credited');
  needObject(charge, 'charge', 'what is charged');
  needPlanChange(planChange, 'planChange');
  needProration(proration, 'proration');
  needRounding(rounding, 'rounding');
  needPercent(taxRate, 'taxRate');
  needAmount(credit.amount, 'credit.amount');
  needAmount(charge.amount, 'charge.amount');
  if (credit.charged !== undefined) needAmount(credit.charged, 'credit.charged');
}
