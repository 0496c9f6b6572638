import { html, nothing, type TemplateResult } from 'lit';
import { words } from './skeleton.js';

const costLine = (name: number, isMarked: boolean): TemplateResult =>
  html`<div class="cost">
    <span class="cost-name small">${words(name)}</span>
    <span class="cost-total"><span class="skeleton short"></span></span>
    ${isMarked ? html`<span class="cost-mark"><span class="skeleton"></span></span>` : nothing}
  </div>`;

/** One is the account's own plan and has a badge, and the smaller ones may have a warning. */
const card = (isOwn: boolean, isWarned: boolean): TemplateResult =>
  html`<li class="plan">
    <div class="plan-head">
      <span class="skeleton"></span>${isOwn ? html`<span class="small skeleton"></span>` : nothing}
    </div>
    <p>
      <span class="fee"><span class="skeleton short"></span></span>
    </p>
    <p class="plan-about small">${words(9)}</p>
    <ul class="terms small">
      ${[9, 5, 5, 6].map((count) => html`<li>${words(count)}</li>`)}
    </ul>
    <div class="costs">${costLine(2, isOwn)} ${costLine(3, isWarned)}</div>
    ${isWarned ? html`<div class="notice"><p>${words(10)}</p></div>` : nothing}
    <div class="plan-foot"><span class="skeleton"></span></div>
  </li>`;

const field: TemplateResult = html`<div>
  <p class="label"><span class="skeleton"></span></p>
  <p class="field-line"><span class="skeleton long"></span></p>
</div>`;

/** The shape of the controls of a comparison. */
export const whatIfSkeleton: TemplateResult = html`<div class="what-if" aria-hidden="true">
  <p class="what-if-head"><span class="skeleton long"></span></p>
  <div class="fields two">
    ${[field, field, field]}
    <fieldset class="add-ons">
      <legend><span class="skeleton"></span></legend>
      ${[1, 2, 3, 4].map(() => html`<span>${words(4)}</span>`)}
    </fieldset>
  </div>
  <p class="small">${words(8)}</p>
</div>`;

/**
 * The shape of a catalogue of five plans, of which the third is the account's own. It stays until it is known what they
 * would cost: that stands above the buttons, which must not move once they are there.
 */
export const plansSkeleton: TemplateResult = html`<ul class="plans" aria-hidden="true">
  ${[1, 2, 3, 4, 5].map((at) => card(at === 3, at < 3))}
</ul>`;
