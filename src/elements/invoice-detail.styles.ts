import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  h2 {
    color: var(--_text-muted);
    font-size: max(12px, 0.875em);
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-block-size: 24px;
  }
  h3 {
    font-size: 1em;
    overflow-wrap: anywhere;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: 12px 24px;
  }
  .total {
    font-size: 2em;
    font-weight: 600;
    line-height: 1.2;
  }
  :is(.total, .pay-amount) .minor {
    color: var(--_text-muted);
    font-weight: 400;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .product {
    margin-block-start: 24px;
  }
  .product > .lines {
    margin-block-start: 8px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    column-gap: 16px;
  }
  .row > .end {
    margin-inline-start: auto;
  }
  .subtotal {
    padding-block: 8px;
    font-weight: 500;
  }
  .sum {
    margin-block-start: 16px;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_border-strong);
    font-weight: 600;
  }
  .check-line {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    margin-block-start: 8px;
  }
  .check-line > .icon {
    margin-block-start: calc(0.75em - 8px + 0.75px);
    color: var(--_positive);
  }
  .notice ul {
    padding-inline-start: 16px;
    list-style: disc;
  }
  .entries {
    margin-block-start: 8px;
    border-block-start: 1px solid var(--_border);
  }
  .entries > li {
    padding-block: 8px;
    border-block-end: 1px solid var(--_border);
  }
  .entries .small {
    display: block;
  }
  .negative:not(.notice) {
    color: var(--_negative);
  }
  .foot,
  .read-only {
    margin-block-start: 16px;
    font-size: max(12px, 0.875em);
  }
  .pay-amount {
    font-size: 2em;
    font-weight: 600;
    line-height: 1.2;
  }
  .pay-methods {
    margin-block-start: 16px;
  }
  .pay-method {
    display: flex;
    align-items: flex-start;
    gap: 12px;
    padding-block: 10px;
    border-block-end: 1px solid var(--_border);
    cursor: pointer;
  }
  .pay-method:last-child {
    border: 0;
  }
  .pay-method > input {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 4px 0 0;
    accent-color: var(--_accent);
  }
  .pay-method .small {
    display: block;
  }
  @media (pointer: coarse) {
    .pay-method {
      min-block-size: 44px;
    }
  }
`;
