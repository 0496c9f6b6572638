import { css, type CSSResult } from 'lit';

/** The thresholds: what is measured, the value, and of what, in one row where there is room. */
export const thresholdStyles: CSSResult = css`
  .thresholds > li {
    padding-block: 12px;
    border-block-end: 1px solid var(--_border);
  }
  .threshold {
    display: grid;
    grid-template-columns: minmax(0, 232px) 152px minmax(0, 1fr) auto 32px;
    align-items: start;
    gap: 8px;
  }
  .threshold .label {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .threshold > .field:first-child {
    grid-column: 1;
  }
  .value {
    position: relative;
    grid-column: 2;
  }
  .value .input {
    padding-inline-end: 72px;
    font-variant-numeric: tabular-nums;
  }
  .unit {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 11px;
    max-inline-size: 64px;
    overflow: hidden;
    color: var(--_text-muted);
    line-height: 36px;
    text-overflow: ellipsis;
    white-space: nowrap;
    pointer-events: none;
  }
  .value + :is(.field, .subject) {
    grid-column: 3;
    max-inline-size: 320px;
  }
  .subject,
  .threshold > .note {
    line-height: 36px;
  }
  .threshold > .note {
    grid-column: 4;
    min-inline-size: 104px;
  }
  .threshold > .remove {
    grid-column: 5;
    margin-block-start: 3px;
  }
  .replay {
    display: block;
    unicode-bidi: plaintext;
    min-block-size: 1lh;
    margin-block-start: 4px;
  }
  @media (pointer: coarse) {
    :is(.unit, .subject, .threshold > .note) {
      line-height: 44px;
    }
    .threshold > .remove {
      margin: 0;
    }
  }
  @container (560px <= inline-size < 760px) {
    .threshold {
      grid-template-columns: minmax(0, 232px) minmax(0, 136px) minmax(0, 1fr) 32px;
    }
    .threshold > .note {
      grid-column: 1 / -1;
      grid-row: 2;
    }
    .threshold > .note:empty {
      display: none;
    }
    .threshold > .remove {
      grid-column: 4;
      grid-row: 1;
    }
  }
  @container (inline-size < 560px) {
    .threshold {
      grid-template-columns: minmax(0, 112px) minmax(0, 1fr) 32px;
    }
    .threshold .input {
      padding-inline-start: 8px;
    }
    .threshold select {
      padding-inline-end: 4px;
    }
    .value .input {
      padding-inline-end: 60px;
    }
    .threshold > .field:first-child {
      grid-column: 1 / 3;
    }
    .value {
      grid-column: 1;
      grid-row: 2;
    }
    .value + :is(.field, .subject) {
      grid-column: 2 / 4;
      grid-row: 2;
    }
    .threshold > .note {
      grid-column: 1 / 3;
      grid-row: 3;
      line-height: inherit;
    }
    .threshold > .note:empty {
      display: none;
    }
    .threshold > .remove {
      grid-column: 3;
      grid-row: 1;
    }
  }
`;
