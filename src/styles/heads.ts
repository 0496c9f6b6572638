import { css, type CSSResult } from 'lit';

/** The heading of an element, with the one thing to do next beside it, and what is said below it before all else. */
export const heads: CSSResult = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    min-block-size: 32px;
  }
  h2 {
    font-size: 1.25em;
    line-height: 1.2;
  }
  .base > p {
    max-inline-size: 90ch;
    margin-block-start: 16px;
  }
  .base > :is(h2, .head) + p {
    margin-block: 8px;
  }
`;
