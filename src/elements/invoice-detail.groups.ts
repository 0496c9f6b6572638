import type { Invoice, Subscription } from '../api/index.js';
import { sumMoney, type InvoiceLine, type InvoicePreview, type Money } from '../rating/index.js';
import { ratedOrNull } from '../store/combine.js';

/** What one product comes to on an invoice; without a subscription, what is about the invoice as a whole. */
export interface InvoiceGroup {
  readonly subscription: string;
  /** The product's name; empty where nothing tells it. */
  readonly product: string;
  readonly lines: readonly InvoiceLine[];
  /** `null` where the lines can't be added up: then no amount is shown. */
  readonly total: Money | null;
}

/** The lines of an invoice by product, in the order in which they stand on it; what is about all of them last. */
export function groupsOf({ lines, total }: Invoice, subscriptions: readonly Subscription[]): InvoiceGroup[] {
  const ids = [...new Set(lines.items.map(({ subscription }) => subscription))];
  const ordered = [...ids.filter((id) => id !== ''), ...ids.filter((id) => id === '')];
  return ordered.map((id) => {
    const own = lines.items.filter(({ subscription }) => subscription === id);
    const amounts = own.map(({ amount }) => amount);
    const product = subscriptions.find((each) => each.id === id)?.product ?? '';
    return { subscription: id, product, lines: own, total: ratedOrNull(() => sumMoney(amounts, total)) };
  });
}

/** An issued invoice in the shape that rating checks and compares. */
export function ratedInvoice({ total, dates, lines, allowances, derivation, includedTax }: Invoice): InvoicePreview {
  const { currency, exponent } = total;
  const contained = includedTax && { includedTax };
  return { currency, exponent, dates, lines: lines.items, allowances, total, derivation, ...contained };
}
