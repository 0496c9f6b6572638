import { html, type TemplateResult } from 'lit';
import { linesSkeleton } from './invoice-line.skeleton.js';

const row = (kind: string): TemplateResult =>
  html`<p class="row ${kind}"><span class="skeleton"></span><span class="skeleton short"></span></p>`;

/** The shape of an invoice of some lines. */
export const detailSkeleton: TemplateResult = html`<div aria-hidden="true">
  <p class="total"><span class="skeleton short"></span></p>
  <p class="small"><span class="skeleton long"></span></p>
  <section class="product">
    <h3><span class="skeleton"></span></h3>
    ${linesSkeleton} ${row('subtotal')}
  </section>
  ${row('sum')}
  <p class="how"><span class="skeleton"></span></p>
</div>`;
