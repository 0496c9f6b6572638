import { html, nothing, type TemplateResult } from 'lit';
import { failureText } from '../locale/errors.js';
import { text } from '../locale/messages.js';
import { fileButton } from './file-button.js';
import { icon } from './icons.js';
import type { FiledInvoice, InvoiceFiles } from './invoice-detail.files.js';
import { notice } from './notices.js';

/** What can be done with an invoice. */
export interface InvoiceActions {
  readonly filed: FiledInvoice;
  readonly files: InvoiceFiles;
  /** Opens the payment; `undefined` where there is nothing to pay, or the user may not. */
  readonly pay: (() => void) | undefined;
  /** Whether an earlier payment is still under way: until it is known what became of it, no other one begins. */
  readonly isHeld: boolean;
}

/** The buttons: paying first, where there is something to pay. */
export function invoiceActions({ filed, files, pay, isHeld }: InvoiceActions): TemplateResult {
  const { tag, invoice } = filed;
  const isAgain = invoice.attempts.at(-1)?.outcome === 'declined';
  return html`<div part="actions" class="actions" role="group" aria-label=${text(tag, 'issued.actions')}>
    ${pay ? payButton(text(tag, isAgain ? 'pay.again' : 'pay.open'), isHeld, pay) : nothing}
    <button part="print" type="button" class="button" @click=${() => files.print(filed)}>
      ${icon('print')}${text(tag, 'issued.print')}
    </button>
    ${fileButton({
      part: 'pdf',
      label: text(tag, 'issued.pdf'),
      making: text(tag, 'issued.pdf-making'),
      isMaking: files.state.status === 'making',
      save: () => files.pdf(filed),
    })}
    <button part="csv" type="button" class="button" @click=${() => files.csv(filed)}>
      ${icon('download')}${text(tag, 'issued.csv')}
    </button>
  </div>`;
}

/** What became of the last file. */
export function fileNotice({ filed, files }: InvoiceActions): TemplateResult {
  const { tag } = filed;
  const { state } = files;
  const retry = (again: () => void): TemplateResult => button(text(tag, 'common.retry'), again);
  const print = button(text(tag, 'issued.print-or-pdf'), () => files.print(filed));
  return html`<div role="status">
    ${state.status === 'failed' ? notice('negative', failureText(tag, 'file.failed', state.error), retry(state.again)) : nothing}
    ${state.status === 'must-print' ? notice('info', text(tag, 'issued.pdf-by-print'), print) : nothing}
  </div>`;
}

const payButton = (label: string, isHeld: boolean, pay: () => void): TemplateResult =>
  html`<button
    part="pay"
    type="button"
    class="button primary"
    aria-disabled=${isHeld ? 'true' : 'false'}
    @click=${() => (isHeld ? undefined : pay())}
  >
    ${label}
  </button>`;

const button = (label: string, click: () => void): TemplateResult =>
  html`<button type="button" class="button" @click=${click}>${label}</button>`;
