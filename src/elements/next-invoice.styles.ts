import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .panel {
    padding: 24px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  h2 {
    font-size: 1em;
  }
  .total {
    margin-block-start: 4px;
    font-size: 2em;
    font-weight: 600;
    line-height: 1.2;
  }
  .total .minor {
    color: var(--_text-muted);
    font-weight: 400;
  }
  .total > .muted {
    font-size: 0.5em;
    font-weight: 400;
  }
  .when {
    margin-block-start: 4px;
    color: var(--_text-muted);
    font-size: max(12px, 0.875em);
  }
  .lines {
    margin-block-start: 16px;
    border-block-start: 1px solid var(--_border);
  }
  .lines > li {
    border-block-end: 1px solid var(--_border);
  }
  :is(.lines summary, .summary) {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    column-gap: 8px;
    padding-block: 8px;
    list-style: none;
    cursor: pointer;
  }
  .summary {
    cursor: default;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .lines .chevron {
    margin-block-start: calc(0.75em - 8px);
  }
  .chevron {
    color: var(--_text-muted);
    transition: rotate 120ms ease-out;
  }
  .chevron:dir(rtl) {
    rotate: 180deg;
  }
  details[open] > summary > .chevron {
    rotate: 90deg;
  }
  summary:hover > .chevron {
    color: var(--_text);
  }
  .name {
    min-inline-size: 0;
  }
  .detail {
    grid-row: 2;
    grid-column: 2 / -1;
    color: var(--_text-muted);
    font-size: max(12px, 0.8125em);
  }
  .end {
    grid-row: 1;
    grid-column: 3;
    white-space: nowrap;
  }
  .credit {
    padding-inline: 4px;
    border-radius: 4px;
    background: var(--_positive-tint);
    color: var(--_positive);
    font-size: max(12px, 0.8125em);
  }
  .derivation {
    padding-block-end: 12px;
    padding-inline-start: 24px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: 16px;
  }
  .sum {
    padding-block-start: 8px;
    font-weight: 600;
  }
  .how {
    font-size: max(12px, 0.875em);
  }
  .how > summary {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 24px;
    list-style: none;
    color: var(--_text-muted);
    cursor: pointer;
  }
  .how > .derivation {
    padding-block: 4px 0;
    padding-inline-start: 0;
  }
  .how .arithmetic {
    font-size: 1em;
  }
  .forecast {
    margin-block-start: 16px;
    padding: 12px;
    border: 1px dashed var(--_border-strong);
    border-radius: var(--_radius);
  }
  .forecast .number {
    margin-inline-start: auto;
  }
  @container (inline-size < 340px) {
    .panel {
      padding: 16px;
    }
  }
  @media (pointer: coarse) {
    :is(.lines summary, .how > summary) {
      min-block-size: 44px;
    }
  }
`;
