import { css, type CSSResult } from 'lit';

/** For elements that use the functions of `fields.ts`. */
export const fieldStyles: CSSResult = css`
  .fields {
    display: grid;
    gap: 16px;
  }
  .fields.two {
    grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
  }
  .label {
    display: block;
    margin-block-end: 4px;
    font-size: max(12px, 0.875em);
    font-weight: 500;
  }
  .input {
    inline-size: 100%;
    min-block-size: 36px;
    padding: 5px 10px;
    border: 1px solid var(--_border-strong);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    text-align: inherit;
    unicode-bidi: plaintext;
  }
  select.input {
    text-overflow: ellipsis;
  }
  /* The shape of a field, which is none yet. */
  p.input {
    border-color: var(--_border);
  }
  .input[aria-invalid='true'] {
    border-color: var(--_negative);
  }
  .input:disabled {
    background: var(--_neutral-tint);
    color: var(--_text-muted);
  }
  label.check {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    min-block-size: 24px;
    cursor: pointer;
  }
  .check > input {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 4px 0 0;
    accent-color: var(--_accent);
  }
  .hint {
    margin-block-start: 4px;
  }
  .field-error {
    margin-block-start: 4px;
    color: var(--_negative);
  }
  /* Below its words, not its box. */
  .check ~ :is(.hint, .field-error) {
    margin-inline-start: 24px;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: 4px;
    font-size: max(12px, 0.875em);
    font-weight: 500;
  }
  @media (pointer: coarse) {
    .input,
    label.check {
      min-block-size: 44px;
    }
  }
`;
