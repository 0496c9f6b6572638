import { css, type CSSResult } from 'lit';
import { usageStyles } from './usage-view.styles.js';

export const styles: CSSResult = css`
  ${usageStyles}
  section section + section {
    margin-block-start: 24px;
    padding-block-start: 24px;
    border-block-start: 1px solid var(--_border);
  }
  h3 {
    margin-block-end: 4px;
    font-weight: 500;
  }
  .base > section > [role='status'] > .notice,
  .base > [role='status'] > .notice {
    margin-block-start: 0;
  }
  .headline {
    font-size: 1.25em;
    line-height: 1.2;
  }
  .headline + p {
    margin-block-start: 4px;
  }
  .headline .small {
    font-size: max(12px, 0.7em);
  }
  .amount .minor {
    color: var(--_text-muted);
  }
  section > .muted + .button {
    margin-block-start: 8px;
  }
  .plan + .plan {
    margin-block-start: 24px;
  }
  .advice {
    display: flex;
    min-block-size: 24px;
    gap: 8px;
    margin-block-start: 12px;
  }
  .advice > .icon {
    margin-block-start: calc(0.75em - 8px + 0.75px);
    color: var(--_positive);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 32px;
    margin-block-start: 12px;
  }
  .others > div:last-child {
    padding-block-end: 0;
  }
  .read-only {
    margin-block-start: 24px;
  }
  .payment {
    display: flex;
    gap: 12px;
  }
  .payment > .icon {
    inline-size: 20px;
    block-size: 20px;
    margin-block-start: calc(0.75em - 10px);
  }
`;
