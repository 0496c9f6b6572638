import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Account, PaymentMethod, Vault, VaultOptions, VersionedPage } from '../api/index.js';
import type { Catalogue } from '../locale/catalogue.js';
import { refusalText } from '../locale/errors.js';
import { paymentTexts } from '../locale/texts/payments.js';
import { QueryController, type ReadState } from '../store/query.js';
import { readAccount } from '../store/reads/account.js';
import { readPaymentMethods } from '../store/reads/payments.js';
import { todayOf } from '../store/today.js';
import {
  attachPaymentMethod,
  createSetupSession,
  removePaymentMethod,
  setPaymentRoles,
} from '../store/writes/payments.js';
import { badges } from '../styles/badges.js';
import { base, buttons, skeletons } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { Announcer } from './announcer.js';
import { writesOutcome } from './awaited-write.js';
import { dialogStyles } from './dialog.styles.js';
import { ChangedEvent } from './events.js';
import { focusFirstError } from './fields.js';
import { fieldStyles } from './fields.styles.js';
import { notice } from './notices.js';
import { noticeStyles } from './notices.styles.js';
import { addDialog } from './payment-methods.add-dialog.js';
import { Adding } from './payment-methods.adding.js';
import type { AddingFocus } from './payment-methods.adding.types.js';
import { Arranging } from './payment-methods.arranging.js';
import { Dragging } from './payment-methods.dragging.js';
import { PaymentMethodAddEvent, PaymentMethodRemoveEvent, PaymentRolesChangeEvent } from './payment-methods.events.js';
import { methodList } from './payment-methods.list.js';
import { Removal } from './payment-methods.removal.js';
import { takeReturned } from './payment-methods.return.js';
import { methodsSkeleton } from './payment-methods.skeleton.js';
import { styles } from './payment-methods.styles.js';
import { labelsIn, lookOf } from './payment-methods.vault-look.js';
import { methodName } from './payment-section.js';
import { ResourceElement, type Retryable } from './resource-element.js';

type Methods = VersionedPage<PaymentMethod>;

/**
 * The ways to pay that an account has on file: which one is charged first, which ones after it and in which order; to
 * add a card, a vault takes it, so that it never gets into the page.
 *
 * @slot vault-field - For the vault's fields, which the element itself puts into the page. Pass it on through elements
 *   around this one: `<slot name="vault-field" slot="vault-field">`.
 * @fires {PaymentMethodAddEvent} billing-payment-method-add - A method is to be added; the form follows unless prevented.
 * @fires {PaymentMethodRemoveEvent} billing-payment-method-remove - A method is to be removed; the question follows
 *   unless prevented.
 * @fires {PaymentRolesChangeEvent} billing-payment-roles-change - Others are to be charged, or in another order; it is
 *   sent unless prevented.
 * @fires {ChangedEvent} billing-changed - The back end has agreed to a change.
 * @csspart base - Everything.
 * @csspart title - The heading.
 * @csspart group - The default, the back-ups, or what isn't used.
 * @csspart method - A payment method.
 * @csspart action - A button.
 * @csspart badge - The state of a method.
 * @csspart badge-positive - The default.
 * @csspart badge-neutral - A back-up.
 * @csspart badge-warning - A method that expires soon.
 * @csspart badge-negative - A method that has expired.
 * @csspart dialog - The form to add one, the question before one is removed.
 * @csspart field - A field with its label.
 * @csspart read-only - Why the user may look only.
 * @csspart notice - A remark.
 * @csspart notice-info - A remark that states a fact.
 * @csspart notice-positive - A remark that all is well.
 * @csspart notice-warning - A remark about something to look after.
 * @csspart notice-negative - A remark about a failure.
 * @csspart retry - The button that reads again.
 */
export class PaymentMethods extends ResourceElement<Methods> {
  static override texts: Catalogue = paymentTexts;
  static override styles: CSSResultGroup = [
    tokens,
    base,
    buttons,
    badges,
    skeletons,
    noticeStyles,
    dialogStyles,
    fieldStyles,
    styles,
  ];

  /** What takes cards. The first one that the back end can work with is used; without one, none can be added. */
  @property({ attribute: false }) vaults: readonly Vault[] = [];

  /** How long to wait for a vault's fields, in milliseconds. */
  @property({ type: Number, attribute: 'vault-timeout' }) vaultTimeout = 30_000;

  @state() private declined = '';

  protected override readonly resource = 'payment-methods';
  readonly #account = new QueryController<Account>(this, () => this.store, readAccount);
  readonly #query = new QueryController<Methods>(this, () => this.store, readPaymentMethods);
  readonly #voice = new Announcer(this);
  readonly #arranging = new Arranging(this, {
    store: () => this.store,
    tag: () => this.language,
    list: () => this.#query.state.data,
    hasBackups: () => this.may.features.backups === true,
    propose: (roles) => this.emit(new PaymentRolesChangeEvent(roles)),
    focus: (id) => void this.updateComplete.then(() => this.#focusOn(id)),
    done: (said) => this.#done(said),
    failed: () => this.#voice.say(this.text('methods.rolled-back')),
  });
  readonly #removal = new Removal(
    this,
    () => this.store,
    () => this.#query.state.data,
    (method) => this.#removed(method),
  );
  readonly #adding = new Adding(this, {
    store: () => this.store,
    tag: () => this.language,
    vault: () => this.#vault,
    methods: () => this.#query.state.data?.items ?? [],
    look: () => this.#look(),
    patienceMs: () => this.vaultTimeout,
    focus: (where) => void this.#focus(where),
    added: (method, wasOpen) => this.#added(method, wasOpen),
    declined: (said) => (this.declined = said),
  });
  readonly #dragging = new Dragging(this, ({ id, place }) => this.#arranging.move(id, place));
  #hasLooked = false;

  protected override get shown(): ReadState<Methods> {
    return this.may.permitted('payment-methods', this.#query.state);
  }

  get #vault(): Vault | undefined {
    return this.vaults.find(({ name }) => this.may.features.vaults?.includes(name));
  }

  get #canAdd(): boolean {
    return this.may.can(createSetupSession) && this.may.can(attachPaymentMethod);
  }

  protected override get reads(): readonly Retryable[] {
    return [this.#account, this.#query];
  }

  protected override isEmpty({ items }: Methods): boolean {
    return items.length === 0;
  }

  protected override updated(): void {
    super.updated();
    this.#lookForReturn();
  }

  override render(): TemplateResult | typeof nothing {
    const { status, data } = this.shown;
    return this.frame({
      title: this.text('methods.title'),
      failed: 'methods.failed',
      head: data ? this.#renderAdd() : nothing,
      content: html`<div role="status">${this.#renderArranging()} ${this.#renderReturn()}</div>
        ${writesOutcome(this.language, this.#left)} ${status === 'failed' ? nothing : this.#renderList(data)}
        ${this.renderReadOnly()} ${this.#removal.render(this.language)} ${this.#renderAdding(data)}
        ${this.#voice.render()}`,
    });
  }

  /** What was sent before the page was loaded anew; of a new order its own place tells. */
  get #left(): Parameters<typeof writesOutcome>[1] {
    return [this.#removal, { state: this.#adding.left, check: () => this.#adding.attach.check() }];
  }

  /** Until it is known what became of that, nothing else is begun. */
  get #isHeld(): boolean {
    return this.#arranging.isLeft || this.#left.some(({ state }) => state.status === 'checking');
  }

  #renderAdd(): TemplateResult | typeof nothing {
    if (!this.#canAdd || !this.#vault) return nothing;
    return html`<button
      part="action"
      class="button primary"
      id="add"
      type="button"
      aria-disabled=${this.#isHeld ? 'true' : 'false'}
      @click=${() => (this.#isHeld ? undefined : this.#add())}
    >
      ${this.text('methods.add')}
    </button>`;
  }

  #renderList(list: Methods | undefined): TemplateResult {
    if (!list) return methodsSkeleton;
    if (list.items.length === 0) return html`<p class="empty muted">${this.text('methods.empty')}</p>`;
    const account = this.#account.state.data;
    return methodList({
      tag: this.language,
      methods: this.#arranging.shown,
      today: account && todayOf(account),
      canArrange: this.may.can(setPaymentRoles),
      canRemove: this.may.can(removePaymentMethod),
      hasBackups: this.may.features.backups === true,
      isHeld: this.#isHeld,
      dragging: this.#dragging,
      arranging: this.#arranging,
      remove: this.#remove,
    });
  }

  /** What became of a new order, where it isn't simply so. */
  #renderArranging(): TemplateResult | typeof nothing {
    const { status, error, slow } = this.#arranging.state;
    if (status === 'checking') return notice('info', this.text('write.checking'));
    if (slow) return notice('info', this.text('write.slow'));
    if (!error) return nothing;
    const again = html`<button part="action" class="button" type="button" @click=${() => this.#arranging.check()}>
      ${this.text('write.look-again')}
    </button>`;
    return notice('negative', refusalText(this.language, error), status === 'unknown' ? again : nothing);
  }

  /** How it went at the bank's page. */
  #renderReturn(): TemplateResult | typeof nothing {
    if (this.#adding.phase === 'asking') return notice('info', this.text('adding.verifying'));
    return this.declined ? notice('negative', `${this.declined} ${this.text('refused.no-change')}`) : nothing;
  }

  protected override renderReadOnly(): TemplateResult | typeof nothing {
    const lacksVault = this.#query.state.data !== undefined && this.#canAdd && !this.#vault;
    if (!lacksVault) return super.renderReadOnly();
    return html`<p part="read-only" class="read-only muted small">${this.text('methods.cannot-add')}</p>`;
  }

  #renderAdding(list: Methods | undefined): TemplateResult {
    return addDialog(this.language, this.#adding, {
      hasOthers: list !== undefined && list.items.length > 0,
      canRetry: isSecureContext,
    });
  }

  readonly #add = (): void => {
    this.declined = '';
    if (this.emit(new PaymentMethodAddEvent())) void this.#adding.open();
  };

  readonly #remove = (method: PaymentMethod): void => {
    if (this.emit(new PaymentMethodRemoveEvent(method))) this.#removal.open(method);
  };

  #done(said: string): void {
    this.#voice.say(said);
    this.emit(new ChangedEvent('payment-methods'));
  }

  #removed(method: PaymentMethod | undefined): void {
    const said = method && this.text('methods.removed', { method: methodName(this.language, method) });
    this.#done(said ?? this.text('methods.removed-one'));
    if (method) void this.updateComplete.then(() => this.focusTitle());
  }

  #added(method: PaymentMethod | undefined, wasOpen: boolean): void {
    const said = method && this.text('methods.added', { method: methodName(this.language, method) });
    this.#done(said ?? this.text('methods.added-one'));
    if (wasOpen) void this.updateComplete.then(() => this.#focusOn('add'));
  }

  /** The user may be back from the bank's page. */
  #lookForReturn(): void {
    if (this.#hasLooked || !this.may.of('payment-methods').isKnown || !this.#vault || !this.#canAdd) return;
    this.#hasLooked = true;
    const setup = takeReturned();
    if (setup !== undefined) void this.#adding.resume(setup);
  }

  #look(): Pick<VaultOptions, 'style' | 'dir' | 'labels'> {
    const node = this.renderRoot.querySelector<HTMLElement>('.card-space') ?? this;
    return { style: lookOf(node), dir: this.matches(':dir(rtl)') ? 'rtl' : 'ltr', labels: labelsIn(this.language) };
  }

  async #focus(where: AddingFocus): Promise<void> {
    await this.updateComplete;
    if (where === 'fault') focusFirstError(this.renderRoot);
    else if (where === 'postal-code') this.#focusOn('billing.postalCode');
    else this.#focusOn(this.#adding.phase === 'verified' ? 'add-card' : 'verify');
  }

  #focusOn(id: string): void {
    (this.renderRoot as ShadowRoot).getElementById(id)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'payment-methods': PaymentMethods;
  }
}
