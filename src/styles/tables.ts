import { css, type CSSResult } from 'lit';

/**
 * Tables of figures: names at the start, amounts at the end, rows parted by a hairline. They are dense; a cell across
 * columns holds something else than figures, which is as large as outside.
 */
export const tables: CSSResult = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: max(12px, 0.875em);
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
    font-size: max(12px, 0.93em);
    font-weight: 500;
  }
  td[colspan] {
    font-size: calc(1em / 0.875);
  }
  :is(th, td):not([colspan]) .small,
  td.small {
    font-size: max(12px, 0.93em);
  }
`;
