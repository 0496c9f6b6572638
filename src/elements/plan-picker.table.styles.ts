import { css, type CSSResult } from 'lit';

/** The plans as a table. */
export const tableStyles: CSSResult = css`
  [part='table'] {
    margin-block-start: 16px;
  }
  [part='table'] :is(th, td) {
    vertical-align: top;
  }
  [part='table'] .fee {
    font-size: 1em;
  }
  [part='table'] tbody th {
    min-inline-size: 14ch;
  }
  [part='table'] .badge {
    margin-block-start: 4px;
  }
  [part='table'] .cost {
    min-block-size: 24px;
    padding-block: 0;
    border: 0;
  }
  .row-warning {
    margin-block-start: 4px;
    color: var(--_warning);
  }
  [part='table'] .choose {
    inline-size: 100%;
  }
  @container (inline-size < 560px) {
    [part='table'] td:has(> .terms) {
      display: block;
    }
    [part='table']:dir(ltr) td:has(> .terms) {
      text-align: left;
    }
    [part='table']:dir(rtl) td:has(> .terms) {
      text-align: right;
    }
    [part='table'] .choose {
      margin-block-start: 8px;
    }
  }
  @container (inline-size >= 560px) {
    [part='table'] td:has(> .terms) {
      inline-size: 30%;
    }
    [part='table'] .cost-name {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    [part='table'] .cost {
      grid-template-columns: auto 16px;
      justify-content: end;
      justify-items: end;
    }
    [part='table'] .fee,
    [part='table'] .fee + .small {
      white-space: nowrap;
    }
  }
`;
