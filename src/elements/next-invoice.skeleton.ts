import { html, type TemplateResult } from 'lit';
import { linesSkeleton } from './invoice-line.skeleton.js';
import { words } from './skeleton.js';

/** The shape of an invoice of some lines, and of what it is expected to come to. */
export const invoiceSkeleton: TemplateResult = html`<div aria-hidden="true">
  <p class="total"><span class="skeleton short"></span></p>
  <p class="when">${words(6)}</p>
  ${linesSkeleton}
  <p class="row sum"><span class="skeleton"></span><span class="skeleton short"></span></p>
  <p class="how"><span class="link skeleton"></span></p>
  <div class="forecast">
    <p class="row"><span class="skeleton"></span><span class="skeleton"></span></p>
    <p class="small">${words(13)}</p>
  </div>
</div>`;
