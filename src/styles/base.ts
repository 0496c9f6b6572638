import { css, type CSSResult } from 'lit';

/**
 * What every element starts from. All of it stands on `.base` and below, never on the host element: a host's reset
 * (`* { all: unset }`) reaches that, but not in here. `.base` is also the container that widths are asked of.
 */
export const base: CSSResult = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  .base {
    display: block;
    container-type: inline-size;
    color: var(--_text);
    font-size: max(12px, 1em);
    line-height: 1.5;
    overflow-wrap: break-word;
    text-wrap: pretty;
  }
  :is(h2, h3, p, dl, dd, dt, ul, ol, li, table, figure, summary) {
    margin: 0;
    padding: 0;
  }
  :is(ul, ol) {
    list-style: none;
  }
  :is(h2, h3) {
    font: inherit;
    font-weight: 600;
  }
  /*
   * Each text runs in the direction of its own language, which need not be the page's; the page's decides on which side
   * it stands. So the sides are named: "start" would follow the text.
   */
  :is(p, span, dd, dt, h2, h3, li, th, td, summary, button, label, legend, caption, figcaption) {
    unicode-bidi: plaintext;
  }
  .base:dir(ltr),
  .base:dir(rtl) .end {
    text-align: left;
  }
  .base:dir(rtl),
  .base:dir(ltr) .end {
    text-align: right;
  }
  .muted {
    color: var(--_text-muted);
  }
  .small {
    font-size: max(12px, 0.8125em);
  }
  .strong {
    font-weight: 600;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--_focus-ring);
    outline-offset: 2px;
  }
  [tabindex='-1']:focus {
    outline: none;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;

/** Buttons: quiet by default, one `.primary` an area, `.link` within text. */
export const buttons: CSSResult = css`
  button {
    font: inherit;
    color: inherit;
    text-align: inherit;
    cursor: pointer;
  }
  .button {
    min-block-size: 32px;
    padding: 4px 12px;
    border: 1px solid var(--_border-strong);
    border-radius: calc(var(--_radius) * 0.75);
    background: transparent;
    font-size: max(12px, 0.875em);
    font-weight: 500;
    white-space: nowrap;
    transition: background-color 120ms ease-out;
  }
  .button:hover {
    background: var(--_neutral-tint);
  }
  .button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.danger {
    border-color: var(--_negative);
    background: var(--_negative);
    color: var(--_surface-raised);
  }
  [aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
  }
  :is(.button, .working > *):has(> .icon) {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
  }
  /* While it works its label stays in place, unseen: the button keeps its width. */
  .working {
    display: inline-grid;
    place-items: center;
  }
  .working > * {
    grid-area: 1 / 1;
  }
  .working > .behind {
    visibility: hidden;
  }
  .icon-button {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) * 0.75);
    background: none;
    color: var(--_text-muted);
  }
  .icon-button:hover {
    background: var(--_neutral-tint);
    color: var(--_text);
  }
  .link {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    text-decoration: underline;
    text-decoration-color: var(--_border-strong);
    text-underline-offset: 3px;
  }
  .link:hover {
    text-decoration-color: currentcolor;
  }
  @media (forced-colors: active) {
    .button.primary {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
  @media (pointer: coarse) {
    .button,
    .icon-button,
    .link {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }
`;

/**
 * A grey bar where a text will come, in a box as high as its line: `<span class="skeleton medium"></span>`. It
 * holds no text, so that no stand-in for an amount can ever be read as one.
 */
export const skeletons: CSSResult = css`
  .skeleton {
    position: relative;
    display: inline-block;
    inline-size: 12ch;
    max-inline-size: 100%;
    block-size: 1lh;
    vertical-align: top;
  }
  .skeleton.short {
    inline-size: 5ch;
  }
  .skeleton.long {
    inline-size: 24ch;
  }
  .button.skeleton {
    border-color: var(--_border);
  }
  .skeleton::after {
    position: absolute;
    inset: calc((1lh - 0.75em) / 2) 0;
    border-radius: 4px;
    background: var(--_neutral-tint);
    animation: breathe 1.6s ease-in-out infinite;
    content: '';
  }
  @keyframes breathe {
    50% {
      opacity: 0.55;
    }
  }
  @media (forced-colors: active) {
    .skeleton::after {
      background: GrayText;
    }
  }
`;
