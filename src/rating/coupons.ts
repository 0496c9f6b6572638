import { needAmount, needIfGiven, needList, needName, needObject, needShare } from './checks.js';
import { leftOf, refTo, type Charge, type Working } from './charge.js';
import { compare, isNegative, isZero, parse, toText, whole, ZERO, type Decimal } from './decimal.js';
import { explain, type Derivation } from './derivation.js';
import { need } from './errors.js';
import {
  greatest,
  input,
  least,
  lineRef,
  nothing,
  opposite,
  over,
  plus,
  rounded,
  times,
  type Figure,
} from './figure.js';
import { needRounding, type AmountRounding } from './prorate-amount.js';
import { allocateFigures } from './shares.js';

/** A discount: a percentage or an amount, of all lines or of those that `appliesTo` names. */
export type Coupon = {
  readonly id: string;
  readonly name?: string;
  /** Keys of lines; on a preview also kinds, items or subscriptions. All lines when left out. */
  readonly appliesTo?: readonly string[];
} & Discount;

type Discount = { readonly percent: Decimal } | { readonly amount: Decimal };

/** What a coupon took: `amount` below zero, and how it falls on the lines. */
export interface AppliedCoupon {
  readonly coupon: Coupon;
  readonly key: string;
  readonly amount: Figure;
  readonly workings: readonly Working[];
}

/** One coupon against one amount. */
export interface CouponInput {
  readonly base: Decimal;
  readonly currency: string;
  readonly percent?: Decimal;
  readonly amount?: Decimal;
  readonly rounding: AmountRounding;
}

/**
 * What one coupon takes off an amount: a percentage of it, rounded, or an amount up to the whole of it.
 * Throws `percentage-out-of-range` above 100 %, `negative-amount`, `malformed-number` or `malformed-input`.
 *
 * @example 20 % of 3.00 are 0.60
 */
export function applyCoupon(coupon: CouponInput): { discountTotal: Decimal; derivation: Derivation } {
  needObject(coupon, 'input', 'a coupon and an amount');
  const { base, currency, percent, amount, rounding } = coupon;
  needName(currency, 'currency');
  needRounding(rounding, 'rounding');
  needAmount(base, 'base');
  const discount = { ...(percent !== undefined && { percent }), ...(amount !== undefined && { amount }) } as Discount;
  needDiscount(discount, 'input', '');
  const total = discountOf(discount, input(parse(base), currency, 'coupon-base'), rounding);
  return { discountTotal: toText(total.exact), derivation: explain(total) };
}

/**
 * Applies coupons in their order: each sees what those before it have left. What one takes is worked out once over all
 * lines that it applies to and rounded, then spread over them by what is left of each, with the largest remainder. Lines
 * below zero lower the base and take no share; nothing goes below zero.
 */
export function applyCoupons(
  charges: readonly Charge[],
  coupons: readonly Coupon[],
  rounding: AmountRounding,
): { applied: AppliedCoupon[]; charges: readonly Charge[] } {
  const applied: AppliedCoupon[] = [];
  let left = charges;
  for (const coupon of coupons) {
    const one = applyOne(left, coupon, rounding);
    if (!one) continue;
    applied.push(one.applied);
    left = one.charges;
  }
  return { applied, charges: left };
}

function applyOne(
  charges: readonly Charge[],
  coupon: Coupon,
  rounding: AmountRounding,
): { applied: AppliedCoupon; charges: readonly Charge[] } | null {
  const key = `coupon/${coupon.id}`;
  const mine = charges.filter(
    (charge) => !coupon.appliesTo || coupon.appliesTo.some((name) => charge.names.includes(name)),
  );
  const base = baseOf(key, mine);
  if (!base || isZero(base.figure.exact)) return null;
  const discount = discountOf(coupon, refTo(base), rounding);
  if (isZero(discount.exact)) return null;
  const amount = opposite(discount, { label: 'discount' });
  const positive = mine.filter((charge) => compare(leftOf(charge).exact, ZERO) > 0);
  const weights: Working = { key: `${key}/weights`, figure: plus(positive.map(leftOf), { label: 'net' }) };
  const figures = allocateFigures(
    lineRef(key, amount.exact, amount.unit),
    positive.map(leftOf),
    refTo(weights),
    rounding.scale,
  );
  const shares = positive.map((charge, index) => ({
    key: `${key}/${charge.key}`,
    line: charge.key,
    figure: figures[index] ?? amount,
  }));
  const byLine = new Map(shares.map((share) => [share.line, refTo(share)]));
  return {
    applied: { coupon, key, amount, workings: [base, weights, ...shares] },
    charges: charges.map((charge) => withPart(charge, byLine.get(charge.key))),
  };
}

const withPart = (charge: Charge, part: Figure | undefined): Charge =>
  part ? { ...charge, parts: [...charge.parts, part] } : charge;

function baseOf(key: string, charges: readonly Charge[]): Working | null {
  const [first] = charges;
  if (!first) return null;
  const sum = plus(charges.map(leftOf), { label: 'coupon-base' });
  const none = nothing(sum.unit, 'nothing');
  return { key: `${key}/base`, figure: isNegative(sum.exact) ? greatest(sum, none, { label: 'coupon-base' }) : sum };
}

/** Not rounded twice: an amount that reaches the base is the base. */
function discountOf(coupon: Discount, base: Figure, { mode, scale }: AmountRounding): Figure {
  const step = { mode, scale, policy: 'rounding' };
  if ('percent' in coupon) {
    const percent = input(parse(coupon.percent), '%', 'percent');
    const part = over(times(base, percent, { unit: base.unit }), input(whole(100), '%', 'percent-whole'), {
      unit: base.unit,
    });
    return rounded(part, step, { label: 'discount' });
  }
  const amount = rounded(input(parse(coupon.amount), base.unit, 'discount'), step);
  return compare(amount.exact, base.exact) > 0 ? least(amount, base, { label: 'discount' }) : amount;
}

/** Throws `percentage-out-of-range` above 100 %, `negative-amount`, `malformed-number` or `malformed-input`. */
export function needCoupon(coupon: Coupon, field: string): void {
  needObject(coupon, field, 'a coupon');
  needName(coupon.id, `${field}.id`);
  needDiscount(coupon, field, `${field}.`);
  needIfGiven(coupon.appliesTo, `${field}.appliesTo`, (names, at) => needList(names, at, 'a list of names'));
}

function needDiscount(discount: Discount, field: string, within: string): void {
  const one = 'percent' in discount !== 'amount' in discount;
  need(one, 'malformed-input', field, 'expected either a percentage or an amount');
  if ('percent' in discount) needShare(discount.percent, `${within}percent`);
  else needAmount(discount.amount, `${within}amount`);
}
