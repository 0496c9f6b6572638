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
  .actions {
    display: flex;
    justify-content: flex-end;
    gap: 4px;
  }
  td > p + p {
    margin-block-start: 2px;
  }
  td + td,
  th + th {
    padding-inline-start: 24px;
  }
  .actions-cell {
    inline-size: 72px;
    vertical-align: middle;
  }
  .topic {
    display: grid;
    grid-template-columns: minmax(0, 1fr) repeat(auto-fit, minmax(96px, max-content));
    grid-auto-flow: column;
    grid-auto-columns: max-content;
    gap: 8px 24px;
    align-items: center;
    padding-block: 6px;
    border-block-end: 1px solid var(--_border);
  }
  .topic:last-child {
    border: 0;
  }
  @container (inline-size < 560px) {
    td + td,
    th + th {
      padding-inline-start: 0;
    }
    .actions-cell {
      inline-size: auto;
    }
  }
`;
