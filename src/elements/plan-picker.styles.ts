import { css, type CSSResult } from 'lit';
import { heads } from '../styles/heads.js';

export const styles: CSSResult = css`
  ${heads}
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .segments {
    display: inline-flex;
    border: 1px solid var(--_border-strong);
    border-radius: calc(var(--_radius) * 0.75);
    overflow: hidden;
  }
  .segment {
    min-block-size: 30px;
    padding: 4px 12px;
    border: 0;
    background: transparent;
    font-size: max(12px, 0.875em);
    font-weight: 500;
  }
  .segment + .segment {
    border-inline-start: 1px solid var(--_border-strong);
  }
  .segment:hover {
    background: var(--_neutral-tint);
  }
  .segment[aria-pressed='true'] {
    background: var(--_accent-tint);
    color: var(--_accent);
  }
  .segment:focus-visible {
    outline-offset: -3px;
  }
  .product {
    max-inline-size: 320px;
    margin-block-start: 12px;
  }
  .what-if {
    margin-block: 16px 24px;
    padding: 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  .what-if-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    min-block-size: 24px;
    margin-block-end: 12px;
  }
  .what-if > :last-child {
    margin-block-start: 12px;
  }
  .fields.two {
    grid-template-columns: repeat(auto-fill, minmax(min(280px, 100%), 1fr));
  }
  .slider-fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 11ch;
    align-items: center;
    gap: 12px;
    min-block-size: 36px;
  }
  .slider-fields > [type='range'] {
    inline-size: 100%;
    min-block-size: 24px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .field-line {
    min-block-size: 36px;
  }
  .add-ons {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 4px 24px;
  }
  .add-ons > legend {
    float: inline-start;
    inline-size: 100%;
  }
  .plans {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(216px, 100%), 1fr));
    gap: 16px;
    margin-block-start: 16px;
  }
  /* One card less in a row where the last one would stand alone: five are three and two, not four and one. */
  @container (680px <= inline-size < 912px) {
    .plans:has(> :nth-child(6n + 4):last-child) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (912px <= inline-size < 1144px) {
    .plans:has(> :is(:nth-child(3), :nth-child(4n + 5)):last-child) {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container (1144px <= inline-size < 1376px) {
    .plans:has(> :nth-child(5n + 6):last-child) {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
  /* The same rows in all cards that stand side by side. */
  .plans > .plan {
    display: grid;
    grid-row: span 7;
    grid-template-rows: subgrid;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
    gap: 12px;
    min-inline-size: 0;
    padding: 16px;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  .plans.unwarned > .plan {
    grid-row: span 6;
  }
  .plans.bare > .plan {
    grid-row: span 5;
  }
  .plans > .plan.current {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .plan-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    min-block-size: 26px;
  }
  .plan-name {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-weight: 600;
  }
  .fee {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.2;
  }
  :is(.fee, .cost-total) .minor {
    color: var(--_text-muted);
    font-weight: 400;
  }
  .plan-about {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .terms {
    display: grid;
    gap: 4px;
    overflow-wrap: anywhere;
  }
  .costs {
    border-block-start: 1px solid var(--_border);
  }
  .cost {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 16px;
    align-items: center;
    gap: 2px 4px;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 0;
    border: 0;
    border-block-end: 1px solid var(--_border);
    background: none;
  }
  .cost:hover {
    background: var(--_neutral-tint);
  }
  .cost > .icon {
    margin-inline-end: -4px;
  }
  .cost-total {
    font-weight: 600;
    white-space: nowrap;
  }
  .cost-mark {
    grid-column: 1 / -1;
  }
  .cost-lines {
    margin-block-start: 12px;
    border-block-start: 1px solid var(--_border);
  }
  .cost-lines > li {
    padding-block: 8px;
    border-block-end: 1px solid var(--_border);
  }
  .cost-line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 45px;
    border-block-end: 1px solid var(--_border);
  }
  .plan > .notice {
    margin-block: 0;
  }
  .plan > .notice > p {
    flex-basis: 8ch;
  }
  .plan-foot {
    display: grid;
    grid-row: -2 / -1;
  }
  .plan-foot:has(*) {
    min-block-size: 36px;
  }
  .choose {
    min-inline-size: 0;
    min-block-size: 36px;
    /* Three whole lines. */
    max-block-size: calc(3lh + 10px);
    padding-inline: 8px;
    overflow: hidden;
    overflow-wrap: anywhere;
    white-space: normal;
    text-align: center;
  }
  .reason {
    display: flex;
    gap: 8px;
    overflow-wrap: anywhere;
  }
  .reason > .icon {
    margin-block-start: calc(0.75em - 8px);
  }
  .apart {
    margin-block-start: 32px;
  }
  @media (forced-colors: active) {
    .segment[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .plans > .plan.current {
      border: 3px solid Highlight;
      padding: 14px;
    }
  }
  @media (pointer: coarse) {
    .segment,
    .slider-fields > [type='range'] {
      min-block-size: 44px;
    }
  }
`;
