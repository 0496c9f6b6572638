import { css, type CSSResult } from 'lit';
import { heads } from '../styles/heads.js';

export const styles: CSSResult = css`
  ${heads}
  .head {
    align-items: end;
    margin-block-end: 12px;
  }
  h2 {
    line-height: 36px;
  }
  .filter {
    display: flex;
    flex: 0 1 440px;
    flex-wrap: wrap;
    gap: 12px;
  }
  .filter .field {
    flex: 1 1 128px;
    min-inline-size: 0;
  }
  .filter .field-error {
    display: none;
  }
  .invoice {
    position: relative;
  }
  .invoice:hover {
    background: var(--_neutral-tint);
  }
  .invoice.is-open > * {
    border-block-end-color: transparent;
  }
  .toggle {
    display: inline-flex;
    align-items: baseline;
    gap: 8px;
    max-inline-size: 100%;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 500;
  }
  .toggle > .icon {
    align-self: center;
  }
  .toggle > .number {
    line-height: 24px;
  }
  /* The whole row opens the invoice. */
  .toggle::after {
    position: absolute;
    inset: 0;
    content: '';
  }
  .toggle:focus-visible {
    outline: none;
  }
  .toggle:focus-visible::after {
    outline: 2px solid var(--_focus-ring);
    outline-offset: -2px;
    border-radius: calc(var(--_radius) * 0.5);
  }
  .clip {
    overflow: hidden;
    max-inline-size: 24ch;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .chevron {
    color: var(--_text-muted);
    transition: rotate 120ms ease-out;
  }
  .chevron:dir(rtl) {
    rotate: 180deg;
  }
  [aria-expanded='true'] > .chevron {
    rotate: 90deg;
  }
  td.end .muted {
    display: block;
  }
  .detail-row > td {
    padding: 0;
  }
  .invoice-detail {
    position: relative;
    padding-block: 8px 24px;
    padding-inline-start: 24px;
  }
  .close {
    position: absolute;
    z-index: 1;
    inset-block-start: 0;
    inset-inline-end: 0;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin-block-start: 12px;
  }
  .read-only {
    margin-block-start: 16px;
  }
  .more {
    margin-block-start: 12px;
    text-align: center;
  }
  /* Level with the numbers below it. */
  @container (inline-size >= 560px) {
    thead th:first-child {
      padding-inline-start: 24px;
    }
  }
  @container (inline-size < 560px) {
    .filter {
      flex-basis: 100%;
    }
    .filter select {
      padding-inline: 8px 4px;
    }
    .cards .invoice.is-open {
      border-block-end-color: transparent;
    }
    .invoice-detail {
      padding: 0 0 12px;
    }
    .cards .detail-row {
      padding-block: 0;
    }
    .cards .detail-row > td {
      display: block;
    }
  }
  @media (pointer: coarse) {
    .toggle {
      min-block-size: 44px;
    }
  }
`;
