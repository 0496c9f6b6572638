import { css, type CSSResult } from 'lit';
import { heads } from '../styles/heads.js';

const list = css`
  ${heads}
  .group {
    margin-block-start: 24px;
  }
  .group > h3 {
    font-weight: 500;
  }
  .methods {
    margin-block-start: 4px;
  }
  .method {
    position: relative;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 12px;
    min-block-size: 65px;
    padding-block: 8px;
    border-block-end: 1px solid var(--_border);
  }
  .method:has(> .grip) {
    grid-template-columns: auto auto minmax(0, 1fr) auto;
  }
  .method > .warning {
    grid-column: 1 / -1;
  }
  .sign {
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.75);
    color: var(--_text-muted);
  }
  .sign > .icon {
    inline-size: 20px;
    block-size: 20px;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    font-weight: 500;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 4px;
  }
  .actions > .button + .button {
    margin-inline-start: 4px;
  }
  .grip {
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 36px;
    margin-inline: -4px -8px;
    color: var(--_text-muted);
    cursor: grab;
    touch-action: none;
  }
  .dragged {
    opacity: 0.5;
  }
  .dragged > .grip {
    cursor: grabbing;
  }
  .drop-at::before {
    position: absolute;
    inset: -2px 0 auto;
    block-size: 3px;
    border-radius: 2px;
    background: var(--_accent);
    content: '';
  }
  @container (inline-size < 560px) {
    .method {
      align-items: start;
    }
    .method > .actions:has(> .button) {
      grid-column: 1 / -1;
      margin-block-start: 4px;
    }
  }
  @media (pointer: coarse) {
    .grip {
      inline-size: 44px;
      block-size: 44px;
    }
  }
`;

const form = css`
  .dialog section + section {
    margin-block-start: 24px;
  }
  .legend {
    margin: 0 0 4px;
    font-size: 1em;
    font-weight: 600;
  }
  .address-section > .hint {
    margin-block: 0 12px;
  }
  .row-2 {
    grid-template-columns: repeat(auto-fit, minmax(min(160px, 100%), 1fr));
  }
  .row-3 {
    grid-template-columns: repeat(auto-fit, minmax(min(120px, 100%), 1fr));
  }
  /* The frame draws its focus rings within itself. */
  .card-space {
    position: relative;
    margin-inline: -3px;
  }
  .card-space.loading {
    min-block-size: 210px;
  }
  .card-space.loading > slot {
    visibility: hidden;
  }
  .card-space.broken > slot {
    display: none;
  }
  .card-skeleton {
    position: absolute;
    inset: 3px;
    display: grid;
    grid-template-columns: 1fr 1fr;
    align-content: start;
    gap: 16px;
  }
  .card-skeleton > .skeleton {
    grid-column: 1 / -1;
  }
  .card-skeleton > .box {
    inline-size: auto;
    block-size: 60px;
  }
  .card-skeleton > .box::after {
    inset-block: 24px 0;
  }
  .card-skeleton > .half {
    grid-column: auto;
  }
  .terms {
    margin-inline-start: 24px;
    color: inherit;
  }
  .replacement {
    margin-block-start: 16px;
  }
  .steady {
    min-inline-size: 8em;
    text-align: center;
  }
  .notice.positive {
    background: var(--_positive-tint);
  }
  .notice.positive > .icon {
    color: var(--_positive);
  }
`;

export const styles: CSSResult = css`
  ${list}
  ${form}
`;
