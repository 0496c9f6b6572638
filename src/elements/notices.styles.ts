import { css, type CSSResult } from 'lit';

export const noticeStyles: CSSResult = css`
  .icon {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: 8px;
    margin-block: 12px;
    padding: 8px 12px;
    border-radius: var(--_radius);
    background: var(--_neutral-tint);
    color: var(--_text);
    font-size: max(12px, 0.875em);
  }
  .notice > .icon {
    margin-block-start: calc((1lh - 16px) / 2);
  }
  .notice > p {
    flex: 1 1 16ch;
  }
  .notice > .button {
    align-self: center;
    font-size: inherit;
    margin-inline-start: 24px;
  }
  /* The first line stands level with the button. */
  .notice:has(> .button) > p {
    padding-block: 5px;
  }
  .notice:has(> .button) > .icon {
    margin-block-start: calc((1lh - 16px) / 2 + 5px);
  }
  .notice.warning {
    background: var(--_warning-tint);
  }
  .notice.warning > .icon {
    color: var(--_warning);
  }
  .notice.negative {
    background: var(--_negative-tint);
  }
  .notice.negative > .icon {
    color: var(--_negative);
  }
  @media (forced-colors: active) {
    .notice {
      border: 1px solid;
    }
  }
`;
