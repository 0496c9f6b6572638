import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
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
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    column-gap: 16px;
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
  .plan + .plan {
    margin-block-start: 24px;
  }
  .advice {
    display: flex;
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
  .meter {
    display: flex;
    gap: 2px;
    block-size: 8px;
    margin-block: 8px 4px;
    border-radius: 4px;
    background: var(--_neutral-tint);
    overflow: hidden;
  }
  .used {
    background: var(--_accent);
  }
  .beyond {
    background: repeating-linear-gradient(135deg, var(--_warning) 0 3px, var(--_warning-tint) 3px 6px);
  }
  .over {
    color: var(--_warning);
    font-weight: 500;
  }
  .graph {
    display: block;
    margin-block-start: 16px;
  }
  .graph-space {
    display: block;
    inline-size: 100%;
    block-size: calc(clamp(240px, 42cqi, 296px) + 24px);
    margin-block-start: 16px;
  }
  .graph-space::after {
    inset: 0;
  }
  .others {
    margin-block-start: 16px;
  }
  .others > div {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 16px;
    padding-block: 8px;
    border-block-start: 1px solid var(--_border);
  }
  .others > div:last-child {
    padding-block-end: 0;
  }
  .others dd {
    white-space: nowrap;
  }
  .read-only {
    margin-block-start: 24px;
  }
  .payment {
    display: flex;
    gap: 12px;
  }
  @container (inline-size < 400px) {
    .others dt .small {
      display: block;
    }
  }
  .payment > .icon {
    inline-size: 20px;
    block-size: 20px;
    margin-block-start: calc(0.75em - 10px);
  }
  @media (forced-colors: active) {
    .meter {
      border: 1px solid;
    }
    .used {
      background: Highlight;
      forced-color-adjust: none;
    }
    .beyond {
      background: repeating-linear-gradient(135deg, CanvasText 0 3px, Canvas 3px 6px);
      forced-color-adjust: none;
    }
  }
`;
