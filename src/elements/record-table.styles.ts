import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .scroller {
    position: relative;
    overflow: auto;
    max-block-size: min(560px, 80vh);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    font-size: max(12px, 0.875em);
    font-variant-numeric: tabular-nums;
    overscroll-behavior: contain;
  }
  .head {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    background: var(--_surface-raised);
    color: var(--_text-muted);
    font-weight: 500;
  }
  .body {
    position: relative;
  }
  .row {
    display: grid;
    grid-template-columns: 1.4fr 1.35fr 1.3fr 1.2fr 0.75fr 1.65fr;
    column-gap: 16px;
    align-items: center;
    padding: 8px 16px;
    border-block-end: 1px solid var(--_border);
  }
  .with-product .row {
    grid-template-columns: 1.3fr 1.25fr 1.2fr 1.15fr 1.25fr 0.75fr 1.5fr;
  }
  .body > .row {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    contain: layout style;
  }
  .body > .row:hover {
    background: var(--_neutral-tint);
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .row > * {
    overflow: hidden;
    min-inline-size: 0;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: plaintext;
  }
  .head .row > * {
    overflow: visible;
  }
  .sort {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-inline-size: 100%;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    font-weight: inherit;
  }
  .sort:hover,
  [aria-sort='ascending'],
  [aria-sort='descending'] {
    color: var(--_text);
  }
  .sort > .icon {
    flex: none;
    inline-size: 12px;
    block-size: 12px;
  }
  .end > .sort > .icon {
    order: -1;
  }
  [aria-sort='none'] > .sort > .icon {
    visibility: hidden;
  }
  /* Two lines a row: who it was and what was billed, then when and how it came, and how long it took. */
  @container (inline-size < 720px) {
    .head .row {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
    }
    .head .sort > .icon {
      order: 0;
    }
    .head [aria-sort='none'] > .sort > .icon {
      display: none;
    }
    .head [role='columnheader']:not([aria-sort]) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .body > .row {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
    }
    .body > .row::after {
      flex: 0 0 100%;
      order: 2;
      content: '';
    }
    .body .caller {
      flex: 1 1 0;
      order: 1;
      font-weight: 500;
    }
    .body .billed {
      order: 1;
      max-inline-size: 65%;
    }
    .body :is(.time, .kind, .line, .duration) {
      order: 3;
      color: var(--_text-muted);
      font-size: max(12px, 0.93em);
    }
    .body .duration {
      order: 4;
    }
    .body :is(.kind, .line) {
      flex: 1 1 0;
    }
    .body .product {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      clip-path: inset(50%);
    }
  }
  /* What stands beside them begins at one edge. */
  @container (460px <= inline-size < 720px) {
    .body .time {
      min-inline-size: 15ch;
    }
    .body .duration {
      min-inline-size: 7ch;
    }
  }
  @container (inline-size < 460px) {
    .row {
      padding-inline: 12px;
    }
    /* A number is worth more than the reason beside it. */
    .body .caller {
      flex: none;
      max-inline-size: 60%;
    }
    .body .billed {
      flex: 1 1 0;
      max-inline-size: none;
      font-size: max(12px, 0.93em);
    }
    .body .line {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      clip-path: inset(50%);
    }
  }
  @media (pointer: coarse) {
    .sort {
      min-block-size: 44px;
    }
  }
`;
