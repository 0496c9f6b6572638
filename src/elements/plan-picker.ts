import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BillingError, type Subscription } from '../api/index.js';
import type { Catalogue } from '../locale/catalogue.js';
import { isolate } from '../locale/messages.js';
import { changesTexts } from '../locale/texts/changes.js';
import { plansTexts } from '../locale/texts/plans.js';
import { intervalOf, type Interval } from '../store/interval.js';
import { Permissions } from '../store/permissions.js';
import { WhatIfQuery, type PlanChoice } from '../store/what-if-query.js';
import { Remembered } from '../store/remembered.js';
import { changeSubscription, undoChange } from '../store/writes/subscriptions.js';
import { badges } from '../styles/badges.js';
import { base, buttons, skeletons } from '../styles/base.js';
import { tables } from '../styles/tables.js';
import { tokens } from '../styles/tokens.js';
import { Announcer } from './announcer.js';
import { BillingElement } from './billing-element.js';
import { selectField } from './fields.js';
import { fieldStyles } from './fields.styles.js';
import { isPending, outcome } from './notices.js';
import { planCards } from './plan-picker.cards.js';
import { PlanChanges } from './plan-picker.changes.js';
import { costDialog, type Explained } from './plan-picker.derivation.js';
import { optionsOf, type PlanOption } from './plan-picker.option.js';
import { scheduledPlan } from './plan-picker.scheduled.js';
import { planToggles, type PlansLayout } from './plan-picker.toggles.js';
import { plansSkeleton, whatIfSkeleton } from './plan-picker.skeleton.js';
import { styles } from './plan-picker.styles.js';
import { planTable } from './plan-picker.table.js';
import { tableStyles } from './plan-picker.table.styles.js';
import { ComparedUse } from './plan-picker.use.js';
import type { PlansView } from './plan-picker.view.js';
import { overageWarnings } from './plan-picker.warnings.js';
import { whatIfControls } from './plan-picker.what-if.js';
import { leastText } from './plan-picker.words.js';
import { leftChange, quoteDialog } from './quote-dialog.js';
import { quoteDialogStyles } from './quote-dialog.styles.js';

/**
 * All plans side by side: what each costs, what it would cost at the account's own usage or at another one, and the
 * change to it, quoted first.
 *
 * @fires {SubscriptionChangeEvent} billing-subscription-change - The user has agreed to a quote; it is committed next.
 * @fires {ChangeUndoEvent} billing-change-undo - A scheduled change is to be taken back; that is done next.
 * @fires {ChangedEvent} billing-changed - The back end has changed the plan, or has taken a change back.
 * @fires {TabOpenEvent} billing-tab-open - Another part of the page is wanted: the payment methods.
 * @csspart base - Everything.
 * @csspart title - The heading.
 * @csspart segments - A choice of a few: cards or table, month or year.
 * @csspart what-if - What plans are compared at, with its sliders.
 * @csspart field - A field with its label.
 * @csspart slider - A slider.
 * @csspart reset - The button that goes back to what is used.
 * @csspart plan - One plan: a card, or a row of the table.
 * @csspart plan-current - The plan that the account has.
 * @csspart plan-scheduled - The plan that it will have.
 * @csspart plan-upgrade - A plan with a higher base fee, by the month.
 * @csspart plan-downgrade - A plan with the same base fee or a lower one, by the month.
 * @csspart plan-unavailable - A plan that can't be chosen.
 * @csspart terms - What a plan includes, and what goes beyond costs.
 * @csspart cost - What a plan would cost, which opens how that is made.
 * @csspart choose - The button that changes to a plan.
 * @csspart reason - Why a plan can't be chosen.
 * @csspart apart - The plans that can't be compared with the account's usage.
 * @csspart table - The plans as a table.
 * @csspart undo - The button that takes a scheduled change back.
 * @csspart read-only - Why the user may look only.
 * @csspart badge - What a plan is, in a word.
 * @csspart badge-neutral - The same, as a fact.
 * @csspart badge-accent - The same, of the current plan.
 * @csspart badge-positive - The same, of what costs least.
 * @csspart dialog - A dialog: a quote, or how an amount is made.
 * @csspart quote-due - What is due now.
 * @csspart line - One line of a quote.
 * @csspart derivation - How an amount was calculated.
 * @csspart notice - A remark.
 * @csspart notice-info - A remark that states a fact.
 * @csspart notice-warning - A remark about something to look after.
 * @csspart notice-negative - A remark about a failure.
 * @csspart retry - The button that reads again.
 */
export class PlanPicker extends BillingElement {
  static override texts: Catalogue = { ...plansTexts, ...changesTexts };
  static override styles: CSSResultGroup = [
    tokens,
    base,
    buttons,
    badges,
    tables,
    skeletons,
    fieldStyles,
    quoteDialogStyles,
    styles,
    tableStyles,
  ];

  /** How the plans are shown. */
  @property({ reflect: true }) view: PlansLayout = 'cards';
  /** The id of the subscription whose plan is chosen; the first one where it is left out. */
  @property() subscription = '';

  /** The subscription that the user has picked. */
  @state() private picked = '';
  @state() private interval: Interval | undefined;
  /** The amount whose derivation is open. */
  @state() private explained: Explained | undefined;
  @state() private retried = false;

  readonly #may = new Permissions(this, () => this.store);
  readonly #query = new WhatIfQuery(
    this,
    () => this.store,
    () => ({ subscription: this.picked || this.subscription || undefined, interval: this.interval }),
  );
  readonly #use = new ComparedUse(this);
  readonly #warnings = new Remembered<ReadonlyMap<string, string>>();
  readonly #voice = new Announcer(this);
  readonly #changes = new PlanChanges(
    this,
    () => this.store,
    () => this.language,
    this.#voice,
  );

  protected override willUpdate(): void {
    const { choice } = this.#query;
    this.setStates({
      loading: isPending(choice),
      failed: choice.status === 'failed',
      unsupported: choice.status === 'unsupported',
      empty: choice.data?.plans.length === 0,
      stale: this.#isStale(),
      'read-only': this.#isReadOnly(),
    });
    this.report(choice.error ?? this.#query.comparison.error);
  }

  override render(): TemplateResult | typeof nothing {
    const { choice } = this.#query;
    if (choice.status === 'unsupported') return nothing;
    const said = this.retried && choice.status === 'ready' && !this.#isStale() ? this.text('common.loaded') : '';
    return html`<section
      part="base"
      class="base"
      lang=${this.language}
      aria-labelledby="title"
      aria-busy=${this.#isLoading() ? 'true' : 'false'}
    >
      <div class="head">
        <h2 part="title" id="title" tabindex="-1">${this.text('plans.title')}</h2>
        <div class="views">${choice.data ? this.#renderToggles(choice.data) : nothing}</div>
      </div>
      ${outcome(this.language, 'plans.failed', { ...choice, stale: this.#isStale() }, this.#retry, said)}
      ${leftChange(this.language, this.#changes.flow)} ${this.#renderContent(choice.data)}
      ${quoteDialog(this.language, this.#changes.flow)} ${this.#voice.render()}
    </section>`;
  }

  #renderToggles({ plans, subscription }: PlanChoice): TemplateResult {
    return planToggles({
      tag: this.language,
      intervals: new Set(plans.map(intervalOf)),
      interval: this.#intervalFor(subscription),
      bill: (interval) => (this.interval = interval),
      view: this.view,
      show: (view) => (this.view = view),
    });
  }

  #renderContent(choice: PlanChoice | undefined): TemplateResult | typeof nothing {
    if (!choice) return this.#query.choice.status === 'failed' ? nothing : html`${whatIfSkeleton} ${plansSkeleton}`;
    const { subscription, plans } = choice;
    if (plans.length === 0 && !subscription) return html`<p class="muted">${this.text('plans.empty')}</p>`;
    return html`${this.#renderReadOnly()} ${this.#renderProducts(choice)}
    ${subscription ? this.#renderScheduled(subscription) : html`<p class="muted">${this.text('plans.no-subscription')}</p>`}
    ${subscription ? this.#renderWhatIf(subscription) : nothing}
    ${plans.length === 0 ? html`<p class="muted">${this.text('plans.empty')}</p>` : nothing}
    ${this.#renderPlans(choice)}`;
  }

  #renderReadOnly(): TemplateResult | typeof nothing {
    if (!this.#isReadOnly()) return nothing;
    return html`<p part="read-only" class="read-only muted small">
      ${this.#may.of('subscriptions').reason || this.text('common.read-only')}
    </p>`;
  }

  /** Which of several products the plan is chosen for. */
  #renderProducts({ subscriptions, subscription }: PlanChoice): TemplateResult | typeof nothing {
    if (subscriptions.length < 2) return nothing;
    const options = subscriptions.map(({ id, product }) => ({ value: id, label: isolate(product) }));
    const change = (id: string): void => void (this.picked = id);
    const [label, value] = [this.text('plans.product'), subscription?.id ?? ''];
    return html`<div class="product">${selectField({ id: 'product', label, value, options, change })}</div>`;
  }

  #renderScheduled(subscription: Subscription): TemplateResult {
    return scheduledPlan(this.language, {
      subscription,
      undoing: this.#changes.undo.state,
      mayUndo: this.#may.can(undoChange),
      undo: () => this.#changes.takeBack(subscription),
      check: this.#changes.undo.check,
    });
  }

  #renderWhatIf(subscription: Subscription): TemplateResult | typeof nothing {
    const state = this.#query.comparison;
    if (state.status === 'unsupported') return nothing;
    if (this.#isLoading()) return whatIfSkeleton;
    const comparison = state.data;
    const priced = comparison && this.#use.pricedIn(comparison, subscription);
    const failed = priced instanceof BillingError ? priced : state.status === 'failed' ? state.error : undefined;
    const basis = comparison && this.#use.basisIn(comparison);
    const says = { ...state, status: failed ? 'failed' : 'ready', error: failed, stale: false } as const;
    return html`${outcome(this.language, 'what-if.failed', says, this.#retry)}
    ${
      comparison && basis && !failed
        ? whatIfControls({
            tag: this.language,
            currency: subscription.plan,
            comparison,
            basis,
            use: this.#use,
            settled: () =>
              this.#voice.say(leastText(this.language, comparison.plans, this.#use.pricedIn(comparison, subscription))),
          })
        : nothing
    }`;
  }

  #renderPlans({ plans, subscription }: PlanChoice): TemplateResult {
    if (this.#isLoading()) return plansSkeleton;
    const interval = this.#intervalFor(subscription);
    const options = optionsOf(this.language, plans, subscription).filter(
      ({ plan, standing }) => standing === 'current' || intervalOf(plan) === interval,
    );
    const view = this.#viewOf(options, subscription);
    return html`${this.view === 'table' ? planTable(view) : planCards(view)}
    ${costDialog(view, this.explained, () => (this.explained = undefined))}`;
  }

  #viewOf(options: readonly PlanOption[], subscription: Subscription | undefined): PlansView {
    const comparison = this.#query.comparison.data;
    const priced = comparison && subscription && this.#use.pricedIn(comparison, subscription);
    const warnings =
      comparison &&
      subscription &&
      this.#warnings.of([this.language, comparison], () =>
        overageWarnings(this.language, comparison, subscription.plan),
      );
    return {
      tag: this.language,
      options,
      comparison,
      priced: priced instanceof BillingError ? undefined : priced,
      past: new Map(comparison?.history?.best.costs.map((cost) => [cost.plan, cost])),
      warnings: warnings ?? new Map(),
      explain: (what) => (this.explained = what),
      mayChange: subscription !== undefined && !this.#isReadOnly(),
      isBusy: this.#changes.busy,
      choose: (plan) => subscription && this.#changes.choose(plan, subscription, warnings?.get(plan.id)),
    };
  }

  #intervalFor(subscription: Subscription | undefined): Interval {
    return this.interval ?? (subscription ? intervalOf(subscription.plan) : 'month');
  }

  #isLoading(): boolean {
    const { choice, comparison, others } = this.#query;
    return [choice, ...(choice.data?.subscription ? [comparison, ...others] : [])].some(isPending);
  }

  #isStale(): boolean {
    return this.#query.choice.stale || this.#query.comparison.stale;
  }

  /** Known, and either not allowed or nothing that the back end can do. */
  #isReadOnly(): boolean {
    const { features } = this.#may;
    const isOffered = features.changes?.includes('plan') === true;
    return this.#may.of('subscriptions').isKnown && !(isOffered && this.#may.can(changeSubscription));
  }

  /** The button may be gone with the notice that it stands in, so that the focus moves to the heading. */
  readonly #retry = (): void => {
    this.retried = true;
    this.#query.retry();
    this.renderRoot.querySelector('h2')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'plan-picker': PlanPicker;
  }
}
