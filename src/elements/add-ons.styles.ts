import { css, type CSSResult } from 'lit';
import { heads } from '../styles/heads.js';

export const styles: CSSResult = css`
  ${heads}
  .product {
    max-inline-size: 320px;
    margin-block-start: 12px;
  }
  .add-ons {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(240px, 100%), 1fr));
    gap: 16px;
    margin-block-start: 16px;
  }
  /* Four are two and two, not three and one. */
  @container (752px <= inline-size < 1008px) {
    .add-ons:has(> :nth-child(6n + 4):last-child) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  /* The same rows in all cards that stand side by side. */
  .add-on {
    display: grid;
    grid-row: span 4;
    grid-template-rows: subgrid;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
    gap: 8px;
    min-inline-size: 0;
    padding: 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  .add-on-head {
    display: grid;
    gap: 4px;
    justify-items: start;
  }
  .add-on-name {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .add-on-about {
    display: -webkit-box;
    min-block-size: 2lh;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
  }
  .fee {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.2;
  }
  .fee .minor {
    color: var(--_text-muted);
    font-weight: 400;
  }
  .add-on-foot > .button {
    text-align: center;
  }
  .add-on-foot {
    display: grid;
  }
  .add-on-foot:has(*) {
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
