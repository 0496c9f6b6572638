import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Account, Invoice, Page, PaymentMethod, PaymentOutcome, Subscription } from '../api/index.js';
import { isolate } from '../locale/messages.js';
import { formatMoney } from '../locale/money.js';
import { invoiceTexts } from '../locale/texts/invoices.js';
import { QueryController, type ReadState } from '../store/query.js';
import { readAccount } from '../store/reads/account.js';
import { readInvoice } from '../store/reads/invoices.js';
import { readSubscriptions } from '../store/reads/subscriptions.js';
import { todayOf, zoneOf } from '../store/today.js';
import { payInvoice } from '../store/writes/invoices.js';
import { badges } from '../styles/badges.js';
import { base, buttons, skeletons } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { Announcer } from './announcer.js';
import { arithmeticStyles } from './arithmetic.js';
import { badge } from './badge.js';
import { dialogStyles } from './dialog.styles.js';
import { ChangedEvent, TabOpenEvent } from './events.js';
import { fieldStyles } from './fields.styles.js';
import { fileNotice, invoiceActions, type InvoiceActions } from './invoice-detail.actions.js';
import { InvoiceComparison } from './invoice-detail.compare.js';
import { lastPayment, paymentDialog } from './invoice-detail.dialog.js';
import { InvoiceFiles } from './invoice-detail.files.js';
import { InvoicePayment } from './invoice-detail.payment.js';
import { detailSkeleton } from './invoice-detail.skeleton.js';
import { styles } from './invoice-detail.styles.js';
import { invoiceView } from './invoice-detail.view.js';
import { statusName, statusTone } from './invoice-detail.words.js';
import { invoiceLineStyles } from './invoice-line.styles.js';
import { InvoicePayEvent } from './invoice-list.events.js';
import { isPending, notice } from './notices.js';
import { noticeStyles } from './notices.styles.js';
import { methodName } from './payment-section.js';
import { ResourceElement, type Retryable } from './resource-element.js';

/**
 * An issued invoice: what each product came to, every line with its derivation, how it was paid, and what can be done
 * with it: pay, print, save. Every amount is worked out again in the browser.
 *
 * @fires {InvoicePayEvent} billing-invoice-pay - The user pays; it is charged unless that is prevented.
 * @fires {ChangedEvent} billing-changed - The invoice was paid.
 * @fires {TabOpenEvent} billing-tab-open - The usage of the month is wanted, or a payment method has to be added.
 * @csspart base - Everything.
 * @csspart title - The heading.
 * @csspart badge - The state of the invoice.
 * @csspart badge-neutral - A state that asks for nothing.
 * @csspart badge-accent - A state that is to be expected: due.
 * @csspart badge-positive - A state that is well: paid.
 * @csspart badge-warning - A state to look after: past due.
 * @csspart badge-negative - A state that failed.
 * @csspart total - The amount, at the top.
 * @csspart actions - What can be done with the invoice.
 * @csspart pay - The button that opens the payment.
 * @csspart print - The button that prints.
 * @csspart pdf - The button that saves a PDF.
 * @csspart csv - The button that saves the lines.
 * @csspart product - What one product came to.
 * @csspart line - One line of the invoice.
 * @csspart derivation - How an amount was calculated.
 * @csspart check - That all amounts were worked out again and agree.
 * @csspart compare - The button that compares the invoice with its preview.
 * @csspart comparison - What that has found.
 * @csspart payments - The tries to pay it.
 * @csspart payment - One of them.
 * @csspart credits - What was credited.
 * @csspart usage-link - The button that leads to the usage that was charged.
 * @csspart dialog - The dialog in which it is paid.
 * @csspart payment-method - A way to pay.
 * @csspart pay-confirm - The button that pays.
 * @csspart read-only - Why the user may look only.
 * @csspart notice - A remark.
 * @csspart notice-info - A remark that states a fact.
 * @csspart notice-warning - A remark about something to look after.
 * @csspart notice-negative - A remark about a failure.
 * @csspart retry - The button that reads again.
 */
export class InvoiceDetail extends ResourceElement<Invoice> {
  static override styles: CSSResultGroup = [
    ...[tokens, base, buttons, badges, skeletons, noticeStyles, dialogStyles, fieldStyles],
    ...[arithmeticStyles, invoiceLineStyles, styles],
  ];
  static override texts = invoiceTexts;

  /** The id of the invoice. */
  @property() invoice: string | undefined;

  /** The key of a line that is to be seen at once. */
  @property() line = '';

  /** A font file for PDFs, where names have letters beyond those of western languages; by https or from the page's origin. */
  @property({ attribute: 'pdf-font' }) pdfFont: string | undefined;

  protected override readonly resource = 'invoices';
  readonly #account = new QueryController<Account>(this, () => this.store, readAccount);
  readonly #subscriptions = new QueryController<Page<Subscription>>(this, () => this.store, readSubscriptions);
  readonly #read = new QueryController<Invoice>(
    this,
    () => this.store,
    () => (this.invoice ? readInvoice(this.invoice) : undefined),
  );
  readonly #voice = new Announcer(this);
  readonly #payment = new InvoicePayment(this, () => this.store);
  readonly #files = new InvoiceFiles(
    this,
    () => this.store,
    (file) => this.#voice.say(this.text(`issued.${file}-saved`)),
  );
  readonly #comparison = new InvoiceComparison(
    this,
    () => this.store,
    () => {
      const { data } = this.shown;
      return data && { invoice: data, subscriptions: this.#products };
    },
  );
  #seen = '';

  protected override get shown(): ReadState<Invoice> {
    return this.may.permitted('invoices', this.#read.state);
  }

  protected override get reads(): readonly Retryable[] {
    return [this.#account, this.#subscriptions, this.#read];
  }

  protected override isEmpty(): boolean {
    return false;
  }

  get #products(): readonly Subscription[] {
    return this.#subscriptions.state.data?.items ?? [];
  }

  protected override willUpdate(changed?: PropertyValues<this>): void {
    super.willUpdate();
    if (!changed?.has('invoice')) return;
    this.#files.reset();
    this.#payment.reset();
  }

  protected override forget(): void {
    this.#files.reset();
  }

  override render(): TemplateResult | typeof nothing {
    const { data, status, error } = this.shown;
    const isMissing = status === 'failed' && error?.kind === 'not-found';
    return this.frame({
      title: data ? this.text('sheet.title', { number: isolate(data.number) }) : this.text('issued.title'),
      head: data ? badge(statusTone(data.status), statusName(this.language, data.status)) : nothing,
      failed: 'issued.failed',
      note: lastPayment(this.#payment, this.language),
      outcome: isMissing ? this.#renderMissing() : undefined,
      content: html`${data ? this.#renderInvoice(data) : isPending(this.shown) ? detailSkeleton : nothing}
      ${this.renderReadOnly()} ${paymentDialog(this.#payment, this.#paymentWords())} ${this.#voice.render()}`,
    });
  }

  protected override updated(): void {
    super.updated();
    const wanted = `${this.invoice}/${this.line}`;
    if (!this.shown.data || this.line === '' || wanted === this.#seen) return;
    this.#seen = wanted;
    this.renderRoot.querySelector<HTMLElement>('[part=line] details[open] > summary')?.focus();
  }

  #renderMissing(): TemplateResult {
    return html`<div role="status">${notice('info', this.text('issued.not-found'))}</div>`;
  }

  #renderInvoice(invoice: Invoice): TemplateResult {
    const account = this.#account.state.data;
    const shown = {
      ...{ tag: this.language, invoice, subscriptions: this.#products },
      timeZone: account && zoneOf(account),
    };
    const actions: InvoiceActions = {
      filed: { ...shown, font: this.pdfFont, hasPdf: this.may.features.invoicePdf === true },
      files: this.#files,
      pay: this.#canPay(invoice) ? () => this.#payment.begin(invoice) : undefined,
      isHeld: this.#payment.busy,
    };
    const { arrears } = invoice.dates;
    return invoiceView({
      ...{ ...shown, line: this.line, comparison: this.#comparison },
      actions: invoiceActions(actions),
      remarks: fileNotice(actions),
      showUsage:
        arrears && this.may.of('usage').read ? () => this.#lead('usage', arrears.start.slice(0, 7)) : undefined,
    });
  }

  #paymentWords(): Parameters<typeof paymentDialog>[1] {
    const { data } = this.#account.state;
    const add = (): void => {
      this.#payment.close();
      this.#lead('payment-methods');
    };
    return { tag: this.language, today: data && todayOf(data), add };
  }

  /** What is owed, by somebody who may, at a back end that charges by hand. */
  #canPay({ amountDue, status }: Invoice): boolean {
    const isOwed = /^[1-9]/.test(amountDue.amount) && status !== 'void' && status !== 'credited';
    return isOwed && this.may.features.payInvoice === true && this.may.can(payInvoice);
  }

  #lead(tab: 'usage' | 'payment-methods', detail = ''): void {
    this.emit(new TabOpenEvent(tab, detail));
  }

  /** @internal */
  mayPay(invoice: Invoice, method: PaymentMethod): boolean {
    return this.emit(new InvoicePayEvent(invoice, method));
  }

  /** The button that opened the dialog may be gone, so that the focus moves to the heading. @internal */
  paid(invoice: Invoice, method: PaymentMethod | undefined, result: PaymentOutcome | undefined): void {
    const [amount, number] = [formatMoney(this.language, invoice.amountDue), isolate(invoice.number)];
    const name = method && methodName(this.language, method);
    if (result?.status === 'processing') this.#voice.say(this.text('pay.processing', { amount }));
    else if (result && name) this.#voice.say(this.text('pay.done', { number, amount, method: name }));
    else this.#voice.say(this.text('pay.found-done', { number }));
    this.emit(new ChangedEvent('invoices'));
    void this.updateComplete.then(() => this.focusTitle());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'invoice-detail': InvoiceDetail;
  }
}
