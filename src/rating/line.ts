import { toText, type Exact } from './decimal.js';
import { explain, type Derivation } from './derivation.js';
import { lineRef, plus, rounded, type Figure } from './figure.js';
import { fromMoney, toMoney, type Currency, type Money } from './money.js';
import type { Period } from './period.js';
import type { Policies } from './policies.js';

/** What a line charges for. */
export type LineKind =
  'base' | 'overage' | 'lines' | 'add-on' | 'plan-change' | 'adjustment' | 'coupon' | 'tax' | 'credit-note' | 'prepaid';

/** An amount behind a line that other derivations refer to: the share of a coupon or of the tax that falls on a line. */
export interface LineWorking {
  readonly key: string;
  /** The key of the line that it falls on; none where it is about several. */
  readonly line?: string;
  /** Exact, in major units. */
  readonly amount: string;
  readonly derivation: Derivation;
}

/** One line of an invoice. Amounts are rounded once, here; everything before is exact. */
export interface InvoiceLine {
  /** Stable over re-rating, and unique on its invoice: `sub-1/overage/operator/2026-09-01`. */
  readonly key: string;
  readonly kind: LineKind;
  /** Empty on a line that is about the whole invoice: a coupon, the tax, a credit. */
  readonly subscription: string;
  /** The id of what is charged: of the plan, the usage charge or the add-on. */
  readonly item: string;
  /** Its name, as the plan or the add-on gives it. */
  readonly name: string;
  /** Charged before the period begins, or after it ended. */
  readonly term: 'advance' | 'arrears';
  /** The days that the line is for. */
  readonly period: Period;
  /** Exact: a decimal, or a fraction `n/d` where no decimal ends. */
  readonly quantity: string;
  readonly unit: string;
  /** In major units, before proration. */
  readonly unitPrice: string;
  readonly amount: Money;
  readonly derivation: Derivation;
  /** How a coupon or the tax falls on the lines. */
  readonly workings?: readonly LineWorking[];
}

/** A line before it is rounded. */
export interface DraftLine extends Omit<
  InvoiceLine,
  'key' | 'quantity' | 'unitPrice' | 'amount' | 'derivation' | 'workings'
> {
  /** Tells the rows of one charge apart, where there are several. */
  readonly ref?: string | undefined;
  readonly quantity: Exact;
  readonly unitPrice: Exact;
  readonly figure: Figure;
}

/** Rounds each line once to the currency, and drops the zero ones where the policy says so. */
export function finishLines(drafts: readonly DraftLine[], policies: Policies, currency: Currency): InvoiceLine[] {
  const lines = drafts.map((draft) => finishLine(draft, policies, currency));
  return policies.zeroLines === 'keep' ? lines : lines.filter(({ amount }) => amount.amount !== '0');
}

/** Rounds one line to the currency. */
export function finishLine(draft: DraftLine, policies: Policies, currency: Currency): InvoiceLine {
  const { kind, subscription, item, name, term, period, quantity, unit, unitPrice, figure } = draft;
  const key = keyOf(draft);
  const step = { mode: policies.rounding, scale: currency.exponent, policy: 'rounding' };
  const final = rounded(figure, step, { unit: currency.currency, label: 'line-total' });
  return {
    key,
    kind,
    subscription,
    item,
    name,
    term,
    period,
    quantity: toText(quantity),
    unit,
    unitPrice: toText(unitPrice),
    amount: toMoney(final.exact, currency, key),
    derivation: explain(final),
  };
}

function keyOf({ subscription, kind, item, period, ref }: DraftLine): string {
  const key = `${subscription}/${kind}/${item}/${period.start}`;
  return ref === undefined ? key : `${key}/${ref}`;
}

/** The total of an invoice: the sum of its lines, nothing else. */
export function totalOf(lines: readonly InvoiceLine[], currency: Currency): { total: Money; derivation: Derivation } {
  const unit = currency.currency;
  const parts = lines.map(({ key, amount }) => lineRef(key, fromMoney(amount), unit));
  const figure = plus(parts, { unit, label: 'total' });
  return { total: toMoney(figure.exact, currency, 'total'), derivation: explain(figure) };
}
