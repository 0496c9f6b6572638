import type { Charge, Working } from './charge.js';
import { isZero, toText, type Decimal, type RoundingMode } from './decimal.js';
import { explain } from './derivation.js';
import { lineRef } from './figure.js';
import type { InvoiceLine, LineKind, LineWorking } from './line.js';
import { fromMoney, toMoney, type Currency } from './money.js';
import type { Period } from './period.js';
import { needSettlement, settle, type SettledRow, type Settlement } from './settle.js';
import { needPercent } from './tax.js';

/** A tax on the lines of some kinds, or on all of them. Several taxes on a line add up. */
export interface TaxRate {
  readonly id: string;
  readonly name?: string;
  readonly percent: Decimal;
  readonly kinds?: readonly LineKind[];
}

/** The lines that come after the charges, and the tax that is contained in them where prices are inclusive. */
export interface SettledLines {
  readonly lines: readonly InvoiceLine[];
  readonly includedTax?: InvoiceLine;
}

/** Coupons, tax, credit notes and prepaid credits as lines of an invoice, about the whole of it. */
export function settleLines(
  charged: readonly InvoiceLine[],
  { taxes, mode, ...settlement }: Settlement & { readonly taxes: readonly TaxRate[]; readonly mode: RoundingMode },
  currency: Currency,
  period: Period,
): SettledLines {
  needSettlement(settlement, currency.exponent);
  taxes.forEach(({ percent }, index) => needPercent(percent, `taxes[${index}].percent`));
  const charges = charged.map((line) => chargeOf(line, taxes, currency));
  const { coupons, tax, includedTax, credits } = settle(
    charges,
    settlement,
    { mode, scale: currency.exponent },
    currency.currency,
  );
  const write = (kind: LineKind, row: SettledRow, name = ''): InvoiceLine => lineOf(kind, row, name, currency, period);
  const names = taxes.map((rate) => rate.name ?? rate.id).join(', ');
  const lines = [
    ...coupons.map((row) => write('coupon', { ...row, id: row.coupon.id }, row.coupon.name)),
    ...(tax ? [write('tax', tax, names)] : []),
    ...credits.map((row) => write(row.key.startsWith('prepaid/') ? 'prepaid' : 'credit-note', row)),
  ];
  return {
    lines: lines.filter(({ amount }) => !isZero(fromMoney(amount))),
    ...(includedTax && { includedTax: write('tax', includedTax, names) }),
  };
}

function chargeOf(
  { key, kind, item, subscription, amount }: InvoiceLine,
  taxes: readonly TaxRate[],
  { currency }: Currency,
): Charge {
  const rates = taxes.filter(({ kinds }) => !kinds || kinds.includes(kind)).map(({ percent }) => percent);
  return {
    key,
    names: [key, kind, item, subscription],
    taxRates: rates,
    parts: [lineRef(key, fromMoney(amount), currency)],
  };
}

function lineOf(
  kind: LineKind,
  { key, id, amount, workings }: SettledRow,
  name: string,
  currency: Currency,
  period: Period,
): InvoiceLine {
  return {
    key,
    kind,
    subscription: '',
    item: id,
    name,
    term: 'advance',
    period,
    quantity: '1',
    unit: '',
    unitPrice: toText(amount.exact),
    amount: toMoney(amount.exact, currency, key),
    derivation: explain(amount),
    ...(workings.length > 0 && { workings: workings.map(writeWorking) }),
  };
}

const writeWorking = ({ key, line, figure }: Working): LineWorking => ({
  key,
  ...(line !== undefined && { line }),
  amount: toText(figure.exact),
  derivation: explain(figure),
});
