import { compare, isZero, parse, toText, type Decimal } from './decimal.js';
import { needObject, needQuantity } from './checks.js';
import { explain, type Derivation } from './derivation.js';
import { input, least, minus, nothing, type Figure } from './figure.js';

/** One part of a period, and the quantity that is free in the whole of it. */
export interface UsageDiscountInput {
  readonly quantity: Decimal;
  readonly priorQuantity: Decimal;
  readonly freeQuantity: Decimal;
}

/** What of a part is billed and what is free; exact, as decimals. */
export interface UsageDiscount {
  readonly billedQuantity: string;
  /** What of the earlier parts was billed. */
  readonly priorBilledQuantity: string;
  readonly discountQuantity: string;
  /** Of the billed quantity. */
  readonly derivation: Derivation;
}

/**
 * Takes a free quantity off the usage of a period billed in parts; earlier parts use it up first. All quantities: zero or
 * more, in billed units. Throws `malformed-number` or `negative-quantity`.
 *
 * @example 10 free, 5 used before, 15 now: 5 of the 15 are free and 10 are billed
 */
export function applyUsageDiscount(part: UsageDiscountInput): UsageDiscount {
  needObject(part, 'input', 'a part of a period');
  const { quantity, priorQuantity, freeQuantity } = part;
  needQuantity(quantity, 'quantity');
  needQuantity(priorQuantity, 'priorQuantity');
  needQuantity(freeQuantity, 'freeQuantity');
  const used = input(parse(quantity), '', 'used');
  const prior = input(parse(priorQuantity), '', 'prior-quantity');
  const { billed, priorBilled, free } = lessFreeQuantity(used, prior, freeQuantity);
  return {
    billedQuantity: toText(billed.exact),
    priorBilledQuantity: toText(priorBilled.exact),
    discountQuantity: toText(free.exact),
    derivation: explain(billed),
  };
}

/** What is left to bill of a part and of the parts before it. */
export function lessFreeQuantity(
  quantity: Figure,
  prior: Figure,
  freeQuantity: Decimal,
): { billed: Figure; priorBilled: Figure; free: Figure } {
  const allowed = input(parse(freeQuantity), quantity.unit, 'free-units');
  const usedUp = compare(prior.exact, allowed.exact) >= 0;
  const left = usedUp ? nothing(quantity.unit, 'free-units') : minus(allowed, prior, { label: 'free-units' });
  const free = least(quantity, left, { label: 'free-units' });
  const billed = isZero(free.exact) ? quantity : minus(quantity, free, { label: 'quantity' });
  const priorBilled = usedUp
    ? minus(prior, allowed, { label: 'prior-quantity' })
    : nothing(prior.unit, 'prior-quantity');
  return { billed, priorBilled, free };
}
