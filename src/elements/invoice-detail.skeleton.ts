import { html, type TemplateResult } from 'lit';

/** The shape of an invoice. */
export const detailSkeleton: TemplateResult = html`<div aria-hidden="true">
  <p class="total"><span class="skeleton short"></span></p>
  <p class="small"><span class="skeleton long"></span></p>
  <ul class="lines">
    ${['long', 'medium', 'medium'].map(
      (width) =>
        html`<li>
          <p><span class="skeleton ${width}"></span></p>
          <p class="small"><span class="skeleton"></span></p>
        </li>`,
    )}
  </ul>
</div>`;
