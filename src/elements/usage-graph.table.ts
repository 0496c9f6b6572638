import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { formatMoney } from '../locale/money.js';
import { formatQuantity, quantityParts } from '../locale/units.js';
import { rangeText } from './usage-graph.readout.js';
import type { UsageGraphData } from './usage-graph.types.js';

/** The graph's figures as a table: what has happened, then what is expected. */
export function renderTable(tag: LanguageTag, data: UsageGraphData, name: string): TemplateResult {
  return html`
    <div class="scroll" role="region" aria-label=${name} tabindex="0">
      <table part="table">
        <thead>
          <tr>
            <th scope="col">${text(tag, 'graph.day')}</th>
            <th scope="col" class="end">${inUnits(tag, text(tag, 'graph.used'), data.unit)}</th>
            <th scope="col" class="end">${text(tag, 'graph.total')}</th>
            ${hasCost(data) ? html`<th scope="col" class="end">${text(tag, 'graph.cost')}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${data.days.map((day) => renderDay(tag, data, day))}
        </tbody>
        ${data.forecast.length === 0 ? nothing : renderOutlook(tag, data)}
      </table>
    </div>
  `;
}

function renderDay(tag: LanguageTag, data: UsageGraphData, day: UsageGraphData['days'][number]): TemplateResult {
  return html`
    <tr>
      <th scope="row">${formatDate(tag, day.date, 'weekday')}</th>
      <td class="end">${formatQuantity(tag, day.quantity, '')}</td>
      <td class="end">${formatQuantity(tag, day.total, '')}</td>
      ${hasCost(data) ? html`<td class="end">${day.cost ? formatMoney(tag, day.cost) : nothing}</td>` : nothing}
    </tr>
  `;
}

function renderOutlook(tag: LanguageTag, data: UsageGraphData): TemplateResult {
  return html`
    <tbody class="outlook">
      <tr class="heading">
        <th scope="rowgroup">${text(tag, 'graph.if-it-goes-on')}</th>
        <th scope="col" class="end">${text(tag, 'graph.range')}</th>
        <th scope="col" class="end">${text(tag, 'graph.expected')}</th>
        ${hasCost(data) ? html`<td></td>` : nothing}
      </tr>
      ${data.forecast.map(
        (day) => html`
          <tr>
            <th scope="row">${formatDate(tag, day.date, 'weekday')}</th>
            <td class="end">${rangeText(tag, day, '')}</td>
            <td class="end">${formatQuantity(tag, day.expected, '')}</td>
            ${hasCost(data) ? html`<td></td>` : nothing}
          </tr>
        `,
      )}
    </tbody>
  `;
}

/** A heading with the unit of the figures below it, as it is named beside many. */
function inUnits(tag: LanguageTag, name: string, unit: string): string {
  const parts = quantityParts(tag, '100', unit, { min: 0, max: 0 });
  const words = parts.filter(({ type }) => type === 'unit' || type === 'literal').map(({ value }) => value);
  return text(tag, 'graph.in-unit', { name, unit: words.join('').trim() });
}

const hasCost = ({ days }: UsageGraphData): boolean => days.some((day) => day.cost !== undefined);
