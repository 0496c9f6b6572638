import { needDigits, needList, needName, needObject } from './checks.js';
import {
  add,
  compare,
  isNegative,
  isZero,
  multiply,
  negate,
  parse,
  round,
  subtract,
  toText,
  whole,
  ZERO,
  type Decimal,
  type Exact,
} from './decimal.js';
import { need } from './errors.js';
import { input, over, plus, rounded, times, type Figure } from './figure.js';

/** An amount to be split. */
export interface AllocateInput {
  /** With at most `scale` digits. */
  readonly amount: Decimal;
  /** Digits that a share has: 2 for cents. */
  readonly scale: number;
  readonly weights: readonly { readonly key: string; readonly weight: Decimal }[];
}

/**
 * Splits an amount by weights so that the shares add up to it: each gets its part rounded toward zero, and the units
 * that are left go to the parts which lost most, the earlier one on a tie. A negative amount is split like its opposite.
 * Throws `malformed-number`, `negative-quantity`, `duplicate-key`, or `division-by-zero` when all weights are zero.
 *
 * @example 0.05 by 1, 1, 1 is 0.02, 0.02, 0.01
 */
export function allocate(allocation: AllocateInput): Record<string, Decimal> {
  needObject(allocation, 'input', 'an amount and weights');
  const { amount, scale, weights } = allocation;
  needDigits(scale, 'scale');
  const value = parse(amount, 'amount');
  need(
    compare(round(value, scale, 'down'), value) === 0,
    'malformed-number',
    'amount',
    `must have at most ${scale} digits behind the point`,
  );
  needList(weights, 'weights', 'the weights');
  need(weights.length > 0, 'malformed-input', 'weights', 'expected at least one weight');
  weights.forEach((weight, index) => {
    needObject(weight, `weights[${index}]`, 'a key and a weight');
    needName(weight.key, `weights[${index}].key`);
  });
  const parsed = weights.map(({ weight }, index) => parse(weight, `weights[${index}].weight`));
  parsed.forEach((weight, index) =>
    need(!isNegative(weight), 'negative-quantity', `weights[${index}].weight`, 'must not be negative'),
  );
  need(
    new Set(weights.map(({ key }) => key)).size === weights.length,
    'duplicate-key',
    'weights',
    'every key must be there once',
  );
  need(
    parsed.some((weight) => !isZero(weight)),
    'division-by-zero',
    'weights',
    'must not all be zero',
  );
  const shares = allocateExact(value, parsed, scale);
  return Object.fromEntries(weights.map(({ key }, index) => [key, toText(shares[index] ?? ZERO)]));
}

/** The shares of an amount of at most `scale` digits. The weights are not negative, and not all zero. */
export function allocateExact(amount: Exact, weights: readonly Exact[], scale: number): Exact[] {
  if (isNegative(amount)) return allocateExact(negate(amount), weights, scale).map(negate);
  const sum = weights.reduce(add, ZERO);
  const parts = weights.map((weight) => ({ n: amount.n * weight.n * sum.d, d: amount.d * weight.d * sum.n }));
  const floors = parts.map((part) => round(part, scale, 'down'));
  const unit: Exact = { n: 1n, d: 10n ** BigInt(scale) };
  const left = multiply(subtract(amount, floors.reduce(add, ZERO)), whole(10n ** BigInt(scale)));
  const lost = parts.map((part, index) => ({ index, rest: subtract(part, floors[index] ?? ZERO) }));
  const first = lost.sort((a, b) => compare(b.rest, a.rest) || a.index - b.index).slice(0, Number(left.n / left.d));
  const lucky = new Set(first.map(({ index }) => index));
  return floors.map((floor, index) => (lucky.has(index) ? add(floor, unit) : floor));
}

/** The same over figures: each share with its tree. `total` is the sum of the weights, as a figure that can be referred to. */
export function allocateFigures(amount: Figure, weights: readonly Figure[], total: Figure, scale: number): Figure[] {
  const shares = allocateExact(
    amount.exact,
    weights.map((weight) => weight.exact),
    scale,
  );
  return weights.map((weight, index) => {
    const part = over(times(amount, weight, { unit: amount.unit }), total, { unit: amount.unit });
    const floor = rounded(part, { mode: 'down', scale, policy: 'largest-remainder' }, { label: 'share' });
    const rest = subtract(shares[index] ?? ZERO, floor.exact);
    return isZero(rest) ? floor : plus([floor, input(rest, amount.unit, 'remainder')], { label: 'share' });
  });
}
