import { css, type CSSResult } from 'lit';
import { heads } from '../styles/heads.js';

export const styles: CSSResult = css`
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
