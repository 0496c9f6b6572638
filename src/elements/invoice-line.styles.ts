import { css, type CSSResult } from 'lit';

/** For elements that show the lines of an invoice. */
export const invoiceLineStyles: CSSResult = css`
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
  .lines .name {
    min-inline-size: 0;
  }
  .lines .detail {
    grid-row: 2;
    grid-column: 2 / -1;
    color: var(--_text-muted);
    font-size: max(12px, 0.8125em);
  }
  .lines .end {
    grid-row: 1;
    grid-column: 3;
    white-space: nowrap;
  }
  .lines .credit {
    padding-inline: 4px;
    border-radius: 4px;
    background: var(--_positive-tint);
    color: var(--_positive);
    font-size: max(12px, 0.8125em);
  }
  .lines .derivation {
    padding-block: 4px 12px;
    padding-inline-start: 24px;
  }
  @media (pointer: coarse) {
    .lines summary {
      min-block-size: 44px;
    }
  }
`;
