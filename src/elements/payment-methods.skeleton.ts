import { html, type TemplateResult } from 'lit';

const row: TemplateResult = html`<li class="method">
  <span class="sign"></span>
  <div class="what">
    <p class="name"><span class="skeleton long"></span></p>
    <p class="small"><span class="skeleton medium"></span></p>
  </div>
</li>`;

const group = (count: number): TemplateResult =>
  html`<section class="group">
    <h3 class="small"><span class="skeleton medium"></span></h3>
    ${count > 1 ? html`<p class="small"><span class="skeleton long"></span></p>` : ''}
    <ol class="methods">
      ${Array.from({ length: count }, () => row)}
    </ol>
  </section>`;

/** A default and two back-ups. */
export const methodsSkeleton: TemplateResult = html`<div aria-hidden="true">${group(1)} ${group(2)}</div>`;
