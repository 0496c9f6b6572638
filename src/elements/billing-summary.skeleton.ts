import { html, type TemplateResult } from 'lit';
import { words } from './skeleton.js';

/** The shape of the advice on the best plan. */
export const adviceSkeleton: TemplateResult = html`<p aria-hidden="true" class="advice small">
  <span>${words(13)} <span class="link skeleton"></span></span>
</p>`;

/** The shape of a plan, with the advice below it. */
export const planSkeleton: TemplateResult = html`<div aria-hidden="true" class="plan">
  <p class="row headline"><span class="skeleton"></span><span class="skeleton"></span></p>
  <p class="small">${words(8)}</p>
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
    <p class="row"><span class="skeleton"></span><span class="skeleton long"></span></p>
    <div class="meter"></div>
    <p class="row small"><span class="skeleton"></span><span class="skeleton"></span></p>
  </div>
  <div class="graph-space skeleton"></div>
  <dl class="others">
    ${[3, 2].map(
      (count) =>
        html`<div>
          <dt>${words(count)} <span class="small">${words(3)}</span></dt>
          <dd><span class="skeleton"></span></dd>
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
