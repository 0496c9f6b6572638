import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { ChangeKind, Subscription } from '../api/index.js';
import type { Catalogue } from '../locale/catalogue.js';
import { changesTexts } from '../locale/texts/changes.js';
import { subscriptionsTexts } from '../locale/texts/subscriptions.js';
import { BillQuery, type Standing } from '../store/bill-query.js';
import type { ReadState } from '../store/query.js';
import { todayOf } from '../store/today.js';
import { changeSubscription, undoChange } from '../store/writes/subscriptions.js';
import { badges } from '../styles/badges.js';
import { base, buttons, skeletons } from '../styles/base.js';
import { cards } from '../styles/cards.js';
import { tables } from '../styles/tables.js';
import { tokens } from '../styles/tokens.js';
import { Announcer } from './announcer.js';
import { arithmeticStyles } from './arithmetic.js';
import { dialogStyles } from './dialog.styles.js';
import { TabOpenEvent } from './events.js';
import { fieldStyles } from './fields.styles.js';
import { invoiceLineStyles } from './invoice-line.styles.js';
import { noticeStyles } from './notices.styles.js';
import { leftChange, quoteDialog } from './quote-dialog.js';
import { quoteDialogStyles } from './quote-dialog.styles.js';
import { ResourceElement, type Retryable } from './resource-element.js';
import { actionsOf, type TermAction } from './subscription-list.actions.js';
import { TermChanges } from './subscription-list.changes.js';
import { subscriptionTable, type SubscriptionsView } from './subscription-list.rows.js';
import { subscriptionsSkeleton } from './subscription-list.skeleton.js';
import { styles } from './subscription-list.styles.js';
import { writeOutcome } from './write-button.js';

/**
 * What the account subscribes to and has subscribed to: fee, included volume, period, status and the prices that there
 * were. A current one can be cancelled, paused and resumed; what that comes to is shown before, and it can be taken back
 * until it takes effect.
 *
 * @fires {SubscriptionChangeEvent} billing-subscription-change - The user has agreed to a quote; it is committed next.
 * @fires {ChangeUndoEvent} billing-change-undo - A scheduled change is to be taken back; that is done next.
 * @fires {ChangedEvent} billing-changed - The back end has changed the subscription, or has taken a change back.
 * @fires {TabOpenEvent} billing-tab-open - Another part of the page is wanted: the plans, or the payment methods.
 * @csspart base - Everything.
 * @csspart title - The heading.
 * @csspart previous - The heading of the subscriptions that have ended.
 * @csspart subscription - A subscription.
 * @csspart history - The prices that there were.
 * @csspart actions - What can be done with a subscription.
 * @csspart undo - The button that takes back what is to come.
 * @csspart effect - What a change does to the next invoice.
 * @csspart empty - What will be here.
 * @csspart read-only - Why the user may look only.
 * @csspart badge - How a subscription stands, in a word.
 * @csspart badge-neutral - The same, of one that rests, ends or has ended.
 * @csspart badge-accent - The same, of one in its free trial.
 * @csspart badge-positive - The same, of one that runs.
 * @csspart badge-warning - The same, of one with a payment that is past due.
 * @csspart dialog - The quote.
 * @csspart field - A field of the quote: until when to pause, why to cancel.
 * @csspart quote-due - What is due now.
 * @csspart notice - A remark.
 * @csspart notice-info - A remark that states a fact.
 * @csspart notice-warning - A remark about something to look after.
 * @csspart notice-negative - A remark about a failure.
 * @csspart retry - The button that reads again.
 */
export class SubscriptionList extends ResourceElement<Standing> {
  static override texts: Catalogue = { ...subscriptionsTexts, ...changesTexts };
  static override styles: CSSResultGroup = [
    tokens,
    base,
    buttons,
    badges,
    tables,
    cards,
    skeletons,
    noticeStyles,
    arithmeticStyles,
    invoiceLineStyles,
    fieldStyles,
    dialogStyles,
    quoteDialogStyles,
    styles,
  ];

  protected override readonly resource = 'subscriptions';
  readonly #bill = new BillQuery(this, () => this.store);
  readonly #voice = new Announcer(this);
  readonly #changes = new TermChanges(
    this,
    () => this.store,
    () => ({ tag: this.language, today: this.#today(), bill: this.#bill.bill.data }),
    this.#voice,
  );

  protected override get shown(): ReadState<Standing> {
    return this.#bill.standing;
  }

  protected override get reads(): readonly Retryable[] {
    return [{ state: this.#bill.bill, retry: () => this.#bill.retry() }];
  }

  protected override isEmpty({ subscriptions }: Standing): boolean {
    return subscriptions.length === 0;
  }

  override render(): TemplateResult | typeof nothing {
    const { flow, undo } = this.#changes;
    return this.frame({
      title: this.text('subscriptions.title'),
      failed: 'subscriptions.failed',
      content: html`${leftChange(this.language, flow)} ${writeOutcome(this.language, undo.state, undo.check)}
      ${this.renderReadOnly()} ${this.#renderContent(this.shown)} ${quoteDialog(this.language, flow)}
      ${this.#voice.render()}`,
    });
  }

  #renderContent({ data, status }: ReadState<Standing>): TemplateResult | typeof nothing {
    if (!data) return status === 'failed' ? nothing : subscriptionsSkeleton(this.language);
    const { subscriptions } = data;
    if (subscriptions.length === 0) return this.#renderEmpty('subscriptions.empty');
    const today = this.#today();
    const isPrevious = ({ status: now, end }: Subscription): boolean =>
      now === 'ended' || (end !== null && end <= today);
    const [current, previous] = [subscriptions.filter((each) => !isPrevious(each)), subscriptions.filter(isPrevious)];
    return html`${
      current.length > 0
        ? subscriptionTable(this.#view(), current, this.text('subscriptions.current'))
        : this.#renderEmpty('subscriptions.none-current')
    }
    ${previous.length > 0 ? this.#renderPrevious(previous) : nothing}`;
  }

  #renderPrevious(subscriptions: readonly Subscription[]): TemplateResult {
    const title = this.text('subscriptions.previous');
    return html`<h3 part="previous" class="previous">${title}</h3>
      ${subscriptionTable(this.#view(), subscriptions, title)}`;
  }

  #renderEmpty(key: 'subscriptions.empty' | 'subscriptions.none-current'): TemplateResult {
    return html`<p part="empty" class="muted">${this.text(key)}</p>`;
  }

  #view(): SubscriptionsView {
    const today = this.#today();
    return {
      tag: this.language,
      today,
      changes: this.#changes,
      mayUndo: this.may.can(undoChange),
      actions: (subscription) => actionsOf(subscription, today, (change) => this.#can(change)),
      act: (action, subscription) => this.#act(action, subscription),
    };
  }

  #act(action: TermAction, subscription: Subscription): void {
    if (action === 'change-plan') this.emit(new TabOpenEvent('plan'));
    else this.#changes[action](subscription);
  }

  /** Whether the user may change it so, and the back end can. */
  #can(change: ChangeKind): boolean {
    const isOffered = this.may.features.changes?.includes(change) === true;
    const canQuote = this.may.can({ ...changeSubscription, method: 'previewChange' });
    const hasPlans = change !== 'plan' || this.may.of('plans').read;
    return isOffered && hasPlans && canQuote && this.may.can(changeSubscription);
  }

  #today(): string {
    const account = this.shown.data?.account;
    return account ? todayOf(account) : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'subscription-list': SubscriptionList;
  }
}
