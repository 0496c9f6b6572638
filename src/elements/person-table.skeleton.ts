import { html, type TemplateResult } from 'lit';
import { words } from './skeleton.js';

const bar: TemplateResult = html`<span class="skeleton"></span>`;

const row = (columns: number): TemplateResult =>
  html`<tr>
    <th scope="row">${bar}</th>
    <td>
      <div>
        <p><span class="skeleton long"></span></p>
        <p>${bar}</p>
      </div>
    </td>
    ${Array.from({ length: columns }, () => html`<td class="small">${words(8)}</td>`)}
    <td class="actions-cell">
      <div class="actions">${[1, 2].map(() => html`<span class="icon-button"></span>`)}</div>
    </td>
  </tr>`;

/**
 * The shape of a table of some people, with so many columns beside the name and how they are reached. Without the names of
 * the columns, which would move when there is something below them.
 */
export const personSkeleton = (people: number, columns: number): TemplateResult =>
  html`<div class="cards" aria-hidden="true">
    <table>
      <thead>
        <tr>
          ${Array.from({ length: columns + 2 }, () => html`<th><span class="skeleton short"></span></th>`)}
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${Array.from({ length: people }, () => row(columns))}
      </tbody>
    </table>
  </div>`;
