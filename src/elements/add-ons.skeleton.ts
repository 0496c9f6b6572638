import { html, type TemplateResult } from 'lit';

const card: TemplateResult = html`<li class="add-on">
  <div class="add-on-head"><span class="skeleton"></span><span class="small skeleton short"></span></div>
  <p>
    <span class="fee"><span class="skeleton short"></span></span>
  </p>
  <p class="add-on-about small"><span class="skeleton long"></span><span class="skeleton"></span></p>
  <div class="add-on-foot"><span class="skeleton short"></span></div>
</li>`;

/** The shape of a catalogue of four add-ons. */
export const addOnsSkeleton: TemplateResult = html`<ul class="add-ons" aria-hidden="true">
  ${[1, 2, 3, 4].map(() => card)}
</ul>`;
