import { html, type TemplateResult } from 'lit';
import type { LanguageTag } from '../locale/intl.js';
import { tableHead } from './invoice-list.rows.js';

const cell = html`<td><span class="skeleton"></span></td>`;

const row = html`<tr>
  ${cell} ${cell} ${cell} ${cell}
  <td class="end"><span class="skeleton"></span></td>
</tr>`;

const field = html`<div class="field">
  <p class="label"><span class="skeleton"></span></p>
  <p class="input"></p>
</div>`;

/** The shape of the fields above the list. */
export const filterSkeleton: TemplateResult = html`<div class="filter" aria-hidden="true">
  ${[field, field, field]}
</div>`;

/** The shape of a list of a year's invoices. */
export const listSkeleton = (tag: LanguageTag): TemplateResult =>
  html`<div class="cards" aria-hidden="true">
    <table>
      ${tableHead(tag)}
      <tbody>
        ${Array.from({ length: 12 }, () => row)}
      </tbody>
    </table>
  </div>`;
