import { css, type CSSResult } from 'lit';
import { cardsBelow } from '../styles/cards.js';
import { heads } from '../styles/heads.js';

/** With five columns, one of them of buttons, it takes room. */
export const styles: CSSResult = css`
  ${cardsBelow(css`680px`)}
  ${heads}
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }
  .actions {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 4px;
  }
  .actions-cell {
    vertical-align: middle;
    white-space: nowrap;
  }
  fieldset .field {
    padding-block: 2px;
  }
`;
