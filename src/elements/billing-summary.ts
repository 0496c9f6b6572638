import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { Page, PaymentMethod, Subscription } from '../api/index.js';
import type { FailureKey } from '../locale/errors.js';
import { formatDate } from '../locale/dates.js';
import { AdviceQuery } from '../store/advice-query.js';
import { BillQuery, type Standing } from '../store/bill-query.js';
import { permitted } from '../store/combine.js';
import { QueryController, type ReadState } from '../store/query.js';
import { readPaymentMethods } from '../store/reads/payments.js';
import { todayOf } from '../store/today.js';
import { base, buttons, skeletons } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { adviceOn } from './advice-section.js';
import { BillingElement } from './billing-element.js';
import { adviceSkeleton, paymentSkeleton, planSkeleton, usageSkeleton } from './billing-summary.skeleton.js';
import { styles } from './billing-summary.styles.js';
import { TabOpenEvent } from './events.js';
import { isPending, outcome } from './notices.js';
import { noticeStyles } from './notices.styles.js';
import { paymentMethod } from './payment-section.js';
import { planOf, type LeadTab } from './plan-section.js';
import { usageOf } from './usage-section.js';

type SectionName = 'plan' | 'usage' | 'payment';

/**
 * An account at a glance: the plan, this month's usage against its allowance, and the payment method on file.
 *
 * @fires {TabOpenEvent} billing-tab-open - Another part of the page is wanted: to compare plans, to pay an invoice.
 * @csspart base - Everything.
 * @csspart section - One of plan, usage and payment method.
 * @csspart plan - A subscription's plan.
 * @csspart advice - Whether another plan would have cost less.
 * @csspart allowance - An allowance: its words and its meter.
 * @csspart meter - The bar of an allowance.
 * @csspart meter-used - The part of the bar that is used.
 * @csspart meter-over - The part of the bar that is over the allowance.
 * @csspart payment-method - The payment method on file.
 * @csspart read-only - Why the user may look only.
 * @csspart notice - A remark.
 * @csspart notice-info - A remark that states a fact.
 * @csspart notice-warning - A remark about something to look after.
 * @csspart notice-negative - A remark about a failure.
 * @csspart retry - The button that reads again.
 */
export class BillingSummary extends BillingElement {
  static override styles: CSSResultGroup = [tokens, base, buttons, skeletons, noticeStyles, styles];

  @state() private retried = false;

  readonly #query = new BillQuery(this, () => this.store);
  readonly #advice = new AdviceQuery(this, () => this.store, this.#query);
  readonly #payment = new QueryController<Page<PaymentMethod>>(this, () => this.store, readPaymentMethods);

  get #methods(): ReadState<Page<PaymentMethod>> {
    return permitted(this.#payment.state, this.#query.capabilities, 'payment-methods');
  }

  protected override willUpdate(): void {
    const { standing, bill } = this.#query;
    const { status, data } = standing;
    this.setStates({
      loading: isPending(standing),
      failed: status === 'failed',
      unsupported: status === 'unsupported',
      empty: data && currentOf(data).length === 0,
      stale: this.#isStale(),
      'read-only': this.#query.access('subscriptions')?.write === false,
    });
    this.report(standing.error ?? bill.error ?? this.#methods.error);
  }

  override render(): TemplateResult | typeof nothing {
    const { standing } = this.#query;
    if (standing.status === 'unsupported') return nothing;
    const overall = { ...standing, stale: this.#isStale() };
    const said = this.retried && standing.status === 'ready' && !overall.stale ? this.text('common.loaded') : '';
    const advice = standing.data ? [this.#advice.advice] : [];
    const isBusy = [standing, this.#query.bill, this.#methods, ...advice].some(isPending);
    return html`<section
      part="base"
      class="base"
      lang=${this.language}
      aria-labelledby="title"
      aria-busy=${isBusy ? 'true' : 'false'}
    >
      <h2 id="title" class="visually-hidden" tabindex="-1">${this.text('summary.title')}</h2>
      ${outcome(this.language, 'summary.failed', overall, () => this.#retry('title'), said)}
      ${standing.status === 'failed' ? nothing : this.#renderSections(standing.data)} ${this.#renderReadOnly()}
    </section>`;
  }

  #renderSections(standing: Standing | undefined): TemplateResult {
    const { bill } = this.#query;
    const { cheaper } = this.#advice;
    // A graph is worked out from thirty invoices: not again for a word that has changed beside it.
    const usage = guard([bill.data, cheaper, this.language], () =>
      bill.data ? usageOf(this.language, bill.data, cheaper) : usageSkeleton,
    );
    const methods = this.#methods;
    return html`${this.#renderSection('plan', undefined, standing ? this.#renderPlans(standing) : planSkeleton)}
    ${this.#renderSection('usage', bill, bill.data?.invoice === null ? nothing : usage)}
    ${this.#renderSection('payment', methods, standing && methods.data ? this.#renderPayment(standing, methods.data) : paymentSkeleton)}`;
  }

  /** A section of its own fate: where it fails the others go on. Absent where the back end can't serve it. */
  #renderSection(
    name: SectionName,
    read: ReadState<unknown> | undefined,
    content: unknown,
  ): TemplateResult | typeof nothing {
    if (read?.status === 'unsupported' || content === nothing) return nothing;
    const failed: FailureKey = name === 'payment' ? 'payment.failed' : 'usage.failed';
    return html`<section part="section" aria-labelledby=${name}>
      <h3 id=${name} class="muted small" tabindex="-1">${this.text(`summary.${name}`)}</h3>
      ${read ? outcome(this.language, failed, { ...read, stale: false }, () => this.#retry(name)) : nothing}
      ${read?.status === 'failed' ? nothing : content}
    </section>`;
  }

  #renderReadOnly(): TemplateResult | typeof nothing {
    const access = this.#query.access('subscriptions');
    if (!access || access.write) return nothing;
    return html`<p part="read-only" class="read-only muted small">
      ${access.reason || this.text('common.read-only')}
    </p>`;
  }

  #renderPlans(standing: Standing): TemplateResult {
    const [today, current] = [todayOf(standing.account), currentOf(standing)];
    if (current.length === 0)
      return html`<p class="muted">${this.text('summary.no-plan')}</p>
        ${this.#lead('plan')}`;
    return html`${current.map((each) => planOf(this.language, each, today, this.#lead))} ${this.#renderAdvice()}`;
  }

  #renderAdvice(): TemplateResult | typeof nothing {
    const { advice } = this.#advice;
    if (isPending(advice)) return adviceSkeleton;
    return advice.data ? adviceOn(this.language, advice.data, () => this.emit(new TabOpenEvent('plan'))) : nothing;
  }

  #renderPayment({ account }: Standing, { items }: Page<PaymentMethod>): TemplateResult {
    const dates = this.#query.bill.data?.invoice?.dates;
    const due = dates && !dates.arrears ? formatDate(this.language, dates.issueDate) : undefined;
    return paymentMethod(this.language, items, todayOf(account), this.#lead('payment-methods'), due);
  }

  /** A button that leads to another part of the page; none where the user can't see that. */
  readonly #lead = (tab: LeadTab): TemplateResult | typeof nothing => {
    if (this.#query.access(tab === 'plan' ? 'plans' : tab)?.read !== true) return nothing;
    return html`<button type="button" class="button" @click=${() => this.emit(new TabOpenEvent(tab))}>
      ${this.text(`summary.to-${tab}`)}
    </button>`;
  };

  #isStale(): boolean {
    return this.#query.standing.stale || this.#query.bill.stale || this.#methods.stale;
  }

  /** The button may be gone with the notice that it stands in, so that the focus moves to a heading. */
  #retry(heading: string): void {
    this.retried = true;
    this.#query.retry();
    if (this.#payment.state.error || this.#payment.state.stale) this.#payment.retry();
    this.renderRoot.querySelector<HTMLElement>(`#${heading}`)?.focus();
  }
}

/** What the account has today, without what has ended. */
function currentOf({ account, subscriptions }: Standing): Subscription[] {
  const today = todayOf(account);
  return subscriptions.filter(({ status, end }) => status !== 'ended' && (end === null || end > today));
}

declare global {
  interface HTMLElementTagNameMap {
    'billing-summary': BillingSummary;
  }
}
