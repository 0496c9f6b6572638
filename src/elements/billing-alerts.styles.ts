import { css, type CSSResult } from 'lit';
import { heads } from '../styles/heads.js';

export const styles: CSSResult = css`
  ${heads}
  h3 {
    margin-block: 24px 4px;
  }
  .about {
    margin-block: 8px 16px;
  }
  .about > p,
  h3 + p,
  h3 + p ~ p {
    max-inline-size: 90ch;
  }
  .skeleton.wide {
    inline-size: 48ch;
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

  .thresholds > li {
    padding-block: 12px;
    border-block-end: 1px solid var(--_border);
  }
  .threshold {
    display: grid;
    grid-template-columns: minmax(0, 232px) 152px minmax(0, 1fr) auto 32px;
    align-items: start;
    gap: 8px;
  }
  .threshold .label {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .threshold > .field:first-child {
    grid-column: 1;
  }
  .value {
    position: relative;
    grid-column: 2;
  }
  .value .input {
    padding-inline-end: 72px;
    font-variant-numeric: tabular-nums;
  }
  .unit {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 11px;
    max-inline-size: 64px;
    overflow: hidden;
    color: var(--_text-muted);
    line-height: 36px;
    text-overflow: ellipsis;
    white-space: nowrap;
    pointer-events: none;
  }
  .value + :is(.field, .subject) {
    grid-column: 3;
    max-inline-size: 320px;
  }
  .subject,
  .threshold > .note {
    line-height: 36px;
  }
  .threshold > .note {
    grid-column: 4;
    min-inline-size: 104px;
  }
  .threshold > .remove {
    grid-column: 5;
    margin-block-start: 3px;
  }
  .replay {
    display: block;
    unicode-bidi: plaintext;
    min-block-size: 1lh;
    margin-block-start: 4px;
  }
  .add {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
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
    :is(.unit, .subject, .threshold > .note) {
      line-height: 44px;
    }
    .threshold > .remove {
      margin: 0;
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
    .threshold {
      grid-template-columns: minmax(0, 128px) minmax(0, 1fr) 32px;
    }
    .threshold > .field:first-child {
      grid-column: 1 / 3;
    }
    .value {
      grid-column: 1;
      grid-row: 2;
    }
    .value + :is(.field, .subject) {
      grid-column: 2 / 4;
      grid-row: 2;
    }
    .threshold > .note {
      grid-column: 1 / 3;
      grid-row: 3;
      line-height: inherit;
    }
    .threshold > .note:empty {
      display: none;
    }
    .threshold > .remove {
      grid-column: 3;
      grid-row: 1;
    }
  }
`;
