import { svg, html, type TemplateResult } from 'lit';

const PATHS = {
  chevron: svg`<path d="M6 4l4 4-4 4" />`,
  info: svg`<circle cx="8" cy="8" r="6.25" /><path d="M8 7.5v3.25M8 5.1v.1" />`,
  warning: svg`<path d="M8 2.25l6.25 11.25H1.75zM8 6.5v3.25M8 11.6v.1" />`,
  card: svg`<rect x="1.75" y="3.25" width="12.5" height="9.5" rx="1.5" /><path d="M1.75 6.5h12.5M4.25 10h2.5" />`,
};

/** A drawing beside a word that says the same. */
export function icon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg class="icon ${name}" viewBox="0 0 16 16" aria-hidden="true">${PATHS[name]}</svg>`;
}
