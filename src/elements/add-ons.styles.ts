import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  h2 {
    font-size: 1.25em;
    line-height: 1.2;
  }
  .product {
    max-inline-size: 320px;
    margin-block-start: 12px;
  }
  .read-only {
    margin-block-start: 12px;
  }
  .add-ons {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(240px, 100%), 1fr));
    gap: 16px;
    margin-block-start: 16px;
  }
  /* The same rows in all cards that stand side by side. */
  .add-on {
    display: grid;
    grid-row: span 4;
    grid-template-rows: subgrid;
    align-items: start;
    gap: 8px;
    min-inline-size: 0;
    padding: 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  .add-on-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 8px;
    min-block-size: 26px;
  }
  .add-on-name {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .add-on-about {
    min-block-size: 2lh;
    overflow-wrap: anywhere;
  }
  .fee {
    font-size: 1.375em;
    font-weight: 600;
    line-height: 1.2;
  }
  .fee .minor {
    color: var(--_text-muted);
    font-weight: 400;
  }
  .add-on-foot {
    min-block-size: 32px;
    margin-block-start: 4px;
  }
  .consent {
    display: grid;
    gap: 4px;
    margin-block-start: 16px;
  }
  .consent > a {
    justify-self: start;
    min-block-size: 24px;
    margin-inline-start: 24px;
    color: inherit;
    text-underline-offset: 3px;
  }
`;
