import { html, type TemplateResult } from 'lit';
import { usageSkeleton } from './billing-summary.skeleton.js';
import { words } from './skeleton.js';

const bar: TemplateResult = html`<span class="skeleton short"></span>`;

/** A row of sums, of which not all charges have one. */
const row = (sums: number): TemplateResult =>
  html`<tr>
    <th scope="row">${words(2)}</th>
    ${Array.from({ length: 5 }, (_, at) => html`<td class="end ${at < sums ? '' : 'none'}">${bar}</td>`)}
  </tr>`;

const group = (...rows: readonly number[]): TemplateResult =>
  html`<tbody>
    <tr class="group">
      <th colspan="6">${bar}</th>
    </tr>
    ${rows.map(row)}
  </tbody>`;

/** The shape of the sums of some kinds and lines. */
export const totalsSkeleton: TemplateResult = html`<div class="cards" aria-hidden="true">
  <table>
    <thead>
      <tr>
        <td></td>
        ${Array.from({ length: 5 }, () => html`<th class="end">${bar}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${row(5)}
    </tbody>
    ${group(3, 3, 2, 2)} ${group(5, 5, 5)}
  </table>
</div>`;

/** The shape of the field of the month. */
export const monthSkeleton: TemplateResult = html`<div class="field" aria-hidden="true"><p class="input"></p></div>`;

/** The shape of the usage of one product, of its sums, and of what opens the records. */
export const reportSkeleton: TemplateResult = html`<div aria-hidden="true">
  <section class="product">
    <h3><span class="skeleton"></span></h3>
    ${usageSkeleton}
  </section>
  <p class="small as-of">${words(6)}</p>
  <section class="part">
    <h3><span class="skeleton"></span></h3>
    ${totalsSkeleton}
  </section>
  <section class="part">
    <h3><span class="skeleton"></span></h3>
    <p class="small">${words(15)}</p>
    <p class="more"><span class="button skeleton"></span></p>
  </section>
</div>`;
