import { html, type TemplateResult } from 'lit';
import { words } from './skeleton.js';

const channel: TemplateResult = html`<td class="channel"><span class="skeleton box"></span></td>`;

const kind: TemplateResult = html`<tr>
  <th scope="row">
    <div>
      <p class="kind-name">${words(4)}</p>
      <p class="small">${words(8)}</p>
    </div>
  </th>
  ${[channel, channel]}
  <td class="note-cell"></td>
</tr>`;

const input: TemplateResult = html`<div class="field"><p class="input"></p></div>`;

const threshold: TemplateResult = html`<li>
  <div class="threshold">
    ${input}
    <div class="value"><p class="input"></p></div>
    ${input}
    <span class="icon-button remove"></span>
  </div>
  <p class="replay small">${words(11)}</p>
</li>`;

/** The shape of the switch of all alerts. */
export const switchSkeleton: TemplateResult = html`<p class="switch" aria-hidden="true">
  <span class="skeleton"></span>
</p>`;

/** The shape of some thresholds, and of the button that adds one. */
export const thresholdsSkeleton: TemplateResult = html`<div aria-hidden="true">
  <ul class="thresholds">
    ${Array.from({ length: 4 }, () => threshold)}
  </ul>
  <p class="add"><span class="button skeleton"></span></p>
</div>`;

/** The shape of snoozing, of some kinds of alerts that two channels have, and of thresholds. */
export const choicesSkeleton: TemplateResult = html`<div aria-hidden="true">
  <div class="snooze">
    <div class="field">
      <p class="label"><span class="skeleton"></span></p>
      <p class="input"><span class="skeleton"></span></p>
    </div>
  </div>
  <h3><span class="skeleton"></span></h3>
  <div class="cards">
    <table class="kinds">
      <thead>
        <tr>
          <th><span class="skeleton short"></span></th>
          ${[1, 2].map(() => html`<th class="channel"><span class="skeleton short"></span></th>`)}
          <td class="note-cell"></td>
        </tr>
      </thead>
      <tbody>
        ${Array.from({ length: 9 }, () => kind)}
      </tbody>
    </table>
  </div>
  <h3><span class="skeleton"></span></h3>
  <p class="small">${words(9)}</p>
  ${thresholdsSkeleton}
</div>`;
