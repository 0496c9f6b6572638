import { css, type CSSResult } from 'lit';

/** For elements that use `dialog()`. */
export const dialogStyles: CSSResult = css`
  .dialog {
    inline-size: min(520px, calc(100vw - 32px));
    max-block-size: calc(100dvh - 32px);
    margin: auto;
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: 0 16px 48px rgb(0 0 0 / 24%);
  }
  .dialog.wide {
    inline-size: min(720px, calc(100vw - 32px));
  }
  .dialog::backdrop {
    background: rgb(0 0 0 / 40%);
  }
  .dialog[open] {
    animation: appear 160ms ease-out;
  }
  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  .dialog-head {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 16px;
    padding: 20px 24px 0;
  }
  .dialog-title {
    padding-block: 4px;
    font-size: 1.25em;
    line-height: 24px;
  }
  .dialog-body {
    padding: 12px 24px 20px;
  }
  /* Its own padding is the space around what comes first and last. */
  .dialog-body > [role='status']:first-child > .notice:first-child {
    margin-block-start: 0;
  }
  .dialog-body > :is([role='status'], [role='alert']):last-child > .notice:last-child {
    margin-block-end: 0;
  }
  .dialog-body > :last-child > li:last-child {
    border: 0;
    padding-block-end: 0;
  }
  .dialog-actions {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
    padding: 12px 24px;
    border-block-start: 1px solid var(--_border);
    background: var(--_surface-raised);
  }
  @media (width < 420px) {
    .dialog-head {
      padding-inline: 16px;
    }
    .dialog-body {
      padding-inline: 16px;
    }
    .dialog-actions {
      padding-inline: 16px;
    }
    .dialog-actions > .button {
      flex: 1 1 auto;
      text-align: center;
    }
  }
`;
