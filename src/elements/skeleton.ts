import { html, type TemplateResult } from 'lit';

const word: TemplateResult = html`<span class="skeleton short"></span>`;

/** The shape of a text of so many words, which wraps where there is no room for them as the text will. */
export const words = (count: number): TemplateResult =>
  html`${Array.from({ length: count }, (_, index) => (index === 0 ? word : [' ', word]))}`;
