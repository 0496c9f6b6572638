import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatDate } from '../locale/dates.js';
import type { Wording } from '../locale/figure-runs.js';
import { formatAmount } from '../locale/money.js';
import type { InvoicePreview } from '../rating/index.js';
import type { Bill } from '../store/bill.js';
import { BillQuery } from '../store/bill-query.js';
import { base, buttons, skeletons } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { amount } from './amount.js';
import { arithmeticStyles, howTotal } from './arithmetic.js';
import { BillingElement } from './billing-element.js';
import { invoiceLine, lineName } from './invoice-line.js';
import { invoiceLineStyles } from './invoice-line.styles.js';
import { forecast } from './next-invoice.forecast.js';
import { invoiceSkeleton } from './next-invoice.skeleton.js';
import { styles } from './next-invoice.styles.js';
import { isPending, outcome } from './notices.js';
import { noticeStyles } from './notices.styles.js';

/**
 * What the next invoice comes to so far: its lines, each with how it was calculated, and the total to be expected if
 * usage goes on like this. Rated in the browser from the account's plan and usage.
 *
 * @csspart base - Everything.
 * @csspart title - The heading.
 * @csspart total - The amount so far, at the top.
 * @csspart line - One line of the invoice.
 * @csspart derivation - How an amount was calculated.
 * @csspart forecast - What the total is expected to be.
 * @csspart notice - A remark.
 * @csspart notice-info - A remark that states a fact.
 * @csspart notice-negative - A remark about a failure.
 * @csspart retry - The button that reads again.
 */
export class NextInvoice extends BillingElement {
  static override styles: CSSResultGroup = [
    tokens,
    base,
    buttons,
    skeletons,
    noticeStyles,
    arithmeticStyles,
    invoiceLineStyles,
    styles,
  ];

  @state() private retried = false;

  readonly #query = new BillQuery(this, () => this.store);

  protected override willUpdate(): void {
    const { status, data, stale, error } = this.#query.bill;
    this.setStates({
      loading: isPending(this.#query.bill),
      failed: status === 'failed',
      unsupported: status === 'unsupported',
      empty: data?.invoice === null,
      stale,
      'read-only': this.#query.access('subscriptions')?.write === false,
    });
    this.report(error);
  }

  override render(): TemplateResult | typeof nothing {
    const bill = this.#query.bill;
    if (bill.status === 'unsupported') return nothing;
    const said = this.retried && bill.status === 'ready' && !bill.stale ? this.text('common.loaded') : '';
    return html`<section
      part="base"
      class="base"
      lang=${this.language}
      aria-labelledby="title"
      aria-busy=${isPending(bill) ? 'true' : 'false'}
    >
      <div class="panel">
        <h2 part="title" id="title" tabindex="-1">${this.#title(bill.data)}</h2>
        ${outcome(this.language, 'invoice.failed', bill, this.#retry, said)}
        ${this.#content(bill.data, bill.status === 'failed')}
      </div>
    </section>`;
  }

  #title(bill: Bill | undefined): string {
    return this.text(bill?.invoice && !bill.invoice.dates.arrears ? 'invoice.first-title' : 'invoice.title');
  }

  #content(bill: Bill | undefined, failed: boolean): TemplateResult | typeof nothing {
    if (!bill) return failed ? nothing : invoiceSkeleton;
    if (!bill.invoice) return html`<p class="muted">${this.text(this.#hasPlan ? 'invoice.none' : 'invoice.empty')}</p>`;
    return html`${this.#head(bill.invoice)} ${this.#lines(bill.invoice)} ${forecast(this.language, bill)}`;
  }

  /** Also one that rests or has ended. */
  get #hasPlan(): boolean {
    return (this.#query.standing.data?.subscriptions ?? []).length > 0;
  }

  #head({ total, dates }: InvoicePreview): TemplateResult {
    const date = formatDate(this.language, dates.issueDate);
    const soFar = dates.arrears ? html`<span class="muted">${this.text('invoice.so-far')}</span>` : nothing;
    return html`<p part="total" class="total number">${amount(this.language, total)} ${soFar}</p>
      <p class="when">${this.text(dates.arrears ? 'invoice.issued' : 'invoice.first-issued', { date })}</p>`;
  }

  #lines(invoice: InvoicePreview): TemplateResult {
    const { lines, dates, total } = invoice;
    const wording = this.#wording(invoice);
    const isAlone = lines.length === 1;
    return html`<ul class="lines" aria-label=${this.text('invoice.lines')}>
        ${repeat(
          lines,
          (line) => line.key,
          (line) => invoiceLine(line, invoice, wording, isAlone),
        )}
      </ul>
      <p class="row sum">
        <span>${this.text(dates.arrears ? 'invoice.total' : 'invoice.first-total')}</span>
        <bdi class="number">${formatAmount(this.language, total)}</bdi>
      </p>
      ${isAlone ? nothing : howTotal(invoice.derivation, wording)}`;
  }

  #wording(invoice: InvoicePreview): Wording {
    const nameOf = (key: string): string | undefined => {
      const line = invoice.lines.find((each) => each.key === key);
      return line && lineName(this.language, line, invoice);
    };
    return { tag: this.language, currency: invoice, nameOf };
  }

  /** The button may be gone with the notice that it stands in, so that the focus moves to the heading. */
  #retry = (): void => {
    this.retried = true;
    this.#query.retry();
    this.renderRoot.querySelector('h2')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'next-invoice': NextInvoice;
  }
}
