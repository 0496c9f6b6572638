import { html, type TemplateResult } from 'lit';

/** The shape of the advice on the best plan. */
export const adviceSkeleton: TemplateResult = html`<p aria-hidden="true" class="advice small">
  <span class="skeleton long"></span>
</p>`;

/** The shape of a plan, with the advice below it. */
export const planSkeleton: TemplateResult = html`<div aria-hidden="true" class="plan">
  <p class="row headline"><span class="skeleton"></span><span class="skeleton"></span></p>
  <p class="small"><span class="skeleton long"></span></p>
  <dl class="facts small">
    ${[1, 2, 3].map(
      () =>
        html`<div>
          <dt><span class="skeleton short"></span></dt>
          <dd><span class="skeleton"></span></dd>
        </div>`,
    )}
  </dl>
  ${adviceSkeleton}
</div>`;

/** The shape of an allowance, its graph, and two other kinds of usage. */
export const usageSkeleton: TemplateResult = html`<div aria-hidden="true">
  <div class="allowance">
    <p class="row"><span class="skeleton"></span><span class="skeleton"></span></p>
    <div class="meter"></div>
    <p class="row small"><span class="skeleton"></span><span class="skeleton"></span></p>
  </div>
  <div class="graph-space skeleton"></div>
  <dl class="others">
    ${[1, 2].map(
      () =>
        html`<div>
          <dt><span class="skeleton"></span></dt>
          <dd><span class="skeleton short"></span></dd>
        </div>`,
    )}
  </dl>
</div>`;

/** The shape of a payment method. */
export const paymentSkeleton: TemplateResult = html`<div aria-hidden="true" class="payment">
  <span class="icon"></span>
  <div>
    <p><span class="skeleton long"></span></p>
    <p class="small"><span class="skeleton"></span></p>
  </div>
</div>`;
