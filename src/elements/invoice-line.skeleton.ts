import { html, type TemplateResult } from 'lit';
import { icon } from './icons.js';

const line = (width: string): TemplateResult =>
  html`<li>
    <div class="summary">
      ${icon('chevron')}
      <span class="name"><span class="skeleton ${width}"></span></span>
      <span class="detail"><span class="skeleton"></span></span>
      <span class="end"><span class="skeleton short"></span></span>
    </div>
  </li>`;

/** The shape of three lines of an invoice. */
export const linesSkeleton: TemplateResult = html`<ul class="lines">
  ${['long', 'medium', 'medium'].map(line)}
</ul>`;
