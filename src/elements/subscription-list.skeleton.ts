import { html, type TemplateResult } from 'lit';
import type { LanguageTag } from '../locale/intl.js';
import { headOf } from './subscription-list.rows.js';

const bar = (size: '' | 'short' | 'long'): TemplateResult => html`<span class="skeleton ${size}"></span>`;

const button: TemplateResult = html`<span class="button skeleton"></span>`;

const two: TemplateResult = html`<div>
  <p>${bar('')}</p>
  <p class="small">${bar('')}</p>
</div>`;

/** The shape of one subscription. */
export const subscriptionsSkeleton = (tag: LanguageTag): TemplateResult =>
  html`<div class="cards" aria-hidden="true">
    <table>
      <thead>
        ${headOf(tag)}
      </thead>
      <tbody>
        <tr>
          <td>${two}</td>
          <td>${two}</td>
          <td>${bar('')}</td>
          <td>${bar('')}</td>
          <td>${bar('short')}</td>
        </tr>
        <tr>
          <td colspan="5" class="further">
            <div class="foot">
              <p class="history foot-line">${bar('')}</p>
              <div class="actions">${[button, button]}</div>
            </div>
          </td>
        </tr>
      </tbody>
    </table>
  </div>`;
