import { css, type CSSResult } from 'lit';

/** Tables of figures: names at the start, amounts at the end, rows parted by a hairline. */
export const tables: CSSResult = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  :is(th, td) {
    padding: 8px 0;
    border-block-end: 1px solid var(--_border);
    text-align: inherit;
    vertical-align: baseline;
    font-weight: 400;
  }
  :is(th, td) + :is(th, td) {
    padding-inline-start: 16px;
  }
  thead :is(th, td) {
    color: var(--_text-muted);
    font-size: max(12px, 0.8125em);
    font-weight: 500;
  }
`;
