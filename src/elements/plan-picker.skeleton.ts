import { html, type TemplateResult } from 'lit';

const card: TemplateResult = html`<li class="plan">
  <div class="plan-head"><span class="skeleton"></span></div>
  <p>
    <span class="fee"><span class="skeleton short"></span></span>
  </p>
  <p class="plan-about small"><span class="skeleton long"></span></p>
  <ul class="terms small">
    ${[1, 2, 3, 4].map(() => html`<li><span class="skeleton long"></span></li>`)}
  </ul>
  <div class="costs">
    ${[1, 2].map(() => html`<p class="cost-line"><span class="skeleton"></span><span class="skeleton short"></span></p>`)}
  </div>
  <div class="plan-foot"><span class="skeleton"></span></div>
</li>`;

const field: TemplateResult = html`<div>
  <p class="label"><span class="skeleton"></span></p>
  <p class="field-line"><span class="skeleton long"></span></p>
</div>`;

/** The shape of the controls of a comparison. */
export const whatIfSkeleton: TemplateResult = html`<div class="what-if" aria-hidden="true">
  <p class="what-if-head"><span class="skeleton long"></span></p>
  <div class="fields two">${[1, 2, 3].map(() => field)}</div>
  <p class="small"><span class="skeleton long"></span></p>
</div>`;

/** The shape of a catalogue of five plans. */
export const plansSkeleton: TemplateResult = html`<ul class="plans" aria-hidden="true">
  ${[1, 2, 3, 4, 5].map(() => card)}
</ul>`;
