import { html, nothing, type TemplateResult } from 'lit';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { formatPhone } from '../locale/phone.js';
import { numberText } from '../locale/numbers.js';
import type { UsageMonth } from '../store/usage-report.js';
import type { RecordTotal, RecordTotals } from '../store/usage-report-totals.js';
import { kindName, totalText } from './usage-report.words.js';

/** Lines that are listed before somebody asks for all of them. */
const FEW_LINES = 8;

/** The sums as they are shown: whether all lines are listed, and what lists them. */
export interface TotalsView {
  readonly showsAll: boolean;
  readonly showAll: () => void;
}

/** What kinds, products and lines come to, under one another so that the figures of a charge stand in one column. */
export function totalsTable(
  tag: LanguageTag,
  totals: RecordTotals,
  { subscriptions }: UsageMonth,
  { showsAll, showAll }: TotalsView,
): TemplateResult {
  const productName = (id: string): string => isolate(subscriptions.find((each) => each.id === id)?.product ?? id);
  const lineName = (line: string): string => (line === '' ? text(tag, 'totals.no-line') : isolate(formatPhone(line)));
  const lines = showsAll ? totals.line : totals.line.slice(0, FEW_LINES);
  return html`<div class="cards">
      <table part="totals">
        <caption class="visually-hidden">
          ${text(tag, 'totals.title')}
        </caption>
        ${head(tag, totals)}
        <tbody>
          ${row(tag, totals, totals.all, text(tag, 'totals.all'), 'all')}
        </tbody>
        ${group(tag, totals, 'totals.kinds', totals.kind, (kind) => kindName(tag, kind))}
        ${totals.product.length > 1 ? group(tag, totals, 'totals.products', totals.product, productName) : nothing}
        ${group(tag, totals, 'totals.lines', lines, lineName)}
      </table>
    </div>
    ${lines.length === totals.line.length ? nothing : moreLines(tag, totals.line.length, showAll)}`;
}

const moreLines = (tag: LanguageTag, count: number, showAll: () => void): TemplateResult =>
  html`<p class="more">
    <button part="more" type="button" class="button" @click=${showAll}>
      ${text(tag, 'totals.all-lines', { count: `${count}` })}
    </button>
  </p>`;

function head(tag: LanguageTag, { charges }: RecordTotals): TemplateResult {
  return html`<thead>
    <tr>
      <td></td>
      <th scope="col" class="end">${text(tag, 'totals.records')}</th>
      <th scope="col" class="end">${text(tag, 'totals.not-billed')}</th>
      ${charges.map(({ name }) => html`<th scope="col" class="end"><bdi>${isolate(name)}</bdi></th>`)}
    </tr>
  </thead>`;
}

function group(
  tag: LanguageTag,
  totals: RecordTotals,
  title: 'totals.kinds' | 'totals.products' | 'totals.lines',
  rows: readonly RecordTotal[],
  nameOf: (key: string) => string,
): TemplateResult {
  return html`<tbody>
    <tr class="group">
      <th scope="rowgroup" colspan=${3 + totals.charges.length}>${text(tag, title)}</th>
    </tr>
    ${rows.map((each) => row(tag, totals, each, nameOf(each.key)))}
  </tbody>`;
}

function row(tag: LanguageTag, { charges }: RecordTotals, total: RecordTotal, name: string, kind = ''): TemplateResult {
  const count = (value: number): string => numberText(tag, `${value}`);
  return html`<tr class=${kind}>
    <th scope="row"><bdi>${name}</bdi></th>
    <td class="end" data-label=${text(tag, 'totals.records')}>${count(total.records)}</td>
    <td class="end ${total.notBilled === 0 ? 'none' : ''}" data-label=${text(tag, 'totals.not-billed')}>
      ${total.notBilled === 0 ? '–' : count(total.notBilled)}
    </td>
    ${charges.map((charge, at) => {
      const quantity = total.quantities[at] ?? null;
      return html`<td class="end ${quantity === null ? 'none' : ''}" data-label=${charge.name}>
        ${quantity === null ? '–' : totalText(tag, quantity, charge)}
      </td>`;
    })}
  </tr>`;
}
