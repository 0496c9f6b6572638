import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AddOn, Page, Subscription } from '../api/index.js';
import type { Catalogue } from '../locale/catalogue.js';
import { formatDate } from '../locale/dates.js';
import { isolate } from '../locale/messages.js';
import { changesTexts } from '../locale/texts/changes.js';
import { subscriptionsTexts } from '../locale/texts/subscriptions.js';
import { BillQuery } from '../store/bill-query.js';
import { combine } from '../store/combine.js';
import { QueryController, type ReadState } from '../store/query.js';
import { readAddOns } from '../store/reads/subscriptions.js';
import { changeAddOns, undoAddOns } from '../store/writes/subscriptions.js';
import { badges } from '../styles/badges.js';
import { base, buttons, skeletons } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { cardsOf } from './add-ons.card.js';
import { addOnCards } from './add-ons.cards.js';
import { AddOnChanges } from './add-ons.changes.js';
import { addOnsSkeleton } from './add-ons.skeleton.js';
import { styles } from './add-ons.styles.js';
import { Announcer } from './announcer.js';
import { arithmeticStyles } from './arithmetic.js';
import { dialogStyles } from './dialog.styles.js';
import { selectField } from './fields.js';
import { fieldStyles } from './fields.styles.js';
import { invoiceLineStyles } from './invoice-line.styles.js';
import { notice } from './notices.js';
import { noticeStyles } from './notices.styles.js';
import { leftChange, quoteDialog } from './quote-dialog.js';
import { quoteDialogStyles } from './quote-dialog.styles.js';
import { ResourceElement, type Retryable } from './resource-element.js';
import { writeOutcome } from './write-button.js';

/** The add-ons, and whose they would be. */
interface Offer {
  /** The one that add-ons are bought for; `undefined` without any. */
  readonly subscription: Subscription | undefined;
  readonly addOns: readonly AddOn[];
}

/**
 * What can be had beside a plan: bought at once, with consent to its terms, and cancelled with the period that is paid
 * for. What is due and what the next invoice comes to is shown before.
 *
 * @fires {SubscriptionChangeEvent} billing-subscription-change - The user has agreed to a quote; it is committed next.
 * @fires {ChangeUndoEvent} billing-change-undo - A cancelled add-on is to be kept; that is done next.
 * @fires {ChangedEvent} billing-changed - The back end has changed the add-ons.
 * @fires {TabOpenEvent} billing-tab-open - Another part of the page is wanted: the payment methods.
 * @csspart base - Everything.
 * @csspart title - The heading.
 * @csspart field - A field with its label.
 * @csspart add-on - An add-on.
 * @csspart add-on-available - One that can be bought.
 * @csspart add-on-active - One that the account has.
 * @csspart add-on-ending - One that the account has until the period's end.
 * @csspart add-on-coming - One that the account will have.
 * @csspart buy - The button that buys one.
 * @csspart cancel - The button that cancels one.
 * @csspart undo - The button that keeps one that was cancelled.
 * @csspart effect - What a change does to the next invoice.
 * @csspart empty - What will be here.
 * @csspart read-only - Why the user may look only.
 * @csspart badge - How an add-on stands, in a word.
 * @csspart badge-neutral - The same, of one that can be bought.
 * @csspart badge-accent - The same, of one that will be had.
 * @csspart badge-positive - The same, of one that is had.
 * @csspart badge-warning - The same, of one that ends.
 * @csspart dialog - The quote.
 * @csspart quote-due - What is due now.
 * @csspart line - One line of a quote.
 * @csspart derivation - How an amount was calculated.
 * @csspart notice - A remark.
 * @csspart notice-info - A remark that states a fact.
 * @csspart notice-warning - A remark about something to look after.
 * @csspart notice-negative - A remark about a failure.
 * @csspart retry - The button that reads again.
 */
export class AddOns extends ResourceElement<Offer> {
  static override texts: Catalogue = { ...subscriptionsTexts, ...changesTexts };
  static override styles: CSSResultGroup = [
    tokens,
    base,
    buttons,
    badges,
    skeletons,
    noticeStyles,
    arithmeticStyles,
    invoiceLineStyles,
    fieldStyles,
    dialogStyles,
    quoteDialogStyles,
    styles,
  ];

  /** The id of the subscription that add-ons are bought for; the first one where it is left out. */
  @property() subscription = '';

  /** The subscription that the user has picked. */
  @state() private picked = '';

  protected override readonly resource = 'add-ons';
  readonly #bill = new BillQuery(this, () => this.store);
  readonly #addOns = new QueryController<Page<AddOn>>(
    this,
    () => this.store,
    () => {
      const id = this.#current()?.id;
      return id === undefined ? undefined : readAddOns(id);
    },
  );
  readonly #voice = new Announcer(this);
  readonly #changes = new AddOnChanges(
    this,
    () => this.store,
    () => ({ tag: this.language, offered: this.#addOns.state.data?.items ?? [], bill: this.#bill.bill.data }),
    this.#voice,
  );

  protected override get shown(): ReadState<Offer> {
    const { standing } = this.#bill;
    const { data } = standing;
    const known = data && !this.#current() ? combine([standing], () => undefined) : this.#addOns.state;
    return this.may.permitted(
      'add-ons',
      combine([standing, known], (_, page) => ({
        subscription: this.#current(),
        addOns: page?.items ?? [],
      })),
    );
  }

  protected override get reads(): readonly Retryable[] {
    return [{ state: this.#bill.bill, retry: () => this.#bill.retry() }, this.#addOns];
  }

  protected override isEmpty(offer: Offer): boolean {
    return this.#cards(offer).length === 0;
  }

  override render(): TemplateResult | typeof nothing {
    const { flow, undo } = this.#changes;
    return this.frame({
      title: this.text('add-ons.title'),
      failed: 'add-ons.failed',
      content: html`${leftChange(this.language, flow)} ${writeOutcome(this.language, undo.state, undo.check)}
      ${this.renderReadOnly()} ${this.#renderProducts()} ${this.#renderOffer(this.shown)}
      ${quoteDialog(this.language, flow)} ${this.#voice.render()}`,
    });
  }

  #renderOffer({ data, status }: ReadState<Offer>): TemplateResult | typeof nothing {
    if (!data) return status === 'failed' ? nothing : addOnsSkeleton;
    const { subscription } = data;
    if (!subscription) return this.#renderEmpty('add-ons.no-subscription');
    const cards = this.#cards(data);
    return html`${this.#renderObstacle(subscription)}
    ${
      cards.length === 0
        ? this.#renderEmpty('add-ons.empty')
        : addOnCards({
            tag: this.language,
            subscription,
            cards,
            changes: this.#changes,
            mayChange: !this.isReadOnly && this.#obstacle(subscription) === undefined,
            mayUndo: this.may.can(undoAddOns),
          })
    }`;
  }

  #renderEmpty(key: 'add-ons.empty' | 'add-ons.no-subscription'): TemplateResult {
    return html`<p part="empty" class="muted">${this.text(key)}</p>`;
  }

  /** Which of several products add-ons are bought for. */
  #renderProducts(): TemplateResult | typeof nothing {
    const subscriptions = this.#open;
    if (subscriptions.length < 2) return nothing;
    const options = subscriptions.map(({ id, product }) => ({ value: id, label: isolate(product) }));
    const change = (id: string): void => void (this.picked = id);
    const [label, value] = [this.text('add-ons.product'), this.#current()?.id ?? ''];
    return html`<div class="product">${selectField({ id: 'product', label, value, options, change })}</div>`;
  }

  #renderObstacle(subscription: Subscription): TemplateResult | typeof nothing {
    const obstacle = this.isReadOnly ? undefined : this.#obstacle(subscription);
    return obstacle === undefined ? nothing : notice('info', obstacle);
  }

  /** Why nothing can be changed just now. */
  #obstacle({ end, status }: Subscription): string | undefined {
    if (end !== null) return this.text('add-ons.why-ending', { date: formatDate(this.language, end) });
    return status === 'paused' ? this.text('add-ons.why-paused') : undefined;
  }

  #cards({ addOns, subscription }: Offer): ReturnType<typeof cardsOf> {
    return subscription ? cardsOf(addOns, subscription) : [];
  }

  #current(): Subscription | undefined {
    const wanted = this.picked || this.subscription;
    return wanted ? this.#open.find(({ id }) => id === wanted) : this.#open[0];
  }

  /** The subscriptions that have not ended. */
  get #open(): readonly Subscription[] {
    return this.#bill.standing.data?.subscriptions.filter(({ status }) => status !== 'ended') ?? [];
  }

  /** Known, and either not allowed or nothing that the back end can do. */
  protected override get isReadOnly(): boolean {
    const isOffered = this.may.features.changes?.includes('add-ons') === true;
    const can = this.may.can(changeAddOns) && this.may.can({ ...changeAddOns, method: 'previewChange' });
    return this.may.of('add-ons').isKnown && !(isOffered && can);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'add-ons': AddOns;
  }
}
