import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { InvoiceSummary } from '../api/index.js';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { formatMoney } from '../locale/money.js';
import { sumMoney, type Money } from '../rating/index.js';
import { ratedOrNull } from '../store/combine.js';
import type { More } from '../store/state.js';
import { badge } from './badge.js';
import { icon } from './icons.js';
import { notice } from './notices.js';
import { dueText, statusName, statusTone } from './invoice-detail.words.js';

/** What the table shows, and what is open in it. */
export interface InvoiceRows {
  readonly tag: LanguageTag;
  readonly invoices: readonly InvoiceSummary[];
  /** The id of the one that is open. */
  readonly open: string;
  /** What is shown of it. */
  readonly detail: unknown;
  readonly toggle: (id: string) => void;
  /** Closes the one that is open. */
  readonly close: () => void;
}

/** The list as a table; an invoice opens in place, below its row. One that isn't listed here opens above the others. */
export function invoiceTable(rows: InvoiceRows): TemplateResult {
  const { tag, invoices, open, detail, close } = rows;
  const isListed = invoices.some(({ id }) => id === open);
  return html`<div class="cards">
    <table part="table">
      <caption class="visually-hidden">
        ${text(tag, 'invoices.title')}
      </caption>
      ${tableHead(tag)}
      <tbody>
        ${open !== '' && !isListed ? detailRow(html`${closeButton(tag, close)} ${detail}`) : nothing}
        ${repeat(
          invoices,
          ({ id }) => id,
          (invoice) => html`${row(rows, invoice)} ${invoice.id === open ? detailRow(detail) : nothing}`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** The names of the columns. */
export const tableHead = (tag: LanguageTag): TemplateResult =>
  html`<thead>
    <tr>
      <th scope="col">${text(tag, 'invoices.number')}</th>
      <th scope="col">${text(tag, 'invoices.issued')}</th>
      <th scope="col">${text(tag, 'invoices.status')}</th>
      <th scope="col">${text(tag, 'invoices.due')}</th>
      <th scope="col" class="end">${text(tag, 'invoices.total')}</th>
    </tr>
  </thead>`;

function row({ tag, open, toggle }: InvoiceRows, invoice: InvoiceSummary): TemplateResult {
  const { id, number, status, issueDate, total, amountDue } = invoice;
  const isOpen = id === open;
  const isPartly = amountDue.amount !== '0' && amountDue.amount !== total.amount;
  return html`<tr part="invoice" class="invoice ${isOpen ? 'is-open' : ''}">
    <th scope="row">
      <button
        part="toggle"
        type="button"
        class="toggle"
        data-invoice=${id}
        aria-expanded=${isOpen ? 'true' : 'false'}
        @click=${() => toggle(id)}
      >
        ${icon('chevron')}<span class="number clip">${isolate(number)}</span>
      </button>
    </th>
    <td data-label=${text(tag, 'invoices.issued')}>${formatDate(tag, issueDate, 'day-year')}</td>
    <td data-label=${text(tag, 'invoices.status')}>${badge(statusTone(status), statusName(tag, status))}</td>
    <td data-label=${text(tag, 'invoices.due')}>${dueText(tag, invoice)}</td>
    <td class="end" data-label=${text(tag, 'invoices.total')}>
      <span>
        <bdi>${formatMoney(tag, total)}</bdi>
        ${isPartly ? html`<span class="muted small">${text(tag, 'invoices.to-pay', { amount: formatMoney(tag, amountDue) })}</span>` : nothing}
      </span>
    </td>
  </tr>`;
}

const closeButton = (tag: LanguageTag, close: () => void): TemplateResult =>
  html`<button
    part="close"
    type="button"
    class="icon-button close"
    aria-label=${text(tag, 'issued.close')}
    @click=${close}
  >
    ${icon('cross')}
  </button>`;

const detailRow = (detail: unknown): TemplateResult =>
  html`<tr class="detail-row">
    <td colspan="5"><div part="detail" class="invoice-detail" id="detail">${detail}</div></td>
  </tr>`;

/** Reads the next page, or tries again where it didn't come. */
export function moreButton(tag: LanguageTag, more: More, click: () => void): TemplateResult | typeof nothing {
  if (more === 'none') return nothing;
  return html`<div role="status">
      ${more === 'failed' ? notice('negative', text(tag, 'invoices.more-failed')) : nothing}
    </div>
    <div class="more">
      <button
        part="more"
        type="button"
        class="button"
        aria-disabled=${more === 'loading' ? 'true' : 'false'}
        @click=${click}
      >
        ${text(tag, more === 'failed' ? 'common.retry' : 'common.more')}
      </button>
    </div>`;
}

/** How many there are, or are shown so far, and what they come to: each currency by itself. */
export function listTotals(tag: LanguageTag, invoices: readonly InvoiceSummary[], more: More): TemplateResult {
  return html`<ul part="totals" class="totals muted small number">
    ${byCurrency(invoices).map((own) => html`<li>${totalsOf(tag, own, more)}</li>`)}
  </ul>`;
}

/** How many there are, or are shown so far. */
export const countText = (tag: LanguageTag, { length }: readonly InvoiceSummary[], more: More): string =>
  text(tag, more === 'none' ? 'invoices.count' : 'invoices.count-shown', { count: `${length}` });

function totalsOf(tag: LanguageTag, invoices: readonly InvoiceSummary[], more: More): string {
  const total = sumOf(invoices.map((invoice) => invoice.total));
  const due = sumOf(invoices.map(({ amountDue }) => amountDue));
  return [
    countText(tag, invoices, more),
    ...(total ? [text(tag, 'invoices.sum', { amount: formatMoney(tag, total) })] : []),
    ...(due && due.amount !== '0' ? [text(tag, 'invoices.to-pay', { amount: formatMoney(tag, due) })] : []),
  ].join(' · ');
}

function sumOf(amounts: readonly Money[]): Money | null {
  const [first] = amounts;
  return first ? ratedOrNull(() => sumMoney(amounts, first)) : null;
}

function byCurrency(invoices: readonly InvoiceSummary[]): InvoiceSummary[][] {
  const groups = new Map<string, InvoiceSummary[]>();
  for (const invoice of invoices) {
    const { currency } = invoice.total;
    groups.set(currency, [...(groups.get(currency) ?? []), invoice]);
  }
  return [...groups.values()];
}
