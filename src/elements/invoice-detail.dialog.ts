import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { BillingError, Invoice, PaymentMethod } from '../api/index.js';
import { formatMonth } from '../locale/dates.js';
import { failureText, refusalText } from '../locale/errors.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { formatMoney } from '../locale/money.js';
import type { PlainDate } from '../rating/index.js';
import { amount } from './amount.js';
import { dialog } from './dialog.js';
import type { InvoicePayment } from './invoice-detail.payment.js';
import { declineReason } from './invoice-detail.words.js';
import { isPending, notice } from './notices.js';
import { methodName } from './payment-section.js';

/** What the dialog needs beside the payment. */
export interface PaymentWords {
  readonly tag: LanguageTag;
  /** The account's day, which a card must not have expired on. */
  readonly today: PlainDate | undefined;
  /** Leads to where a method can be put on file. */
  readonly add: () => void;
}

/** The dialog in which an invoice is paid: with what, how much, and one button that says so. It is always in the page. */
export function paymentDialog(payment: InvoicePayment, words: PaymentWords): TemplateResult {
  const { invoice, busy, close, pay } = payment;
  const { tag } = words;
  const title = invoice ? text(tag, 'pay.title', { number: isolate(invoice.number) }) : '';
  return dialog(tag, {
    ...{ open: invoice !== undefined, id: 'pay', title, busy, close, submit: pay },
    content: invoice && content(payment, invoice, words),
    actions: invoice && actions(payment, invoice, tag),
  });
}

/** What became of the last payment, when the dialog is closed; also of one from before the page was loaded anew. */
export const lastPayment = (payment: InvoicePayment, tag: LanguageTag): TemplateResult =>
  html`<div role="status">${payment.invoice ? nothing : became(payment, tag)}</div>`;

function became({ state, check }: InvoicePayment, tag: LanguageTag): TemplateResult | typeof nothing {
  const { status, result, error } = state;
  if (status === 'checking') return notice('info', text(tag, 'write.checking'));
  if (status === 'unknown')
    return notice('warning', text(tag, 'write.unknown'), button(tag, 'write.look-again', check));
  if (status === 'failed') return error ? notice('negative', refusal(tag, error)) : nothing;
  if (status !== 'done') return nothing;
  return notice('info', text(tag, result?.status === 'processing' ? 'pay.under-way' : 'pay.went-through'));
}

function content(payment: InvoicePayment, invoice: Invoice, words: PaymentWords): TemplateResult {
  const { tag, add } = words;
  const { data, status, error } = payment.methods;
  const isNone = data?.items.length === 0;
  return html`<p class="pay-amount number">${amount(tag, invoice.amountDue)}</p>
    <div role="status">
      ${outcome(payment, tag)}
      ${status === 'failed' ? notice('negative', failureText(tag, 'pay.failed', error), button(tag, 'common.retry', payment.retry)) : nothing}
      ${isNone ? notice('warning', text(tag, 'pay.none'), button(tag, 'pay.add', add)) : nothing}
    </div>
    ${isPending(payment.methods) ? skeleton : nothing} ${data && !isNone ? choice(payment, data.items, words) : nothing}`;
}

/** What became of it. */
function outcome({ state, check }: InvoicePayment, tag: LanguageTag): TemplateResult | typeof nothing {
  const { status, error } = state;
  if (status === 'checking') return notice('info', text(tag, 'write.checking'));
  if (status === 'unknown')
    return notice('warning', text(tag, 'write.unknown'), button(tag, 'write.look-again', check));
  return status === 'failed' && error ? notice('negative', refusal(tag, error)) : nothing;
}

/** What happened, what it means for the money, what to do. */
function refusal(tag: LanguageTag, error: BillingError): string {
  const isBanks = error.kind === 'payment-declined' || error.kind === 'action-required';
  if (!isBanks)
    return `${refusalText(tag, error)} ${error.kind === 'outcome-unknown' ? '' : text(tag, 'pay.nothing-charged')}`.trim();
  const code = error.code ?? (error.kind === 'action-required' ? 'authentication-required' : 'declined');
  const declined = text(tag, 'pay.declined', { reason: declineReason(tag, code) });
  return [declined, text(tag, 'pay.nothing-charged'), text(tag, 'pay.choose-another')].join(' ');
}

function choice(payment: InvoicePayment, methods: readonly PaymentMethod[], words: PaymentWords): TemplateResult {
  return html`<fieldset class="pay-methods" ?disabled=${payment.busy}>
    <legend>${text(words.tag, 'pay.method')}</legend>
    ${methods.map((method) => option(payment, method, words))}
  </fieldset>`;
}

function option(payment: InvoicePayment, method: PaymentMethod, { tag, today }: PaymentWords): TemplateResult {
  const isExpired = today !== undefined && method.expires !== null && method.expires < today.slice(0, 7);
  const remarks = [
    ...(method.role === 'default' ? [text(tag, 'pay.default')] : []),
    ...(method.role === 'backup' ? [text(tag, 'pay.backup')] : []),
    ...(method.expires === null || isExpired
      ? []
      : [text(tag, 'payment.expires', { month: formatMonth(tag, method.expires) })]),
    ...(isExpired ? [text(tag, 'pay.expired')] : []),
    ...(payment.wasDeclined(method) ? [text(tag, 'pay.was-declined')] : []),
  ];
  return html`<label class="pay-method" part="payment-method">
    <input
      type="radio"
      name="method"
      value=${method.id}
      .checked=${live(payment.chosen?.id === method.id)}
      @change=${() => payment.choose(method.id)}
    />
    <span>
      <span class="number">${methodName(tag, method)}</span>
      <span class="muted small">${remarks.join(' · ')}</span>
    </span>
  </label>`;
}

function actions(payment: InvoicePayment, { amountDue }: Invoice, tag: LanguageTag): TemplateResult {
  const { busy, close, state, chosen } = payment;
  const mayPay = chosen !== undefined && state.status !== 'unknown';
  return html`<button type="button" class="button" aria-disabled=${busy ? 'true' : 'false'} @click=${close}>
      ${text(tag, 'common.cancel')}
    </button>
    ${mayPay ? payButton(tag, text(tag, 'pay.confirm', { amount: formatMoney(tag, amountDue) }), busy, state.slow) : nothing}`;
}

/** It keeps its width while it says what it does. */
const payButton = (tag: LanguageTag, label: string, busy: boolean, slow: boolean): TemplateResult =>
  html`<button part="pay-confirm" type="submit" class="button primary working" aria-disabled=${busy ? 'true' : 'false'}>
    <span class=${busy ? 'behind' : ''}>${label}</span>
    ${busy ? html`<span role="status">${text(tag, slow ? 'pay.slow' : 'pay.pending')}</span>` : nothing}
  </button>`;

const button = (
  tag: LanguageTag,
  label: 'common.retry' | 'write.look-again' | 'pay.add',
  click: () => void,
): TemplateResult => html`<button type="button" class="button" @click=${click}>${text(tag, label)}</button>`;

const skeleton = html`<div aria-hidden="true" class="pay-methods">
  <p class="pay-method"><span class="skeleton long"></span></p>
  <p class="pay-method"><span class="skeleton long"></span></p>
</div>`;
