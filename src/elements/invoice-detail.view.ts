import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Invoice, PaymentAttempt, Subscription } from '../api/index.js';
import { formatDate, formatMomentInFull, formatPeriod } from '../locale/dates.js';
import type { Wording } from '../locale/figure-runs.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { formatAmount, formatMoney } from '../locale/money.js';
import { amount } from './amount.js';
import { howTotal } from './arithmetic.js';
import { checkLine, compareLine } from './invoice-detail.checks.js';
import type { InvoiceComparison } from './invoice-detail.compare.js';
import { groupsOf, type InvoiceGroup } from './invoice-detail.groups.js';
import { attemptOutcome } from './invoice-detail.words.js';
import { invoiceLine, lineName } from './invoice-line.js';
import { methodName } from './payment-section.js';

/** What an invoice is shown with. */
export interface InvoiceView {
  readonly tag: LanguageTag;
  readonly invoice: Invoice;
  readonly subscriptions: readonly Subscription[];
  /** The account's, once it is known. */
  readonly timeZone: string | undefined;
  readonly comparison: InvoiceComparison;
  /** The key of the line that is to be seen. */
  readonly line: string;
  /** What can be done with it. */
  readonly actions: unknown;
  /** What became of that. */
  readonly remarks: unknown;
  /** Leads to the usage that was charged; `undefined` where that can't be seen. */
  readonly showUsage: (() => void) | undefined;
}

/** An issued invoice with all that is on it: by product, each line with its derivation, the total, and how it was paid. */
export function invoiceView(detail: InvoiceView): TemplateResult {
  const { tag, invoice, subscriptions, comparison, actions, remarks } = detail;
  const wording = wordingOf(tag, invoice);
  return html`<div class="top">
      <div>
        <p part="total" class="total number">${amount(tag, invoice.total)}</p>
        <p class="muted small">${whenText(tag, invoice)}</p>
      </div>
      ${actions}
    </div>
    ${remarks} ${groupsOf(invoice, subscriptions).map((group) => productGroup(detail, group, wording))}
    ${totalOf(invoice, wording)} ${checkLine(invoice, wording)} ${compareLine(comparison, wording)}
    ${attemptsOf(detail)} ${creditsOf(tag, invoice)} ${usageLink(detail)}`;
}

/** How the figures of an invoice are put into words, with the names of its lines. */
function wordingOf(tag: LanguageTag, invoice: Invoice): Wording {
  const lines = new Map(invoice.lines.items.map((line) => [line.key, line]));
  const nameOf = (key: string): string | undefined => {
    const line = lines.get(key);
    return line && lineName(tag, line, invoice);
  };
  return { tag, currency: invoice.total, nameOf };
}

function whenText(tag: LanguageTag, { issueDate, dueDate }: Invoice): string {
  const issued = text(tag, 'issued.issued', { date: formatDate(tag, issueDate, 'day-year') });
  const due =
    dueDate === null
      ? text(tag, 'issued.due-on-receipt')
      : text(tag, 'issued.due-on', { date: formatDate(tag, dueDate, 'day-year') });
  return `${issued}, ${due}`;
}

function productGroup({ invoice, line }: InvoiceView, group: InvoiceGroup, wording: Wording): TemplateResult {
  const { tag } = wording;
  const { subscription, product, lines, total } = group;
  const name = subscription === '' ? text(tag, 'issued.whole') : isolate(product);
  const named = product === '' ? text(tag, 'issued.total') : text(tag, 'issued.product-total', { product: name });
  return html`<section part="product" class="product">
    ${name === '' ? nothing : html`<h3>${name}</h3>`}
    <ul class="lines">
      ${repeat(
        lines,
        ({ key }) => key,
        (each) => invoiceLine(each, invoice, wording, each.key === line),
      )}
    </ul>
    ${total && lines.length > 1 ? html`<p class="row subtotal"><span>${named}</span> ${figure(formatAmount(tag, total))}</p>` : nothing}
  </section>`;
}

function totalOf({ total, amountDue, derivation, includedTax, lines }: Invoice, wording: Wording): TemplateResult {
  const { tag } = wording;
  const isOwed = amountDue.amount !== '0' && amountDue.amount !== total.amount;
  const tax = includedTax && text(tag, 'issued.included-tax', { tax: isolate(includedTax.name) });
  return html`<p class="row sum"><span>${text(tag, 'issued.total')}</span> ${figure(formatMoney(tag, total))}</p>
    ${tax ? html`<p class="row muted small"><span>${tax}</span> ${figure(formatMoney(tag, includedTax.amount))}</p>` : nothing}
    ${isOwed ? html`<p class="row"><span>${text(tag, 'issued.amount-due')}</span> ${figure(formatMoney(tag, amountDue))}</p>` : nothing}
    ${lines.items.length > 1 ? howTotal(derivation, wording) : nothing}`;
}

function attemptsOf({ tag, invoice, timeZone }: InvoiceView): TemplateResult | typeof nothing {
  const { attempts, amountDue } = invoice;
  if (attempts.length === 0 && amountDue.amount === '0') return nothing;
  const none = html`<p class="muted small">${text(tag, 'issued.no-attempts')}</p>`;
  return html`<section part="payments" class="product">
    <h3>${text(tag, 'issued.attempts')}</h3>
    ${
      attempts.length === 0
        ? none
        : html`<ol class="entries">
            ${attempts.map((each) => attemptOf(tag, each, timeZone))}
          </ol>`
    }
  </section>`;
}

const attemptOf = (tag: LanguageTag, attempt: PaymentAttempt, timeZone: string | undefined): TemplateResult =>
  html`<li part="payment" class="row">
    <span>
      <span class="number">${methodName(tag, attempt.method)}</span>
      <span class="muted small">${formatMomentInFull(tag, new Date(attempt.at), timeZone)}</span>
    </span>
    <span class="end">
      <bdi class="number">${formatMoney(tag, attempt.amount)}</bdi>
      <span class="small ${attempt.outcome === 'declined' ? 'negative' : 'muted'}"
        >${attemptOutcome(tag, attempt)}</span
      >
    </span>
  </li>`;

function creditsOf(tag: LanguageTag, { credits }: Invoice): TemplateResult | typeof nothing {
  if (credits.length === 0) return nothing;
  return html`<section part="credits" class="product">
    <h3>${text(tag, 'issued.credits')}</h3>
    <ul class="entries">
      ${credits.map(
        ({ reason, on, amount: credited }) =>
          html`<li class="row">
            <span>
              <bdi>${isolate(reason)}</bdi>
              <span class="muted small">${formatDate(tag, on, 'day-year')}</span>
            </span>
            ${figure(formatMoney(tag, credited))}
          </li>`,
      )}
    </ul>
  </section>`;
}

function usageLink({ tag, invoice, showUsage }: InvoiceView): TemplateResult | typeof nothing {
  const { arrears } = invoice.dates;
  if (!arrears || !showUsage) return nothing;
  return html`<p class="foot">
    <button part="usage-link" type="button" class="link" @click=${showUsage}>
      ${text(tag, 'issued.usage', { period: formatPeriod(tag, arrears, 'day-year') })}
    </button>
  </p>`;
}

const figure = (words: string): TemplateResult => html`<span class="end"><bdi class="number">${words}</bdi></span>`;
