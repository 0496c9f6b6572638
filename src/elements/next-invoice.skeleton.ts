import { html, type TemplateResult } from 'lit';
import { icon } from './icons.js';

const row = (width: string): TemplateResult =>
  html`<li>
    <div class="summary">
      ${icon('chevron')}
      <span class="name"><span class="skeleton ${width}"></span></span>
      <span class="detail"><span class="skeleton"></span></span>
      <span class="end"><span class="skeleton short"></span></span>
    </div>
  </li>`;

/** The shape of an invoice of three lines. */
export const invoiceSkeleton: TemplateResult = html`<div aria-hidden="true">
  <p class="total"><span class="skeleton short"></span></p>
  <p class="when"><span class="skeleton long"></span></p>
  <ul class="lines">
    ${['long', 'medium', 'medium'].map(row)}
  </ul>
  <p class="row sum"><span class="skeleton"></span><span class="skeleton short"></span></p>
  <p class="how"><span class="skeleton"></span></p>
</div>`;
