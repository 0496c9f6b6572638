import type { NextInvoice } from '../api/index.js';
import { moneyText, type InvoicePreview, type Money } from '../rating/index.js';
import { invoiceOf } from '../rating/invoice-preview.js';

/** Two totals of one invoice; `null` where there is to be none. */
export interface Difference {
  /** What the page came to. */
  readonly own: Money | null;
  /** What the back end came to, which is what it will charge. */
  readonly server: Money | null;
}

interface Settled {
  readonly invoice: InvoicePreview | null;
  readonly difference: Difference | null;
}

const warnedOf = new Set<string>();

/**
 * The invoice to show. Where the back end comes to the same total it is the page's own, with its derivations; where it
 * comes to another, it is the back end's, because that is what will be charged. One whose lines don't add up to its
 * total is no invoice.
 */
export function settledWith(own: InvoicePreview | null, says: NextInvoice | null | undefined): Settled {
  const server = says && serverInvoice(says, own);
  const difference = { own: own?.total ?? null, server: server?.total ?? null };
  if (server === undefined || isSame(difference.own, difference.server)) return { invoice: own, difference: null };
  warn(`the next invoice is ${textOf(difference.own)} by its rules, but ${textOf(difference.server)} by the back end`);
  return { invoice: server, difference };
}

/** `undefined` where it isn't one. */
function serverInvoice({ lines, dates, total }: NextInvoice, own: InvoicePreview | null): InvoicePreview | undefined {
  const isDistinct = new Set(lines.map(({ key }) => key)).size === lines.length;
  const invoice = isDistinct ? invoiceOf(lines, own?.allowances ?? [], dates, total) : undefined;
  if (invoice && isSame(invoice.total, total)) return invoice;
  warn(`the lines of the back end's next invoice don't make its total of ${textOf(total)}`);
  return undefined;
}

const isSame = (a: Money | null, b: Money | null): boolean => textOf(a) === textOf(b);

const textOf = (money: Money | null): string => (money ? `${moneyText(money)} ${money.currency}` : 'none');

function warn(what: string): void {
  if (!warnedOf.has(what)) console.warn(`billing-kit: ${what}`);
  warnedOf.add(what);
}
