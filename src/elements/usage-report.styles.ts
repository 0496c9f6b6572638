import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 12px 24px;
    margin-block-end: 16px;
  }
  h2 {
    font-size: 1.25em;
    line-height: 1.2;
  }
  .top .field {
    flex: 0 1 224px;
  }
  :is(.top, .filter) .field-error {
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
  .product > h3 {
    margin-block-end: 8px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    column-gap: 16px;
  }
  .meter {
    display: flex;
    gap: 2px;
    block-size: 8px;
    margin-block: 8px 4px;
    border-radius: 4px;
    background: var(--_neutral-tint);
    overflow: hidden;
  }
  .used {
    background: var(--_accent);
  }
  .beyond {
    background: repeating-linear-gradient(135deg, var(--_warning) 0 3px, var(--_warning-tint) 3px 6px);
  }
  .over {
    color: var(--_warning);
    font-weight: 500;
  }
  .graph {
    display: block;
    margin-block-start: 16px;
  }
  .graph-space {
    display: block;
    inline-size: 100%;
    block-size: calc(clamp(240px, 42cqi, 296px) + 24px);
    margin-block-start: 16px;
  }
  .graph-space::after {
    inset: 0;
  }
  .others {
    margin-block-start: 16px;
  }
  .others > div {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 16px;
    padding-block: 8px;
    border-block-start: 1px solid var(--_border);
  }
  .others dd {
    white-space: nowrap;
  }
  :is(.free, .as-of) {
    margin-block-start: 12px;
  }
  .part > h3 {
    margin-block-end: 8px;
  }
  table {
    font-size: max(12px, 0.9375em);
  }
  :is(td, th) + :is(td, th) {
    padding-inline-start: 16px;
  }
  tbody th {
    inline-size: 32%;
  }
  .group > th {
    padding-block-start: 20px;
    color: var(--_text-muted);
    font-size: max(12px, 0.8125em);
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
    flex: 1 1 144px;
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
  .button > .icon {
    margin-inline-end: 6px;
    vertical-align: -3px;
  }
  .shape {
    block-size: 320px;
    inline-size: 100%;
  }
  .shape::after {
    inset: 0;
  }
  @container (inline-size < 560px) {
    .top .field {
      flex: 1 1 100%;
    }
    :is(td, th) + :is(td, th) {
      padding-inline-start: 0;
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
  @media (forced-colors: active) {
    .meter {
      border: 1px solid;
    }
    .used {
      background: Highlight;
      forced-color-adjust: none;
    }
    .beyond {
      background: repeating-linear-gradient(135deg, CanvasText 0 3px, Canvas 3px 6px);
      forced-color-adjust: none;
    }
  }
`;
