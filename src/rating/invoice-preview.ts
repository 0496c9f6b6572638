import { toText } from './decimal.js';
import { explain, type Derivation } from './derivation.js';
import { need } from './errors.js';
import { totalOf, type InvoiceLine } from './line.js';
import type { Currency, Money } from './money.js';
import type { MeasuredCharge } from './pool.js';
import type { InvoiceDates } from './schedule.js';

/** The allowance of one usage charge in a period, and how far it is used. Quantities are exact, in `unit`. */
export interface AllowanceStatus {
  readonly subscription: string;
  readonly charge: string;
  readonly name: string;
  readonly unit: string;
  readonly included: string;
  readonly used: string;
  /** Less what a pool covers. */
  readonly over: string;
  /** How `included` came about. */
  readonly derivation: Derivation;
}

/** An invoice as it would be issued. */
export interface InvoicePreview extends Currency {
  readonly dates: InvoiceDates;
  readonly lines: readonly InvoiceLine[];
  readonly allowances: readonly AllowanceStatus[];
  readonly total: Money;
  readonly derivation: Derivation;
  /** The tax that is contained in the lines, where prices are inclusive. */
  readonly includedTax?: InvoiceLine;
}

/** The invoice that lines make. Throws `duplicate-key`. */
export function invoiceOf(
  lines: readonly InvoiceLine[],
  allowances: readonly AllowanceStatus[],
  dates: InvoiceDates,
  { currency, exponent }: Currency,
): InvoicePreview {
  const distinct = new Set(lines.map(({ key }) => key)).size === lines.length;
  need(distinct, 'duplicate-key', 'lines', 'two lines have the same key: give adjustments a ref of their own');
  const { total, derivation } = totalOf(lines, { currency, exponent });
  return { currency, exponent, dates, lines, allowances, total, derivation };
}

/** How far an allowance is used. */
export const statusOf = ({ charge, usage, allowance }: MeasuredCharge): AllowanceStatus => ({
  subscription: charge.subscription.id,
  charge: usage.id,
  name: usage.name,
  unit: usage.unit,
  included: toText(allowance.included.exact),
  used: toText(allowance.used.exact),
  over: toText(allowance.over.exact),
  derivation: explain(allowance.included),
});
