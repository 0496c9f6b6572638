import { css, type CSSResult } from 'lit';
import { heads } from '../styles/heads.js';

export const styles: CSSResult = css`
  ${heads}
  .previous {
    margin-block-start: 32px;
  }
  .cards {
    margin-block-start: 12px;
  }
  tbody > tr:first-child > :is(th, td) {
    padding-block: 12px 8px;
    border: 0;
  }
  tbody > tr:only-child > :is(th, td) {
    padding-block-end: 12px;
    border-block-end: 1px solid var(--_border);
  }
  th:first-child,
  :is(.fee, bdi, li) {
    overflow-wrap: anywhere;
  }
  td p {
    text-wrap: balance;
  }
  .fee {
    font-weight: 600;
  }
  .fee .minor {
    font-weight: 400;
  }
  .further {
    padding-block: 0 12px;
  }
  .further > .notice {
    margin-block: 4px 12px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 8px 16px;
  }
  .foot-line {
    min-block-size: 32px;
  }
  .history {
    flex: 1 1 0;
    min-inline-size: min(100%, 240px);
    font-size: max(12px, 0.875em);
  }
  .history > summary {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 32px;
    list-style: none;
    cursor: pointer;
  }
  .history > summary::-webkit-details-marker {
    display: none;
  }
  .history > summary > .link {
    min-block-size: 0;
  }
  .history[open] > summary > .chevron {
    rotate: 90deg;
  }
  .history > ol {
    padding-inline-start: 20px;
  }
  .history li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    padding-block: 2px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-inline-start: auto;
  }
  .until {
    margin-block-start: 16px;
  }
  .reason {
    margin-block-start: 16px;
  }
  .reason > textarea {
    display: block;
    resize: vertical;
  }
  /* Current and previous ones stand in the same columns. */
  @container (inline-size >= 560px) {
    table {
      table-layout: fixed;
    }
    thead th {
      inline-size: 24%;
    }
    thead th:nth-child(2) {
      inline-size: 17%;
    }
    thead th:nth-child(3) {
      inline-size: 19%;
    }
    thead th:last-child {
      inline-size: 15%;
    }
  }
  @container (inline-size < 560px) {
    .cards tbody {
      padding-block: 12px;
      border-block-end: 1px solid var(--_border);
    }
    .cards tbody > tr {
      padding: 0;
      border: 0;
    }
    .cards tbody > tr > :is(th, td) {
      padding-block: 2px;
      border: 0;
    }
    .cards tbody > tr:first-child > :is(th, td) > div {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: flex-end;
      column-gap: 8px;
    }
    .cards tbody > tr:first-child > th > div {
      justify-content: flex-start;
    }
    .cards .further {
      display: block;
    }
    .further > .foot {
      margin-block-start: 4px;
    }
    .actions {
      margin-inline-start: 0;
    }
  }
  @media (pointer: coarse) {
    .history > summary {
      min-block-size: 44px;
    }
  }
`;
