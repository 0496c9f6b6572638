import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
  }
  h2 {
    font-size: 1.25em;
    line-height: 1.2;
  }
  .head + p {
    margin-block: 8px 16px;
    max-inline-size: 65ch;
  }
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
  td + td,
  th + td,
  th + th {
    padding-inline-start: 24px;
  }
  .actions-cell {
    vertical-align: middle;
    white-space: nowrap;
  }
  fieldset .field {
    padding-block: 2px;
  }
  @container (inline-size < 560px) {
    td + td,
    th + td,
    th + th {
      padding-inline-start: 0;
    }
  }
`;
