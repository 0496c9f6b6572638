import { css, type CSSResult } from 'lit';
import { cardsBelow } from '../styles/cards.js';

/** The plans as a table: with what each includes in words it takes room. */
export const tableStyles: CSSResult = css`
  ${cardsBelow(css`880px`)}
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
  [part='table'] :is(.choose, .reason) {
    overflow-wrap: break-word;
  }
  @container (inline-size < 880px) {
    [part='table'] > tbody {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(288px, 100%), 1fr));
      column-gap: 32px;
    }
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
  @container (inline-size >= 880px) {
    [part='table'] td:has(> .terms) {
      inline-size: 26%;
    }
    [part='table'] td:has(> :is(.choose, .reason)) {
      inline-size: 19%;
    }
    [part='table'] .choose {
      font-size: inherit;
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
