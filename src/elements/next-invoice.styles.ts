import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .panel {
    padding: 24px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  .panel > [role='status']:last-child > .notice {
    margin-block-end: 0;
  }
  h2 {
    font-size: 1em;
  }
  h2 + .muted {
    margin-block-start: 4px;
  }
  .total {
    margin-block-start: 4px;
    font-size: 2em;
    font-weight: 600;
    line-height: 1.2;
  }
  .total .minor {
    color: var(--_text-muted);
    font-weight: 400;
  }
  .total > .muted {
    font-size: 0.5em;
    font-weight: 400;
  }
  .when {
    margin-block-start: 4px;
    color: var(--_text-muted);
    font-size: max(12px, 0.875em);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: 16px;
  }
  .sum {
    padding-block-start: 8px;
    font-weight: 600;
  }
  .forecast {
    margin-block-start: 16px;
    padding: 12px;
    border: 1px dashed var(--_border-strong);
    border-radius: var(--_radius);
  }
  .forecast .number {
    margin-inline-start: auto;
  }
  @container (inline-size < 340px) {
    .panel {
      padding: 16px;
    }
  }
`;
