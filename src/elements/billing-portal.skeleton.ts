import { html, type TemplateResult } from 'lit';
import { PANELS } from './portal-panels.js';

/** The place of the tabs of a back end that can serve all parts of the page. */
export const tabsSkeleton: TemplateResult = html`<div class="tabs" aria-hidden="true">
  ${PANELS.map(() => html`<span class="tab"></span>`)}
</div>`;
