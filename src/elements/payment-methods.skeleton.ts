import { html, nothing, type TemplateResult } from 'lit';
import { words } from './skeleton.js';

const row = (isBackup: boolean): TemplateResult =>
  html`<li class="method">
    <span class="sign"></span>
    <div class="what">
      <p class="name"><span>${words(isBackup ? 4 : 3)}</span> <span class="small skeleton"></span></p>
      <p class="small">${words(6)}</p>
    </div>
    <div class="actions">${isBackup ? html`<span class="button skeleton"></span>` : nothing}</div>
  </li>`;

/** A default and two back-ups, which say how they are tried. */
export const methodsSkeleton: TemplateResult = html`<div aria-hidden="true">
  <section class="group">
    <h3 class="small"><span class="skeleton"></span></h3>
    <ol class="methods">
      ${row(false)}
    </ol>
  </section>
  <section class="group">
    <h3 class="small"><span class="skeleton"></span></h3>
    <p class="small"><span class="skeleton long"></span></p>
    <ol class="methods">
      ${[row(true), row(true)]}
    </ol>
  </section>
</div>`;
