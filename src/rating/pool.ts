import { overOf, type Allowance } from './allowance.js';
import { allowanceOf, type PeriodCharge } from './charges.js';
import { compare, isZero } from './decimal.js';
import { least, minus, named, plus, type Figure } from './figure.js';
import type { UsageCharge } from './plan.js';

/** One usage charge of one subscription in a period, set against its allowance. */
export interface MeasuredCharge {
  readonly charge: PeriodCharge;
  readonly usage: UsageCharge;
  readonly allowance: Allowance;
}

/**
 * Measures every usage charge of a period. Under `allowance.pooling: same-plan`, what subscriptions of one plan leave of
 * an allowance covers what others use beyond theirs, in the order of the subscriptions: with 100 minutes each, 70 and
 * 125 used, 25 of the 30 left over are taken and nothing is over.
 */
export function measureCharges(charges: readonly PeriodCharge[]): MeasuredCharge[] {
  const rows = charges.flatMap((charge) =>
    charge.plan.usage.map((usage) => ({ charge, usage, allowance: allowanceOf(charge, usage) })),
  );
  const pools = new Map<string, MeasuredCharge[]>();
  for (const row of rows.filter(isPooled)) pools.set(poolOf(row), [...(pools.get(poolOf(row)) ?? []), row]);
  const covered = new Map([...pools.values()].flatMap(coverPool));
  return rows.map((row) => covered.get(row) ?? row);
}

const isPooled = ({ charge }: MeasuredCharge): boolean => charge.policies.allowance.pooling === 'same-plan';

const poolOf = ({ charge, usage }: MeasuredCharge): string =>
  JSON.stringify([charge.plan.id, charge.plan.version, usage.id]);

function coverPool(pooled: readonly MeasuredCharge[]): [MeasuredCharge, MeasuredCharge][] {
  const spare = pooled.filter(({ allowance }) => compare(allowance.used.exact, allowance.included.exact) < 0);
  if (spare.length === 0) return [];
  let left: Figure = plus(
    spare.map(({ allowance }) => minus(allowance.included, allowance.used)),
    { label: 'pool' },
  );
  return pooled.filter(isOver).map((row) => {
    const { used, included } = row.allowance;
    const taken = named(least(minus(used, included), left), { label: 'pooled' });
    left = minus(left, taken, { label: 'pool' });
    const over = overOf(used, included, row.charge.policies, isZero(taken.exact) ? undefined : taken);
    return [row, { ...row, allowance: { ...row.allowance, over } }];
  });
}

const isOver = ({ allowance }: MeasuredCharge): boolean => compare(allowance.used.exact, allowance.included.exact) > 0;
