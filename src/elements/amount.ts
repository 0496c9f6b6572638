import { html, type TemplateResult } from 'lit';
import type { LanguageTag } from '../locale/intl.js';
import { moneyParts, pricePartsWithCurrency } from '../locale/money.js';
import type { NumberPart } from '../locale/numbers.js';
import type { Currency, Money } from '../rating/index.js';

const LIGHT: ReadonlySet<string> = new Set(['currency', 'decimal', 'fraction', 'literal']);

/** An amount whose currency and minor units are lighter than the rest; it is read as one. */
export const amount = (tag: LanguageTag, money: Money): TemplateResult => drawn(moneyParts(tag, money));

/** A price, drawn like an amount. */
export const price = (tag: LanguageTag, value: string, currency: Currency): TemplateResult =>
  drawn(pricePartsWithCurrency(tag, value, currency));

function drawn(parts: readonly NumberPart[]): TemplateResult {
  const pieces = parts.map(({ type, value }) => (LIGHT.has(type) ? html`<span class="minor">${value}</span>` : value));
  return html`<bdi class="amount number">${pieces}</bdi>`;
}
