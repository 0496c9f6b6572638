import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { formatMoney } from '../locale/money.js';
import { formatQuantity } from '../locale/units.js';
import { addDays } from '../rating/index.js';
import type { Bill, ForecastInvoice } from '../store/bill.js';

/** What the total is to be expected to be: drawn unlike what is certain, with what it assumes. */
export function forecast(tag: LanguageTag, { period, forecast }: Bill): TemplateResult | typeof nothing {
  if (!forecast) return nothing;
  const amount = formatMoney(tag, forecast.invoice.total);
  return html`<section part="forecast" class="forecast">
    <p class="row">
      <span>${text(tag, 'invoice.forecast')}</span>
      <span class="number">${text(tag, 'invoice.about', { amount })}</span>
    </p>
    <p class="muted small">${assumption(tag, forecast, formatDate(tag, addDays(period.end, -1)))}</p>
  </section>`;
}

function assumption(tag: LanguageTag, { invoice, days }: ForecastInvoice, date: string): string {
  const first = invoice.allowances.find(({ included }) => included !== '0') ?? invoice.allowances[0];
  const usage = first ? formatQuantity(tag, first.used, first.unit) : '';
  return text(tag, 'invoice.assumption', { usage, date, count: String(days) });
}
