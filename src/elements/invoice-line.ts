import { html, nothing, type TemplateResult } from 'lit';
import { formatPeriod } from '../locale/dates.js';
import { bareRuns, type Wording } from '../locale/figure-runs.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { formatAmount, priceParts } from '../locale/money.js';
import { textOf } from '../locale/numbers.js';
import { quantityParts } from '../locale/units.js';
import { steps, type AllowanceStatus, type InvoiceLine } from '../rating/index.js';
import { arithmetic } from './arithmetic.js';
import { icon } from './icons.js';

/** What tells an overage from usage that is never included. */
interface WithAllowances {
  readonly allowances: readonly Pick<AllowanceStatus, 'subscription' | 'charge' | 'included'>[];
}

/** What a line charges for, in words. */
export function lineName(tag: LanguageTag, line: InvoiceLine, { allowances }: WithAllowances): string {
  const name = isolate(line.name);
  switch (line.kind) {
    case 'base':
      return text(tag, 'invoice.base', { plan: name });
    case 'lines':
      return text(tag, 'invoice.further-lines');
    case 'add-on':
      return text(tag, 'invoice.add-on', { name });
    case 'overage': {
      const own = allowances.find(
        ({ charge, subscription }) => charge === line.item && subscription === line.subscription,
      );
      return own?.included === '0' ? name : text(tag, 'invoice.overage', { name });
    }
    default:
      return name;
  }
}

/** A line of an invoice: its name, its amount, and, opened, how the amount was calculated. */
export function invoiceLine(
  line: InvoiceLine,
  invoice: WithAllowances,
  wording: Wording,
  open: boolean,
): TemplateResult {
  const { tag } = wording;
  const isCredit = line.amount.amount.startsWith('-');
  return html`<li part="line">
    <details ?open=${open}>
      <summary>
        ${icon('chevron')}
        <span class="name">
          <bdi>${lineName(tag, line, invoice)}</bdi>
          ${isCredit ? html`<span class="credit">${text(tag, 'invoice.credit')}</span>` : nothing}
        </span>
        <span class="detail number">${detailOf(line, wording)}</span>
        <bdi class="end number">${formatAmount(tag, line.amount)}</bdi>
      </summary>
      <div part="derivation" class="derivation">${derivationOf(line, wording)}</div>
    </details>
  </li>`;
}

/** What a line multiplies, where it does, and the days that it is for. */
function detailOf(line: InvoiceLine, { tag, currency }: Wording): string {
  const days = formatPeriod(tag, line.period);
  if (line.kind !== 'overage' && line.kind !== 'lines') return days;
  const quantity = textOf(quantityParts(tag, line.quantity, line.unit, { min: 0, max: 4 }));
  const price = textOf(priceParts(tag, line.unitPrice, currency));
  return `${text(tag, 'invoice.quantity', { quantity, price })} · ${days}`;
}

/** How a line's amount was calculated; one that nothing was done to says its price, and that it is charged in full. */
export function derivationOf(line: InvoiceLine, wording: Wording): TemplateResult {
  if (steps(line.derivation).length > 0) return arithmetic(line.derivation, wording);
  const unit = `${wording.currency.currency}/${line.unit}`;
  const price = textOf(bareRuns({ value: line.unitPrice, unit }, wording).map((run) => ({ value: run.text })));
  return html`<p class="arithmetic">${text(wording.tag, 'invoice.in-full', { price })}</p>`;
}
