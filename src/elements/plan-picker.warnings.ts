import { BillingError, type Plan } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { formatMoney } from '../locale/money.js';
import { formatQuantity } from '../locale/units.js';
import { fromMoney, sumMoney, type InvoiceLine, type Money, type WhatIf } from '../rating/index.js';
import { compare } from '../rating/decimal.js';
import { pricedAt } from '../store/what-if.js';
import type { Comparison } from '../store/what-if-query.js';

/** By plan, what one that has more overage than `own` would come to in it at this month's use. */
export function overageWarnings(tag: LanguageTag, { plans, bases }: Comparison, own: Plan): Map<string, string> {
  const basis = bases.find(({ kind }) => kind !== 'month');
  const priced = basis && pricedAt(plans, own.id, basis.use);
  if (!priced || priced instanceof BillingError) return new Map();
  const key = basis.kind === 'expected' ? 'plans.over-expected' : 'plans.over-so-far';
  const overage = (plan: Plan): InvoiceLine[] => overageOf(plan, priced.costs.get(plan.id));
  const least = fromMoney(totalOf(overage(own), own));
  return new Map(
    plans.flatMap((plan): [string, string][] => {
      const lines = overage(plan);
      const isMore = compare(fromMoney(totalOf(lines, plan)), least) > 0;
      return isMore ? [[plan.id, text(tag, key, wordsOf(tag, plan, lines))]] : [];
    }),
  );
}

const totalOf = (lines: readonly InvoiceLine[], plan: Plan): Money =>
  sumMoney(
    lines.map(({ amount }) => amount),
    plan,
  );

/** What goes beyond an allowance; what is never included is paid for on every plan. */
const overageOf = ({ usage }: Plan, cost: WhatIf | undefined): InvoiceLine[] =>
  (cost?.lines ?? []).filter(
    ({ kind, item, quantity }) =>
      kind === 'overage' && quantity !== '0' && usage.some(({ id, included }) => id === item && included !== '0'),
  );

function wordsOf(tag: LanguageTag, plan: Plan, lines: readonly InvoiceLine[]): { quantity: string; amount: string } {
  const quantities = lines.map(({ quantity, unit }) => formatQuantity(tag, quantity, unit, 'up'));
  return {
    quantity: new Intl.ListFormat(tag, { type: 'conjunction' }).format(quantities),
    amount: formatMoney(tag, totalOf(lines, plan)),
  };
}
