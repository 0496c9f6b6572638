import { add, compare, parseExact, toText, ZERO, type Exact } from './decimal.js';
import { checkDerivation, type Derivation, type DerivationDifference } from './derivation.js';
import type { InvoiceLine } from './line.js';
import { fromMoney } from './money.js';
import type { InvoicePreview } from './invoice-preview.js';

/** Where an invoice states another value than its own figures give: in which line, or in its `total`. */
export interface InvoiceDifference extends DerivationDifference {
  readonly key: string;
}

interface Stated {
  readonly key: string;
  readonly amount: Exact;
  readonly derivation: Derivation;
}

/**
 * Recomputes an invoice from its leaves and returns every difference; an empty list when it holds. Each line, each share
 * of a coupon or a tax, and the total must be what its derivation gives; the shares of a coupon must add up to it, and the
 * lines to the total. Throws `malformed-input` or `malformed-number` for what is not an invoice.
 */
export function checkInvoice(invoice: InvoicePreview): InvoiceDifference[] {
  const lines = [...invoice.lines, ...(invoice.includedTax ? [invoice.includedTax] : [])];
  const stated = lines.flatMap(statedIn);
  const amounts = new Map(stated.map(({ key, amount }) => [key, amount]));
  const total = fromMoney(invoice.total, 'total');
  const sum = invoice.lines.map(({ amount }) => fromMoney(amount)).reduce(add, ZERO);
  return [
    ...[...stated, { key: 'total', amount: total, derivation: invoice.derivation }].flatMap((each) =>
      differences(each, amounts),
    ),
    ...lines
      .filter(({ kind }) => kind === 'coupon')
      .flatMap((line) => differ(line.key, fromMoney(line.amount), sharesOf(line))),
    ...differ('total', total, sum),
  ];
}

function statedIn({ key, amount, derivation, workings = [] }: InvoiceLine): Stated[] {
  const inner = workings.map((working) => ({
    key: working.key,
    amount: parseExact(working.amount, working.key),
    derivation: working.derivation,
  }));
  return [{ key, amount: fromMoney(amount, key), derivation }, ...inner];
}

function differences({ key, amount, derivation }: Stated, amounts: ReadonlyMap<string, Exact>): InvoiceDifference[] {
  const inTree = checkDerivation(derivation, amounts).map((difference) => ({ key, ...difference }));
  return [...inTree, ...differ(key, amount, parseExact(derivation.value, key))];
}

const differ = (key: string, stated: Exact, computed: Exact): InvoiceDifference[] =>
  compare(stated, computed) === 0 ? [] : [{ key, path: [], stated: toText(stated), computed: toText(computed) }];

const sharesOf = ({ workings = [] }: InvoiceLine): Exact =>
  workings
    .filter(({ line }) => line !== undefined)
    .map(({ amount }) => parseExact(amount))
    .reduce(add, ZERO);
