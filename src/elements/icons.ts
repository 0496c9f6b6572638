import { svg, html, type TemplateResult } from 'lit';

const PATHS = {
  chevron: svg`<path d="M6 4l4 4-4 4" />`,
  info: svg`<circle cx="8" cy="8" r="6.25" /><path d="M8 7.5v3.25M8 5.1v.1" />`,
  warning: svg`<path d="M8 2.25l6.25 11.25H1.75zM8 6.5v3.25M8 11.6v.1" />`,
  cross: svg`<path d="M4 4l8 8M12 4l-8 8" />`,
  check: svg`<path d="M3.25 8.5l3.25 3.25 6.25-7.5" />`,
  clock: svg`<circle cx="8" cy="8" r="6.25" /><path d="M8 4.75V8l2.25 1.5" />`,
  plus: svg`<path d="M8 3v10M3 8h10" />`,
  up: svg`<path d="M8 13V3.5M4 7.25L8 3.25l4 4" />`,
  down: svg`<path d="M8 3v9.5M4 8.75l4 4 4-4" />`,
  edit: svg`<path d="M10.5 2.75l2.75 2.75L5.5 13.25l-3.25.5.5-3.25z" />`,
  grip: svg`<path d="M5.5 4v.1M5.5 8v.1M5.5 12v.1M10.5 4v.1M10.5 8v.1M10.5 12v.1" />`,
  person: svg`<circle cx="8" cy="5.25" r="2.75" /><path d="M2.5 14c.5-3 2.75-4.5 5.5-4.5s5 1.5 5.5 4.5" />`,
  bank: svg`<path d="M2 6.5l6-3.75 6 3.75zM3.75 6.5v5M8 6.5v5M12.25 6.5v5M2 13.25h12" />`,
  download: svg`<path d="M8 2.5v8M4.5 7.25L8 10.75l3.5-3.5M2.75 13.5h10.5" />`,
  print: svg`<path d="M4.5 6V2.5h7V6M4.5 11.5H2.25V6h11.5v5.5H11.5M4.5 9.5h7v4h-7z" />`,
  trash: svg`<path d="M2.75 4.5h10.5M6 4.5V2.75h4V4.5M4 4.5l.75 8.75h6.5L12 4.5M6.75 7v3.75M9.25 7v3.75" />`,
  wallet: svg`<path d="M2 4.25v8.5h12v-7H3.25A1.25 1.25 0 0 1 3.25 3.25H12M11 9.2v.1" />`,
  card: svg`<rect x="1.75" y="3.25" width="12.5" height="9.5" rx="1.5" /><path d="M1.75 6.5h12.5M4.25 10h2.5" />`,
};

/** A drawing beside a word that says the same. */
export function icon(name: keyof typeof PATHS): TemplateResult {
  return html`<svg class="icon ${name}" viewBox="0 0 16 16" aria-hidden="true">${PATHS[name]}</svg>`;
}
