import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Quote } from '../api/index.js';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { formatAmount, formatMoney } from '../locale/money.js';
import { amount } from './amount.js';
import { invoiceLine } from './invoice-line.js';
import type { ChangeWords } from './quote-flow.js';

/** Whether something is to be paid now. */
export const isDue = ({ dueNow }: Quote): boolean => BigInt(dueNow.amount) > 0n;

const isCredit = ({ dueNow }: Quote): boolean => BigInt(dueNow.amount) < 0n;

/** What is due now, in words. */
export function dueText(tag: LanguageTag, quote: Quote): string {
  if (quote.lines.length === 0 && !isDue(quote) && !isCredit(quote)) return text(tag, 'quote.nothing-due');
  return `${dueLabel(tag, quote)}: ${formatMoney(tag, absolute(quote))}`;
}

/** All that a quote says of the money, and when. */
export function quoteFigures(tag: LanguageTag, quote: Quote, words: ChangeWords): TemplateResult {
  return html`
    <div part="quote-due" class="quote-due">
      <p class="muted small">${dueLabel(tag, quote)}</p>
      <p class="quote-amount number">${amount(tag, absolute(quote))}</p>
      ${quote.lines.length === 0 ? html`<p class="muted small">${text(tag, 'quote.nothing-due')}</p>` : nothing}
    </div>
    ${quote.lines.length > 0 ? linesOf(tag, quote) : nothing}
    <dl class="quote-facts">
      ${fact(text(tag, 'quote.takes-effect'), effect(tag, quote))}
      ${fact(periodLabel(tag, words), recurring(tag, quote, words))}
    </dl>
    <p class="muted small">${text(tag, 'quote.without-overage')}</p>
    ${quote.notes.length > 0 ? notesOf(tag, quote) : nothing}
  `;
}

/** A credit is said in a word, not by a minus alone. */
const dueLabel = (tag: LanguageTag, quote: Quote): string =>
  text(tag, isCredit(quote) ? 'quote.credited-now' : 'quote.due-now');

const absolute = ({ dueNow }: Quote): Quote['dueNow'] => ({ ...dueNow, amount: dueNow.amount.replace('-', '') });

function linesOf(tag: LanguageTag, { lines, dueNow }: Quote): TemplateResult {
  const wording = { tag, currency: dueNow };
  const total = html`<p class="row sum">
    <span>${text(tag, 'quote.total')}</span> <bdi class="number">${formatAmount(tag, dueNow)}</bdi>
  </p>`;
  return html`<ul class="lines" aria-label=${text(tag, 'quote.lines')}>
      ${repeat(
        lines,
        ({ key }) => key,
        (line) => invoiceLine(line, { allowances: [] }, wording, lines.length === 1),
      )}
    </ul>
    ${lines.length > 1 ? total : nothing}`;
}

const fact = (name: string, value: string): TemplateResult =>
  html`<div>
    <dt class="muted">${name}</dt>
    <dd class="number">${value}</dd>
  </div>`;

const effect = (tag: LanguageTag, { timing, effective }: Quote): string =>
  text(tag, timing === 'next-period' ? 'quote.later' : 'quote.at-once', { date: formatDate(tag, effective) });

function periodLabel(tag: LanguageTag, { yearly: [before, after] = [false, false] }: ChangeWords): string {
  if (before !== after) return text(tag, 'quote.each-period');
  return text(tag, after ? 'quote.each-year' : 'quote.each-month');
}

function recurring(tag: LanguageTag, quote: Quote, { yearly = [false, false] }: ChangeWords): string {
  const isMixed = yearly[0] !== yearly[1];
  const [before, after] = [quote.recurringBefore, quote.recurring].map((money, index) => {
    const shown = formatMoney(tag, money);
    if (!isMixed) return shown;
    return text(tag, yearly[index] ? 'quote.per-year' : 'quote.per-month', { amount: shown });
  }) as [string, string];
  return before === after ? text(tag, 'quote.unchanged', { after }) : text(tag, 'quote.instead', { before, after });
}

function notesOf(tag: LanguageTag, { notes }: Quote): TemplateResult {
  return html`<ul class="quote-notes small" aria-label=${text(tag, 'quote.notes')}>
    ${notes.map((note) => html`<li><bdi>${note}</bdi></li>`)}
  </ul>`;
}

/** The shape of a quote with one line. */
export const quoteSkeleton: TemplateResult = html`<div aria-hidden="true">
  <div class="quote-due">
    <p class="small"><span class="skeleton short"></span></p>
    <p class="quote-amount"><span class="skeleton short"></span></p>
  </div>
  <ul class="lines">
    <li>
      <div class="summary">
        <span></span>
        <span class="name"><span class="skeleton"></span></span>
        <span class="detail"><span class="skeleton"></span></span>
        <span class="end"><span class="skeleton short"></span></span>
      </div>
    </li>
  </ul>
  <dl class="quote-facts">
    ${['first', 'second'].map(
      () =>
        html`<div>
          <dt><span class="skeleton"></span></dt>
          <dd><span class="skeleton"></span></dd>
        </div>`,
    )}
  </dl>
  <p class="small"><span class="skeleton long"></span></p>
</div>`;
