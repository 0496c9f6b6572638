import { css, type CSSResult } from 'lit';

/** The next invoice comes first, also for those who listen or use the keyboard; where there is room, it stands at the end. */
export const styles: CSSResult = css`
  .tabs {
    display: flex;
    gap: 4px;
    min-block-size: 41px;
    margin-block-end: 24px;
    overflow-x: auto;
    border-block-end: 1px solid var(--_border);
    scrollbar-width: thin;
  }
  /* Where not all have room they fade out at the side where there are more. */
  @supports (animation-timeline: scroll()) {
    .portal:not(.vertical) > .tabs {
      --_left: linear-gradient(to right, transparent, #000 24px);
      --_right: linear-gradient(to left, transparent, #000 24px);
      --_both: linear-gradient(to right, transparent, #000 24px calc(100% - 24px), transparent);
      animation: more-after linear;
      animation-timeline: scroll(self inline);
    }
    .portal:not(.vertical) > .tabs:dir(rtl) {
      animation-name: more-before;
    }
  }
  @keyframes more-after {
    from {
      mask-image: var(--_right);
    }
    1%,
    99% {
      mask-image: var(--_both);
    }
    to {
      mask-image: var(--_left);
    }
  }
  @keyframes more-before {
    from {
      mask-image: var(--_left);
    }
    1%,
    99% {
      mask-image: var(--_both);
    }
    to {
      mask-image: var(--_right);
    }
  }
  .tab {
    position: relative;
    flex: none;
    min-block-size: 40px;
    padding: 8px 12px;
    border: 0;
    border-radius: calc(var(--_radius) * 0.75);
    background: none;
    color: var(--_text-muted);
    font-size: max(12px, 0.875em);
    font-weight: 500;
    white-space: nowrap;
  }
  .tab:hover {
    color: var(--_text);
  }
  .tab[aria-selected='true'] {
    color: var(--_text);
  }
  .tab[aria-selected='true']::after {
    position: absolute;
    inset: auto 12px 0;
    block-size: 2px;
    background: var(--_accent);
    content: '';
  }
  .tab:focus-visible {
    outline-offset: -2px;
  }
  /* The first label stands level with what is below it. */
  .portal:not(.vertical) .tab:first-child {
    padding-inline-start: 0;
  }
  .portal:not(.vertical) .tab[aria-selected='true']:first-child::after {
    inset-inline: 0 12px;
  }
  .vertical > .tabs {
    flex-direction: column;
    gap: 0;
    border: 0;
  }
  .vertical .tab[aria-selected='true'] {
    background: var(--_neutral-tint);
  }
  .vertical .tab[aria-selected='true']::after {
    inset: 8px auto 8px 0;
    inline-size: 2px;
    block-size: auto;
  }
  .vertical:dir(rtl) .tab[aria-selected='true']::after {
    inset: 8px 0 8px auto;
  }
  .portal.vertical:not(.narrow) {
    display: grid;
    grid-template-columns: minmax(140px, auto) minmax(0, 1fr);
    gap: 32px;
  }
  .narrow > .tabs {
    display: grid;
    grid-template-columns: 1fr 1fr;
    padding-block-end: 12px;
    border-block-end: 1px solid var(--_border);
  }
  .narrow .tab {
    padding-inline: 8px;
    white-space: normal;
  }
  .panels {
    min-inline-size: 0;
    container-type: inline-size;
  }
  .page {
    display: grid;
    gap: 32px;
  }
  @container (inline-size >= 840px) {
    .page {
      grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
      align-items: start;
      gap: 48px;
    }
    next-invoice {
      grid-column: 2;
      grid-row: 1;
    }
    billing-summary {
      grid-column: 1;
      grid-row: 1;
    }
  }
  @media (forced-colors: active) {
    .tab[aria-selected='true']::after {
      background: Highlight;
    }
  }
`;
