import type { VaultStyle } from '../../api/index.js';

const css = `
* { box-sizing: border-box; }
body { margin: 0; padding: 3px; color: var(--text); font-family: var(--font-family); font-size: var(--font-size); line-height: 1.5; }
p { margin: 0; }
p, label, span, button { unicode-bidi: plaintext; }
:dir(rtl) :is(p, label) { text-align: right; }
.fields { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; }
.card-number, .banner { grid-column: 1 / -1; }
.banner { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 8px; color: var(--text-muted); font-size: max(12px, 0.8125em); }
.badge { padding: 0 8px; border: 1px solid currentcolor; border-radius: 99px; color: var(--text); font-weight: 600; }
label { display: block; margin-block-end: 4px; font-size: max(12px, 0.875em); font-weight: 500; }
input, button { min-block-size: 36px; padding: 6px 10px; border: 1px solid var(--border); border-radius: calc(var(--radius) * 0.75); background: var(--surface); color: inherit; font: inherit; }
input { inline-size: 100%; direction: ltr; font-variant-numeric: tabular-nums; }
:dir(rtl) > input { text-align: end; }
input::placeholder { color: var(--text-muted); opacity: 1; }
input[aria-invalid='true'] { border-color: var(--negative); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.error { margin-block-start: 4px; color: var(--negative); font-size: max(12px, 0.8125em); }
[hidden] { display: none; }
dialog { inline-size: calc(100% - 16px); max-inline-size: 420px; padding: 16px; border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); color: inherit; }
dialog::backdrop { background: rgb(0 0 0 / 40%); }
.answers { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 12px; }
button { cursor: pointer; font-size: max(12px, 0.875em); font-weight: 500; }
@media (pointer: coarse) { input, button { min-block-size: 44px; } }
`;

/** Gives the frame its look. A sheet made by script is the one kind that a strict `style-src` lets in. */
export function dress(style: VaultStyle): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  const root = document.documentElement.style;
  // The frame is transparent only in the scheme of the page around it.
  root.setProperty('color-scheme', style.scheme);
  for (const [name, value] of Object.entries(style))
    root.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, String(value));
}
