import { css, type CSSResult } from 'lit';
import { arithmeticStyles } from './arithmetic.js';
import { dialogStyles } from './dialog.styles.js';
import { invoiceLineStyles } from './invoice-line.styles.js';
import { noticeStyles } from './notices.styles.js';

const own: CSSResult = css`
  .quote-summary {
    color: var(--_text-muted);
    unicode-bidi: plaintext;
  }
  .dialog-body > [role='status']:has(> p) {
    margin-block-end: 8px;
  }
  .quote-due {
    margin-block-start: 16px;
  }
  .quote-amount {
    font-size: 2em;
    font-weight: 600;
    line-height: 1.2;
  }
  .quote-amount .minor {
    color: var(--_text-muted);
    font-weight: 400;
  }
  .dialog .lines {
    margin-block-start: 12px;
  }
  .dialog .row {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: 16px;
  }
  /* An amount stands at the end, also on a line of its own; an isolated one has a start of its own. */
  .dialog:dir(ltr) .row > * + * {
    margin-left: auto;
  }
  .dialog:dir(rtl) .row > * + * {
    margin-right: auto;
  }
  .dialog .sum {
    padding-block-start: 8px;
    font-weight: 600;
  }
  .quote-facts {
    display: grid;
    gap: 4px;
    margin-block: 16px 4px;
  }
  .quote-facts > div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: 16px;
  }
  .quote-notes {
    margin-block-start: 12px;
    padding-inline-start: 20px;
    list-style: disc;
  }
  .quote-notes > li + li {
    margin-block-start: 4px;
  }
  .dialog-actions .button {
    white-space: normal;
    text-align: center;
  }
`;

/** For elements that use `quoteDialog()`: all that the dialog needs beside tokens, base, buttons and skeletons. */
export const quoteDialogStyles: CSSResult[] = [noticeStyles, arithmeticStyles, invoiceLineStyles, dialogStyles, own];
