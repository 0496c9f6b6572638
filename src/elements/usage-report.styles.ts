import { css, type CSSResult } from 'lit';
import { heads } from '../styles/heads.js';
import { usageStyles } from './usage-view.styles.js';

export const styles: CSSResult = css`
  ${heads}
  ${usageStyles}
  .head {
    min-block-size: 36px;
    margin-block-end: 16px;
  }
  .head .field {
    flex: 0 1 224px;
  }
  /* The months say what they are. */
  .head .label {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  :is(.head, .filter) .field-error {
    display: none;
  }
  .part {
    margin-block-start: 32px;
    padding-block-start: 24px;
    border-block-start: 1px solid var(--_border);
  }
  .product + .product {
    margin-block-start: 32px;
  }
  [part='empty'] + .product {
    margin-block-start: 16px;
  }
  .product > h3 {
    margin-block-end: 8px;
  }
  :is(.free, .as-of) {
    margin-block-start: 12px;
  }
  .part > h3 {
    margin-block-end: 8px;
  }
  tbody th {
    inline-size: 32%;
  }
  .group > th {
    padding-block-start: 20px;
    color: var(--_text-muted);
    font-size: max(12px, 0.93em);
    font-weight: 500;
  }
  .all > * {
    font-weight: 600;
  }
  .none {
    color: var(--_text-muted);
  }
  .more {
    margin-block-start: 12px;
  }
  .filter {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    margin-block: 16px 12px;
  }
  .filter .field {
    flex: 1 1 128px;
    min-inline-size: 0;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin-block-end: 12px;
  }
  .saving {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  progress {
    inline-size: 96px;
    accent-color: var(--_accent);
  }
  .shape {
    block-size: 320px;
    inline-size: 100%;
  }
  .shape::after {
    inset: 0;
  }
  @container (inline-size < 560px) {
    .filter select {
      padding-inline: 8px 4px;
    }
    .head .field {
      flex: 1 1 100%;
    }
    tbody th {
      inline-size: auto;
      font-weight: 500;
    }
    .cards tbody .group {
      padding-block: 16px 4px;
    }
    .cards tbody .none {
      display: none;
    }
  }
`;
