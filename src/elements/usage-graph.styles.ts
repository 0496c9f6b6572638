import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .plot {
    position: relative;
    /* Also what is kept free until the first measurement. */
    block-size: clamp(240px, 42cqi, 296px);
    font-size: max(12px, 0.8125em);
    touch-action: pan-y;
  }
  svg {
    display: block;
    overflow: visible;
  }
  .grid {
    stroke: var(--_border);
  }
  .bar {
    fill: var(--_border-strong);
  }
  .band {
    fill: var(--_accent-tint);
  }
  line.today {
    stroke: var(--_border-strong);
  }
  line.limit {
    stroke: var(--_text);
  }
  line.cost-effective-to {
    stroke: var(--_text-muted);
    stroke-dasharray: 4 4;
  }
  :is(.total, .expected) {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .expected {
    stroke-dasharray: 6 5;
  }
  .dot {
    fill: var(--_accent);
    stroke: var(--_surface);
    stroke-width: 2;
  }
  .crosshair {
    stroke: var(--_text);
  }
  /* The halo keeps a text legible where a line runs under it. */
  text {
    fill: var(--_text-muted);
    stroke: var(--_surface);
    stroke-width: 4;
    stroke-linejoin: round;
    paint-order: stroke;
    unicode-bidi: plaintext;
    font-variant-numeric: tabular-nums;
  }
  text:is(.limit, .so-far, .today) {
    fill: var(--_text);
  }
  /* Over the plot and out of sight: it takes keys, and the name and value that assistive technology reads. */
  input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    pointer-events: none;
  }
  .plot:has(input:focus-visible) {
    outline: 2px solid var(--_focus-ring);
    outline-offset: 2px;
    border-radius: 2px;
  }
  .card {
    position: absolute;
    max-inline-size: 100%;
    padding: 8px 12px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: 0 4px 16px rgb(0 0 0 / 12%);
    pointer-events: none;
  }
  .card dl {
    display: grid;
    grid-template-columns: auto auto;
    gap: 0 16px;
  }
  .card dd {
    font-variant-numeric: tabular-nums;
  }
  .views {
    display: flex;
    justify-content: flex-end;
    margin-block-start: 8px;
  }
  .scroll {
    max-block-size: 21em;
    overflow: auto;
  }
  .heading :is(th, td) {
    padding-block-start: 24px;
    color: var(--_text-muted);
    font-size: max(12px, 0.93em);
    font-weight: 500;
  }
  .outlook :is(th, td) {
    border-block-end-style: dashed;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
  }
  @media (forced-colors: active) {
    :is(.total, .expected) {
      stroke: Highlight;
    }
    .dot {
      fill: Highlight;
      stroke: Canvas;
    }
    .bar {
      fill: GrayText;
    }
    .band {
      fill: none;
    }
    line {
      stroke: CanvasText;
    }
    .grid {
      stroke: none;
    }
    text {
      fill: CanvasText;
      stroke: Canvas;
    }
  }
`;
