import type { Invoice, Party, Subscription } from '../api/index.js';
import { formatDate, formatMomentInFull, formatPeriod } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { formatAmount, formatMoney, priceParts } from '../locale/money.js';
import { textOf } from '../locale/numbers.js';
import { quantityParts } from '../locale/units.js';
import { sumMoney, type InvoiceLine, type Money } from '../rating/index.js';
import { ratedOrNull } from '../store/combine.js';
import { groupsOf, type InvoiceGroup } from './invoice-detail.groups.js';
import { attemptOutcome, dueText, statusName } from './invoice-detail.words.js';
import { lineName } from './invoice-line.js';
import { methodName } from './payment-section.js';

/** An invoice in words, as it goes on paper or into a file. */
export interface InvoiceSheet {
  readonly language: LanguageTag;
  readonly title: string;
  /** What it is filed under, without an ending. */
  readonly file: string;
  readonly seller: string;
  readonly parties: readonly SheetBlock[];
  readonly facts: readonly SheetFact[];
  readonly columns: SheetRow;
  readonly groups: readonly SheetGroup[];
  /** The last one is what it comes to. */
  readonly totals: readonly SheetFact[];
  readonly notes: readonly SheetBlock[];
  readonly page: (page: number, pages: number) => string;
}

/** A heading with lines below it. */
export interface SheetBlock {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Something with its name. */
export interface SheetFact {
  readonly name: string;
  readonly value: string;
}

/** What is charged for one product. */
export interface SheetGroup {
  readonly title: string;
  readonly rows: readonly SheetRow[];
  readonly total: SheetFact | null;
}

/** A line: what for, which days, how much of it, at which price, and the amount. */
export type SheetRow = readonly [name: string, period: string, quantity: string, price: string, amount: string];

/** Puts an invoice into words. `timeZone` is the account's, for the moments of payments; without it they are the reader's. */
export function sheetOf(
  tag: LanguageTag,
  invoice: Invoice,
  subscriptions: readonly Subscription[],
  timeZone?: string,
): InvoiceSheet {
  return {
    language: tag,
    title: text(tag, 'sheet.title', { number: invoice.number }),
    file: invoice.number,
    seller: invoice.seller.name,
    parties: [
      partyOf(tag, text(tag, 'sheet.from'), invoice.seller),
      partyOf(tag, text(tag, 'sheet.to'), invoice.buyer),
    ],
    facts: factsOf(tag, invoice),
    columns: columnsOf(tag, invoice.total),
    groups: groupsOf(invoice, subscriptions).map((group) => sheetGroup(tag, invoice, group)),
    totals: totalsOf(tag, invoice),
    notes: notesOf(tag, invoice, timeZone).filter(({ lines }) => lines.length > 0),
    page: (page, pages) => text(tag, 'sheet.page', { page: String(page), pages: String(pages) }),
  };
}

function partyOf(tag: LanguageTag, title: string, { name, address, taxId, email }: Party): SheetBlock {
  const id = taxId ? [text(tag, 'sheet.tax-id', { id: taxId })] : [];
  return { title, lines: [name, ...address, ...id, ...(email ? [email] : [])] };
}

const factsOf = (tag: LanguageTag, invoice: Invoice): SheetFact[] => [
  { name: text(tag, 'sheet.number'), value: invoice.number },
  { name: text(tag, 'sheet.issued'), value: formatDate(tag, invoice.issueDate, 'day-year') },
  { name: text(tag, 'sheet.due'), value: dueText(tag, invoice) },
  { name: text(tag, 'sheet.status'), value: statusName(tag, invoice.status) },
];

const columnsOf = (tag: LanguageTag, { currency }: Money): SheetRow => [
  text(tag, 'sheet.description'),
  text(tag, 'sheet.period'),
  text(tag, 'sheet.quantity'),
  text(tag, 'sheet.price'),
  `${text(tag, 'sheet.amount')} (${currency})`,
];

function sheetGroup(
  tag: LanguageTag,
  invoice: Invoice,
  { subscription, product, lines, total }: InvoiceGroup,
): SheetGroup {
  const title = subscription === '' ? text(tag, 'issued.whole') : product || text(tag, 'sheet.lines');
  const name = product === '' ? text(tag, 'issued.total') : text(tag, 'issued.product-total', { product });
  return {
    title,
    rows: lines.map((line) => rowOf(tag, invoice, line)),
    total: total && lines.length > 1 ? { name, value: formatAmount(tag, total) } : null,
  };
}

/** Quantity and price stand where they are what was multiplied; a fee for part of a month isn't. */
function rowOf(tag: LanguageTag, invoice: Invoice, line: InvoiceLine): SheetRow {
  const isMultiplied = line.kind === 'overage' || line.kind === 'lines';
  return [
    lineName(tag, line, invoice),
    formatPeriod(tag, line.period, 'day-year'),
    isMultiplied ? textOf(quantityParts(tag, line.quantity, line.unit, { min: 0, max: 4 })) : '',
    isMultiplied ? textOf(priceParts(tag, line.unitPrice, invoice.total)) : '',
    formatAmount(tag, line.amount),
  ];
}

function totalsOf(tag: LanguageTag, { total, amountDue, includedTax }: Invoice): SheetFact[] {
  const paid = ratedOrNull(() => sumMoney([total, negated(amountDue)], total));
  const settled =
    paid && paid.amount !== '0' ? [{ name: text(tag, 'issued.paid'), value: formatMoney(tag, paid) }] : [];
  return [
    ...(includedTax
      ? [
          {
            name: text(tag, 'issued.included-tax', { tax: isolate(includedTax.name) }),
            value: formatMoney(tag, includedTax.amount),
          },
        ]
      : []),
    { name: text(tag, 'issued.total'), value: formatMoney(tag, total) },
    ...settled,
    { name: text(tag, 'issued.amount-due'), value: formatMoney(tag, amountDue) },
  ];
}

const negated = (money: Money): Money => ({ ...money, amount: `${-BigInt(money.amount)}` });

const notesOf = (tag: LanguageTag, { attempts, credits }: Invoice, timeZone: string | undefined): SheetBlock[] => [
  {
    title: text(tag, 'issued.attempts'),
    lines: attempts.map((attempt) =>
      text(tag, 'sheet.payment', {
        when: formatMomentInFull(tag, new Date(attempt.at), timeZone),
        amount: formatMoney(tag, attempt.amount),
        method: methodName(tag, attempt.method),
        outcome: attemptOutcome(tag, attempt),
      }),
    ),
  },
  {
    title: text(tag, 'issued.credits'),
    lines: credits.map(({ reason, on, amount }) => {
      const credit = text(tag, 'issued.credit', { reason, date: formatDate(tag, on, 'day-year') });
      return `${credit}: ${formatMoney(tag, amount)}`;
    }),
  },
];
