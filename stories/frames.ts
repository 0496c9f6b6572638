import { html, type TemplateResult } from 'lit';

/** A side bar, as narrow as they come. */
export const narrow = (content: TemplateResult): TemplateResult =>
  html`<div style="max-inline-size: 280px">${content}</div>`;

/** A page in dark colours. */
export const dark = (content: TemplateResult): TemplateResult =>
  html`<div style="color-scheme: dark; padding: 24px; background: #101216">${content}</div>`;

/** A page that runs from right to left. */
export const rightToLeft = (content: TemplateResult): TemplateResult => html`<div dir="rtl">${content}</div>`;
