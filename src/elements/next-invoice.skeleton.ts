import { html, type TemplateResult } from 'lit';
import { linesSkeleton } from './invoice-line.skeleton.js';

/** The shape of an invoice of three lines. */
export const invoiceSkeleton: TemplateResult = html`<div aria-hidden="true">
  <p class="total"><span class="skeleton short"></span></p>
  <p class="when"><span class="skeleton long"></span></p>
  ${linesSkeleton}
  <p class="row sum"><span class="skeleton"></span><span class="skeleton short"></span></p>
  <p class="how"><span class="skeleton"></span></p>
</div>`;
