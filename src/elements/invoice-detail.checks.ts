import { html, nothing, type TemplateResult } from 'lit';
import type { Invoice } from '../api/index.js';
import { failureText } from '../locale/errors.js';
import type { Wording } from '../locale/figure-runs.js';
import { text } from '../locale/messages.js';
import { formatMoney } from '../locale/money.js';
import { checkInvoice, type InvoiceDifference, type Reconciliation } from '../rating/index.js';
import { ratedOrNull } from '../store/combine.js';
import type { InvoiceComparison } from './invoice-detail.compare.js';
import { ratedInvoice } from './invoice-detail.groups.js';
import { icon } from './icons.js';
import { notice } from './notices.js';

// An invoice of hundreds of lines is worked out again once, not whenever a word beside it changes.
const checked = new WeakMap<Invoice, readonly InvoiceDifference[] | null>();

/** Whether every amount follows from its own figures. Nothing is said of an invoice that isn't all there. */
export function checkLine(invoice: Invoice, wording: Wording): TemplateResult | typeof nothing {
  const { tag, nameOf } = wording;
  if (invoice.lines.next !== null) return notice('info', text(tag, 'issued.more-lines'));
  const differences = differencesOf(invoice);
  if (!differences) return notice('warning', text(tag, 'issued.unchecked'));
  const [first] = differences;
  if (!first)
    return html`<p part="check" class="check-line muted small">${icon('check')}${text(tag, 'issued.checked')}</p>`;
  const line = nameOf?.(first.key) ?? text(tag, 'issued.total');
  return notice('warning', text(tag, 'issued.differs', { line }));
}

function differencesOf(invoice: Invoice): readonly InvoiceDifference[] | null {
  const known = checked.get(invoice);
  const found = known === undefined ? ratedOrNull(() => checkInvoice(ratedInvoice(invoice))) : known;
  checked.set(invoice, found);
  return found;
}

/** The preview beside the invoice: a button first, since it takes a month of usage; then what it has found. */
export function compareLine(comparison: InvoiceComparison, wording: Wording): TemplateResult | typeof nothing {
  const { tag } = wording;
  if (!comparison.isPossible) return nothing;
  if (comparison.isAsked) return html`<div role="status" part="comparison">${compared(comparison, wording)}</div>`;
  return html`<div role="status">
    <button part="compare" type="button" class="link small" @click=${comparison.ask}>
      ${text(tag, 'compare.button')}
    </button>
  </div>`;
}

function compared({ result, usage, ask }: InvoiceComparison, wording: Wording): TemplateResult {
  const { tag } = wording;
  if (usage.status === 'failed') {
    const retry = html`<button type="button" class="button" @click=${ask}>${text(tag, 'common.retry')}</button>`;
    return notice('negative', failureText(tag, 'compare.failed', usage.error), retry);
  }
  if (result === undefined) return html`<p class="muted small">${text(tag, 'compare.pending')}</p>`;
  if (result === null) return notice('info', text(tag, 'compare.impossible'));
  if (result.differences.length > 0) return notice('info', differencesText(result, wording));
  return html`<p class="check-line muted small">${icon('check')}${text(tag, 'compare.same')}</p>`;
}

function differencesText({ differences, total }: Reconciliation, { tag, nameOf }: Wording): TemplateResult {
  const count = String(differences.length);
  return html`${text(tag, 'compare.differs', { amount: formatMoney(tag, total), count })}
    <ul>
      ${differences.map((difference) => {
        const line = (difference.key !== null && nameOf?.(difference.key)) || text(tag, 'compare.beside');
        const cause = text(tag, `compare.${difference.class}`);
        return html`<li>
          ${text(tag, 'compare.line', { line, amount: formatMoney(tag, difference.amount), cause })}
        </li>`;
      })}
    </ul>`;
}
