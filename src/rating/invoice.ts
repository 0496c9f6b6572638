import { leftOf, refTo, type Charge, type Working } from './charge.js';
import { needList, needName, needObject } from './checks.js';
import type { Coupon } from './coupons.js';
import { parse, toText, type Decimal } from './decimal.js';
import { explain, type Derivation } from './derivation.js';
import { need } from './errors.js';
import { input, lineRef, minus, plus, rounded, type Figure } from './figure.js';
import { needRounding, type AmountRounding } from './prorate-amount.js';
import { needSettlement, settle, type CreditNote, type Settled, type Settlement, type TaxPolicy } from './settle.js';
import { needPercent } from './tax.js';

/** Amounts that make an invoice. Plain JSON. */
export interface RateInvoiceInput {
  readonly currency: string;
  readonly rounding: AmountRounding;
  /** `ref` is the key of the line; `taxRates` in percent, several add up, none is exempt. */
  readonly lines: readonly { readonly ref: string; readonly amount: Decimal; readonly taxRates?: readonly Decimal[] }[];
  /** Applied in this order. */
  readonly coupons?: readonly Coupon[];
  /** Used in this order, each up to what is still due. */
  readonly creditNotes?: readonly CreditNote[];
  readonly prepaid?: Decimal;
  readonly policy?: Partial<TaxPolicy>;
}

/** A line of a rated invoice, in major units: what was charged, what coupons took, what is left of it, and its tax. */
export interface RatedInvoiceLine {
  readonly ref: string;
  readonly amount: Decimal;
  readonly coupon: Decimal;
  /** After coupons; with its tax in it where prices are inclusive. */
  readonly net: Decimal;
  /** Not rounded where tax is rounded on the invoice. */
  readonly tax: string;
}

/** Totals in major units; those of coupons and credits above zero. `subtotal` + `taxTotal` − credits = `total`. */
export interface RatedInvoice {
  readonly lines: readonly RatedInvoiceLine[];
  readonly feesTotal: Decimal;
  readonly couponsTotal: Decimal;
  readonly subtotal: Decimal;
  readonly taxTotal: Decimal;
  readonly creditNotesTotal: Decimal;
  readonly prepaidTotal: Decimal;
  readonly total: Decimal;
  /** How each amount came about, by its key: lines, coupons, taxes, credits and the totals. */
  readonly derivations: Readonly<Record<string, Derivation>>;
}

const DEFAULTS: TaxPolicy = { taxRounding: 'line', prices: 'exclusive' };

/**
 * From the amounts of lines to the total: each line is rounded, then come coupons in their order, tax, credit notes and
 * prepaid credits. Throws a `RatingError` that names the field. Source: Lago (order), Odoo (level of tax rounding).
 *
 * @example 161.90 in three lines less 20.00, taxed at 7.25 %: 141.90 + 10.29 = 152.19
 */
export function rateInvoice(invoice: RateInvoiceInput): RatedInvoice {
  needObject(invoice, 'input', 'an invoice');
  const { currency, rounding, coupons = [], creditNotes = [], prepaid = '0', policy } = invoice;
  needLines(invoice);
  const settlement: Settlement = { coupons, creditNotes, prepaid, tax: { ...DEFAULTS, ...policy } };
  needSettlement(settlement, rounding.scale);
  const fees = invoice.lines.map(({ ref, amount }): Working => {
    const fee = input(parse(amount), currency, 'fee');
    return { key: ref, line: ref, figure: rounded(fee, { ...rounding, policy: 'rounding' }, { label: 'line-total' }) };
  });
  const charges = fees.map((fee, index): Charge => ({
    key: fee.key,
    names: [fee.key],
    taxRates: invoice.lines[index]?.taxRates ?? [],
    parts: [refTo(fee)],
  }));
  return write(fees, settle(charges, settlement, rounding, currency), currency);
}

function write(fees: readonly Working[], settled: Settled, unit: string): RatedInvoice {
  const tax = settled.tax ?? settled.includedTax;
  const rows = [...settled.coupons, ...(tax ? [tax] : []), ...settled.credits];
  const totals = totalsOf(fees, settled, unit);
  const workings = [...fees, ...rows.flatMap((row) => [...row.workings, { key: row.key, figure: row.amount }])];
  const named = [...workings, ...Object.entries(totals).map(([key, figure]) => ({ key, figure }))];
  return {
    lines: settled.charges.map((charge) => lineOf(charge, tax?.workings ?? [])),
    ...(Object.fromEntries(Object.entries(totals).map(([key, figure]) => [key, toText(figure.exact)])) as Record<
      keyof typeof totals,
      Decimal
    >),
    derivations: Object.fromEntries(named.map(({ key, figure }) => [key, explain(figure)])),
  };
}

function totalsOf(fees: readonly Working[], { coupons, tax, includedTax, credits }: Settled, unit: string) {
  const sum = (figures: readonly Figure[], label: string): Figure => plus(figures, { unit, label });
  const none = sum([], 'nothing');
  const ref = ({ key, amount }: { key: string; amount: Figure }): Figure => lineRef(key, amount.exact, unit);
  const off = (rows: readonly { key: string; amount: Figure }[], label: string): Figure =>
    minus(none, sum(rows.map(ref), label), { label });
  const net = sum([...fees.map(refTo), ...coupons.map(ref)], 'subtotal');
  const taxRow = tax ?? includedTax;
  const taxTotal = taxRow ? ref(taxRow) : none;
  const subtotal = includedTax ? minus(net, taxTotal, { label: 'subtotal' }) : net;
  return {
    feesTotal: sum(fees.map(refTo), 'fees'),
    couponsTotal: off(coupons, 'coupons'),
    subtotal,
    taxTotal,
    creditNotesTotal: off(
      credits.filter(({ key }) => key.startsWith('credit-note/')),
      'credit-notes',
    ),
    prepaidTotal: off(
      credits.filter(({ key }) => key.startsWith('prepaid/')),
      'prepaid',
    ),
    total: sum([subtotal, taxTotal, ...credits.map(ref)], 'total'),
  };
}

function lineOf(charge: Charge, taxes: readonly Working[]): RatedInvoiceLine {
  const [fee] = charge.parts;
  const net = leftOf(charge);
  const amount = fee ?? net;
  const tax = taxes.find((working) => working.line === charge.key);
  return {
    ref: charge.key,
    amount: toText(amount.exact),
    coupon: toText(minus(amount, net).exact),
    net: toText(net.exact),
    tax: tax ? toText(tax.figure.exact) : '0',
  };
}

function needLines({ currency, rounding, lines }: RateInvoiceInput): void {
  needName(currency, 'currency');
  needRounding(rounding, 'rounding');
  needList(lines, 'lines', 'the lines of the invoice');
  lines.forEach((line, index) => needObject(line, `lines[${index}]`, 'a line'));
  need(
    new Set(lines.map(({ ref }) => ref)).size === lines.length,
    'duplicate-key',
    'lines',
    'every ref must be there once',
  );
  lines.forEach(({ ref, amount, taxRates = [] }, index) => {
    needName(ref, `lines[${index}].ref`);
    parse(amount, `lines[${index}].amount`);
    needList(taxRates, `lines[${index}].taxRates`, 'a list of rates');
    taxRates.forEach((rate, at) => needPercent(rate, `lines[${index}].taxRates[${at}]`));
  });
}
