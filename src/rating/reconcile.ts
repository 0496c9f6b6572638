import { needList, needObject } from './checks.js';
import { add, compare, isZero, parseExact, subtract, ZERO, type Exact } from './decimal.js';
import { need } from './errors.js';
import type { InvoiceLine } from './line.js';
import { fromMoney, toMoney, type Money } from './money.js';

/** What is compared of a line. */
export type ReconciledLine = Pick<InvoiceLine, 'key' | 'kind' | 'subscription' | 'quantity' | 'unitPrice' | 'amount'>;

/** What is compared of an invoice: a preview, or what a back end issued. */
export interface ReconciledInvoice {
  readonly lines: readonly ReconciledLine[];
  readonly total: Money;
}

/** Why a line was issued with another amount than it was previewed with. */
export type DifferenceClass =
  'late-usage' | 'plan-change' | 'tax' | 'credit' | 'rounding' | 'price-change' | 'unexplained';

/** One line whose amount differs. */
export interface ReconciledDifference {
  /** The key of the line; `null` for what an invoice's total has beside the sum of its lines. */
  readonly key: string | null;
  readonly class: DifferenceClass;
  readonly previewed: Money | null;
  readonly issued: Money | null;
  /** Issued less previewed. */
  readonly amount: Money;
}

/** How an issued invoice differs from its preview. The amounts of the differences add up to `total`. */
export interface Reconciliation {
  /** In the order of the previewed lines, then those that were only issued. Empty when every amount is the same. */
  readonly differences: readonly ReconciledDifference[];
  /** The issued total less the previewed one. */
  readonly total: Money;
}

interface Pair {
  readonly previewed?: ReconciledLine;
  readonly issued?: ReconciledLine;
}

/**
 * Matches the lines of an issued invoice to those of its preview by key, and says of each difference where it comes
 * from. What a line is decides first (tax, credits, changes of plan); then whether its quantity, its unit price or only
 * the last digit differs. Throws `malformed-input`, `malformed-number`, `duplicate-key` or `currency-mismatch`.
 *
 * @example 10 minutes previewed and 15 issued at 1.29: 6.45 of late usage
 */
export function reconcile(previewed: ReconciledInvoice, issued: ReconciledInvoice): Reconciliation {
  const pairs = pairsOf(byKey(previewed, 'previewed', issued.total), byKey(issued, 'issued', issued.total));
  const changedPlans = new Set(planChanges(pairs));
  const differences = pairs
    .map((pair) => differenceOf(pair, changedPlans, issued.total))
    .filter((difference) => !isZero(fromMoney(difference.amount)));
  const total = toMoney(subtract(fromMoney(issued.total), fromMoney(previewed.total)), issued.total);
  const rest = subtract(fromMoney(total), differences.map(({ amount }) => fromMoney(amount)).reduce(add, ZERO));
  if (isZero(rest)) return { differences, total };
  const unexplained = { key: null, class: 'unexplained', previewed: null, issued: null } as const;
  return { differences: [...differences, { ...unexplained, amount: toMoney(rest, issued.total) }], total };
}

function byKey({ lines, total }: ReconciledInvoice, field: string, currency: Money): Map<string, ReconciledLine> {
  needList(lines, `${field}.lines`, 'a list of lines');
  const found = new Map<string, ReconciledLine>();
  for (const [index, line] of lines.entries()) {
    needObject(line, `${field}.lines[${index}]`, 'a line');
    need(!found.has(line.key), 'duplicate-key', `${field}.lines[${index}].key`, `${line.key} is there twice`);
    found.set(line.key, line);
  }
  const amounts = [total, ...lines.map((line) => line.amount)];
  const same = amounts.every((money) => money.currency === currency.currency && money.exponent === currency.exponent);
  need(same, 'currency-mismatch', field, `expected amounts in ${currency.currency}`);
  return found;
}

function pairsOf(previewed: ReadonlyMap<string, ReconciledLine>, issued: ReadonlyMap<string, ReconciledLine>): Pair[] {
  const keys = new Set([...previewed.keys(), ...issued.keys()]);
  return [...keys].map((key) => {
    const [before, after] = [previewed.get(key), issued.get(key)];
    return { ...(before && { previewed: before }), ...(after && { issued: after }) };
  });
}

/** The subscriptions whose base fee was previewed for one plan and issued for another. */
function planChanges(pairs: readonly Pair[]): string[] {
  const alone = (side: 'previewed' | 'issued', other: 'previewed' | 'issued'): string[] =>
    pairs.flatMap((pair) => (!pair[other] && pair[side]?.kind === 'base' ? [pair[side].subscription] : []));
  const issued = new Set(alone('issued', 'previewed'));
  return alone('previewed', 'issued').filter((subscription) => issued.has(subscription));
}

function differenceOf(pair: Pair, changedPlans: ReadonlySet<string>, currency: Money): ReconciledDifference {
  const { previewed, issued } = pair;
  const amount = subtract(amountOf(issued), amountOf(previewed));
  return {
    key: (issued ?? previewed)?.key ?? null,
    class: classOf(pair, changedPlans, amount, currency),
    previewed: previewed?.amount ?? null,
    issued: issued?.amount ?? null,
    amount: toMoney(amount, currency),
  };
}

const amountOf = (line: ReconciledLine | undefined): Exact => (line ? fromMoney(line.amount) : ZERO);

function classOf(
  { previewed, issued }: Pair,
  changedPlans: ReadonlySet<string>,
  amount: Exact,
  { exponent }: Money,
): DifferenceClass {
  const line = issued ?? previewed;
  const kind = line?.kind;
  if (kind === 'tax') return 'tax';
  if (kind === 'coupon' || kind === 'credit-note' || kind === 'prepaid') return 'credit';
  if (kind === 'plan-change') return 'plan-change';
  if (!previewed || !issued) return oneSided(line, changedPlans);
  const sameQuantity = same(previewed.quantity, issued.quantity);
  const samePrice = same(previewed.unitPrice, issued.unitPrice);
  if (sameQuantity && samePrice) return isLastDigit(amount, exponent) ? 'rounding' : 'unexplained';
  if (sameQuantity) return 'price-change';
  return samePrice && isUsage(kind) ? 'late-usage' : 'unexplained';
}

/** A row of overage, or an adjustment, that only one side has: a tier was reached, or left, by usage that came later. */
function oneSided(line: ReconciledLine | undefined, changedPlans: ReadonlySet<string>): DifferenceClass {
  if (isUsage(line?.kind)) return 'late-usage';
  return line?.kind === 'base' && changedPlans.has(line.subscription) ? 'plan-change' : 'unexplained';
}

const isUsage = (kind: ReconciledLine['kind'] | undefined): boolean => kind === 'overage' || kind === 'adjustment';

const same = (a: string, b: string): boolean => compare(parseExact(a), parseExact(b)) === 0;

const isLastDigit = ({ n, d }: Exact, exponent: number): boolean => (n < 0n ? -n : n) * 10n ** BigInt(exponent) <= d;
