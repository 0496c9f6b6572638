import { css, type CSSResult } from 'lit';

/**
 * A table that is a list of labelled cards where it is narrower than `width`: `<td data-label="Date">`. The header of a
 * row is the title of its card, without a label; all values stand at the end, also one that has a line of its own.
 */
export const cardsBelow = (width: CSSResult): CSSResult => css`
  @container (inline-size < ${width}) {
    .cards :is(table, tbody, tr, td, th) {
      display: block;
    }
    .cards :is(table, td[colspan]) {
      font-size: inherit;
    }
    .cards :is(th, td):not([colspan]) .small,
    .cards td.small {
      font-size: max(12px, 0.8125em);
    }
    .cards thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .cards tbody tr {
      padding-block: 12px;
      border-block-end: 1px solid var(--_border);
    }
    .cards tbody :is(td, th) {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      column-gap: 16px;
      padding: 2px 0;
      border: 0;
    }
    .cards :is(td[data-label], .actions-cell) {
      justify-content: flex-end;
    }
    .cards td[data-label]:has(> :empty:only-child) {
      display: none;
    }
    .cards:dir(ltr) td[data-label] {
      text-align: right;
    }
    .cards:dir(rtl) td[data-label] {
      text-align: left;
    }
    .cards td[data-label]::before {
      margin-inline-end: auto;
      color: var(--_text-muted);
      font-size: max(12px, 0.8125em);
      font-weight: 400;
      content: attr(data-label);
    }
  }
`;

/** For tables of a few short columns. */
export const cards: CSSResult = cardsBelow(css`560px`);
