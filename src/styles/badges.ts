import { css, type CSSResult } from 'lit';

/** The state of a thing: a sign, a word and a tint. */
export const badges: CSSResult = css`
  .badge {
    display: inline-flex;
    align-items: baseline;
    gap: 4px;
    padding-block: 1px;
    padding-inline: 6px 8px;
    border-radius: 999px;
    background: var(--_neutral-tint);
    font-size: max(12px, 0.8125em);
    font-weight: 500;
    line-height: 1.5;
    white-space: nowrap;
  }
  .badge > .icon {
    align-self: center;
    inline-size: 12px;
    block-size: 12px;
  }
  .badge.positive {
    background: var(--_positive-tint);
    color: var(--_positive);
  }
  .badge.warning {
    background: var(--_warning-tint);
    color: var(--_warning);
  }
  .badge.negative {
    background: var(--_negative-tint);
    color: var(--_negative);
  }
  .badge.accent {
    background: var(--_accent-tint);
    color: var(--_accent);
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
    }
  }
`;
