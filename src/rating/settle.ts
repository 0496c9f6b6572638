import { leftOf, refTo, type Charge, type Working } from './charge.js';
import { needAmount, needList, needObject } from './checks.js';
import { applyCoupons, needCoupon, type AppliedCoupon, type Coupon } from './coupons.js';
import { compare, isZero, parse, toText, ZERO, type Decimal } from './decimal.js';
import { need } from './errors.js';
import { input, least, lineRef, opposite, plus, rounded, type Figure } from './figure.js';
import { needSetting } from './modes.js';
import { needUnique } from './plan.js';
import type { AmountRounding } from './prorate-amount.js';
import { taxOn } from './tax.js';

/** An amount in the customer's favour from an earlier invoice. */
export interface CreditNote {
  readonly id: string;
  readonly amount: Decimal;
}

/** How tax is worked out. */
export interface TaxPolicy {
  /** Each line's tax is rounded, or only that of the whole invoice. */
  readonly taxRounding: 'line' | 'invoice';
  /** Whether prices contain the tax already. */
  readonly prices: 'exclusive' | 'inclusive';
}

/** What comes after the charges of an invoice. */
export interface Settlement {
  readonly coupons: readonly Coupon[];
  readonly tax: TaxPolicy;
  readonly creditNotes: readonly CreditNote[];
  /** The balance of credits that were paid for before. */
  readonly prepaid: Decimal;
}

/** An amount of an invoice that comes after its charges, with what it refers to. */
export interface SettledRow {
  readonly key: string;
  readonly id: string;
  readonly amount: Figure;
  readonly workings: readonly Working[];
}

/** The rows after the charges. `tax` adds to the total; `includedTax` is contained in it. Credits are below zero. */
export interface Settled {
  readonly charges: readonly Charge[];
  readonly coupons: readonly AppliedCoupon[];
  readonly tax: SettledRow | null;
  readonly includedTax: SettledRow | null;
  readonly credits: readonly SettledRow[];
}

/**
 * The steps from the charges to the amount due, in this order: coupons, so that tax is due on what is really charged;
 * tax; credit notes and then prepaid credits, each up to what is still due, because they pay an invoice and don't change it.
 */
export function settle(
  charges: readonly Charge[],
  settlement: Settlement,
  rounding: AmountRounding,
  unit: string,
): Settled {
  const { applied, charges: left } = applyCoupons(charges, settlement.coupons, rounding);
  const taxed = taxOf(left, settlement.tax, rounding, unit);
  const inclusive = settlement.tax.prices === 'inclusive';
  const due = [...left.map(leftOf), ...(taxed && !inclusive ? [refTo({ key: taxed.key, figure: taxed.amount })] : [])];
  const credits = creditsOf(due, settlement, unit);
  return {
    charges: left,
    coupons: applied,
    tax: inclusive ? null : taxed,
    includedTax: inclusive ? taxed : null,
    credits,
  };
}

function taxOf(
  charges: readonly Charge[],
  policy: TaxPolicy,
  { mode, scale }: AmountRounding,
  unit: string,
): SettledRow | null {
  const step = { mode, scale, policy: `taxRounding: ${policy.taxRounding}` };
  const workings = charges
    .filter((charge) => charge.taxRates.length > 0)
    .map((charge): Working => {
      const exact = taxOn(leftOf(charge), charge.taxRates, policy.prices);
      const figure = policy.taxRounding === 'line' ? rounded(exact, step) : exact;
      return { key: `tax/${charge.key}`, line: charge.key, figure };
    });
  if (workings.length === 0) return null;
  const sum = plus(workings.map(refTo), { unit, label: 'tax' });
  return { key: 'tax', id: 'tax', amount: policy.taxRounding === 'line' ? sum : rounded(sum, step), workings };
}

function creditsOf(due: readonly Figure[], { creditNotes, prepaid }: Settlement, unit: string): SettledRow[] {
  let open = due;
  const rows: SettledRow[] = [];
  const all = [
    ...creditNotes.map((note) => ({ ...note, kind: 'credit-note' })),
    { id: 'balance', amount: prepaid, kind: 'prepaid' },
  ];
  for (const { id, amount: stated, kind } of all) {
    const figure = creditFor(input(parse(stated), unit, kind), plus(open, { unit, label: 'due' }));
    if (!figure) continue;
    const key = `${kind}/${id}`;
    rows.push({ key, id, amount: figure, workings: [] });
    open = [...open, lineRef(key, figure.exact, unit)];
  }
  return rows;
}

function creditFor(credit: Figure, due: Figure): Figure | null {
  if (compare(due.exact, ZERO) <= 0 || isZero(credit.exact)) return null;
  return opposite(compare(credit.exact, due.exact) > 0 ? least(credit, due) : credit, { label: 'credit' });
}

/** Throws a `RatingError` that names the field. */
export function needSettlement({ coupons, tax, creditNotes, prepaid }: Settlement, exponent: number): void {
  needList(coupons, 'coupons', 'a list of coupons');
  coupons.forEach((coupon, index) => needCoupon(coupon, `coupons[${index}]`));
  needUnique(coupons, 'coupons');
  needSetting(tax.taxRounding, ['line', 'invoice'], 'tax.taxRounding');
  needSetting(tax.prices, ['exclusive', 'inclusive'], 'tax.prices');
  needList(creditNotes, 'creditNotes', 'a list of credit notes');
  creditNotes.forEach((note, index) => {
    needObject(note, `creditNotes[${index}]`, 'a credit note');
    needMoney(note.amount, exponent, `creditNotes[${index}].amount`);
  });
  needUnique(creditNotes, 'creditNotes');
  needMoney(prepaid, exponent, 'prepaid');
}

/** What pays an invoice is money: it has no more digits than the currency. */
function needMoney(amount: Decimal, exponent: number, field: string): void {
  needAmount(amount, field);
  const digits = toText(parse(amount)).split('.')[1]?.length ?? 0;
  need(digits <= exponent, 'malformed-number', field, `must have at most ${exponent} digits behind the point`);
}
