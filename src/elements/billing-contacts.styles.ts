import { css, type CSSResult } from 'lit';
import { heads } from '../styles/heads.js';

export const styles: CSSResult = css`
  ${heads}
  .actions {
    display: flex;
    justify-content: flex-end;
    gap: 4px;
  }
  td > p + p {
    margin-block-start: 2px;
  }
  .actions-cell {
    inline-size: 72px;
    vertical-align: middle;
  }
  .topic {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
    padding-block: 6px;
    border-block-end: 1px solid var(--_border);
  }
  .topic:last-child {
    border: 0;
  }
  .topic > :first-child {
    flex: 1 1 0;
  }
  .topic > .field {
    min-inline-size: 96px;
  }
  /* Within a sentence it is written small. */
  .topic .check > span::first-letter {
    text-transform: uppercase;
  }
  @media (width < 420px) {
    .topic > :first-child {
      flex-basis: 100%;
    }
  }
  @container (inline-size < 560px) {
    .actions-cell {
      inline-size: auto;
    }
  }
`;
