import { css, type CSSResult } from 'lit';
import { heads } from '../styles/heads.js';
import { thresholdStyles } from './billing-alerts.thresholds.styles.js';

export const styles: CSSResult = css`
  ${heads}
  ${thresholdStyles}
  h3 {
    margin-block: 24px 4px;
  }
  .with-note {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 16px;
  }
  .about {
    margin-block: 8px 16px;
  }
  .about > p,
  .with-note ~ p {
    max-inline-size: 90ch;
  }
  .skeleton.box {
    inline-size: 16px;
    block-size: 24px;
  }

  .switching,
  .switch {
    display: flex;
    align-items: center;
    gap: 8px 16px;
  }
  .switch {
    gap: 8px;
    min-block-size: 32px;
    font-size: max(12px, 0.875em);
    font-weight: 500;
    cursor: pointer;
  }
  .switch > input {
    position: relative;
    flex: none;
    inline-size: 36px;
    block-size: 20px;
    margin: 0;
    border: 1px solid var(--_border-strong);
    border-radius: 10px;
    background: var(--_neutral-tint);
    appearance: none;
    cursor: pointer;
    transition: background-color 120ms ease-out;
  }
  .switch > input::before {
    position: absolute;
    inset-block-start: 3px;
    inset-inline-start: 3px;
    inline-size: 12px;
    block-size: 12px;
    border-radius: 50%;
    background: var(--_border-strong);
    transition: inset-inline-start 120ms ease-out;
    content: '';
  }
  .switch > input:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  .switch > input:checked::before {
    inset-inline-start: 19px;
    background: var(--_on-accent);
  }

  .snooze {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 8px;
  }
  .snooze .button {
    min-block-size: 36px;
  }
  .snooze > .saved {
    align-self: center;
    padding-block-start: 24px;
  }
  .notice > .saved {
    align-self: center;
  }

  .kinds .channel {
    inline-size: 88px;
    padding-inline-start: 16px;
  }
  .kinds .check {
    display: inline-flex;
    align-items: center;
    min-inline-size: 24px;
  }
  .kinds .check > input {
    margin: 0;
  }
  .box-name {
    display: none;
  }
  .kinds :is(th, td) {
    vertical-align: middle;
  }
  .plain .channel,
  .plain td {
    padding-inline-start: 24px;
  }
  .note-cell {
    inline-size: 120px;
    padding-inline-start: 16px;
    white-space: nowrap;
  }
  .plain .note-cell {
    display: none;
  }
  .refused > td {
    padding: 0;
  }
  .saved .link {
    color: var(--_text);
  }

  .add {
    margin-block-start: 12px;
  }
  .off {
    color: var(--_text-muted);
  }
  :disabled {
    cursor: default;
    opacity: 1;
  }
  .button:disabled,
  .icon-button:disabled {
    color: var(--_text-muted);
    background: none;
  }

  @media (pointer: coarse) {
    :is(.snooze, .threshold) .input {
      min-block-size: 44px;
    }
    .switch,
    .kinds .check {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .switch > input {
      appearance: auto;
    }
    .switch > input::before {
      content: none;
    }
  }
  @container (inline-size < 560px) {
    .kinds tbody tr:not(.refused) {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 16px;
    }
    .kinds tbody th {
      flex: 1 0 100%;
    }
    .kinds .channel {
      inline-size: auto;
      padding-inline-start: 0;
    }
    .kinds .check {
      gap: 8px;
    }
    .box-name {
      display: inline;
    }
    .note-cell {
      inline-size: auto;
      margin-inline-start: auto;
    }
    .plain td {
      padding-inline-start: 0;
    }
  }
`;
