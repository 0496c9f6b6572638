import { html, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import { words } from './skeleton.js';

/** How many words there are in a line: in its name, and in what it multiplies and the days that it is for. */
type Size = readonly [name: number, detail: number];

const sizes: readonly Size[] = [
  [4, 2],
  [3, 6],
  [3, 6],
  [2, 5],
  [3, 2],
  [3, 2],
];

const line = ([name, detail]: Size): TemplateResult =>
  html`<li>
    <div class="summary">
      ${icon('chevron')}
      <span class="name">${words(name)}</span>
      <span class="detail">${words(detail)}</span>
      <span class="end"><span class="skeleton short"></span></span>
    </div>
  </li>`;

/** The shape of some lines of an invoice: a base fee, usage beyond it, what is counted, and add-ons. */
export const linesSkeleton: TemplateResult = html`<ul class="lines">
  ${sizes.map(line)}
</ul>`;
