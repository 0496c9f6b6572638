import { html, type TemplateResult } from 'lit';
import type { LanguageTag } from '../locale/intl.js';
import { tableHead } from './invoice-list.rows.js';

const cell = html`<td><span class="skeleton"></span></td>`;

const row = html`<tr>
  ${cell} ${cell} ${cell} ${cell}
  <td class="end"><span class="skeleton short"></span></td>
</tr>`;

/** The shape of a list of some invoices. */
export const listSkeleton = (tag: LanguageTag): TemplateResult =>
  html`<div class="cards" aria-hidden="true">
    <table>
      ${tableHead(tag)}
      <tbody>
        ${Array.from({ length: 6 }, () => row)}
      </tbody>
    </table>
  </div>`;
