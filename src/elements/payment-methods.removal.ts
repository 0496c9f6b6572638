import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { PaymentMethod, VersionedPage } from '../api/index.js';
import { refusalText } from '../locale/errors.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import type { BillingStore } from '../store/store.js';
import { IDLE } from '../store/write-state.js';
import { isBusy, WriteController, type WriteState } from '../store/write.js';
import { removePaymentMethod, type MethodRemoval } from '../store/writes/payments.js';
import { dialog } from './dialog.js';
import { selectField } from './fields.js';
import { notice } from './notices.js';
import { methodName } from './payment-section.js';

type Methods = VersionedPage<PaymentMethod>;

/** Takes a method off file, after a question. The default goes only with another in its place. */
export class Removal implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #write: WriteController<MethodRemoval, Methods>;
  readonly #list: () => Methods | undefined;
  readonly #removed: (method: PaymentMethod | undefined) => void;
  readonly #store: () => BillingStore | undefined;
  #from: BillingStore | undefined;
  #method: PaymentMethod | undefined;
  #replacement = '';
  #isMissing = false;

  /** `removed` isn't told which one where that was before the page was loaded anew. */
  constructor(
    host: ReactiveControllerHost,
    store: () => BillingStore | undefined,
    list: () => Methods | undefined,
    removed: (method: PaymentMethod | undefined) => void,
  ) {
    this.#host = host;
    this.#write = new WriteController(host, store, removePaymentMethod);
    this.#store = store;
    this.#list = list;
    this.#removed = removed;
    host.addController(this);
  }

  /** A question about one account's method is none about another's. What was lost may turn out to have been done. */
  hostUpdate(): void {
    const store = this.#store();
    if (store !== this.#from) this.#method = undefined;
    this.#from = store;
    if (this.#write.state.status === 'done') this.#finish(this.#method);
  }

  hostDisconnected(): void {
    this.#method = undefined;
  }

  /** What is known of a removal that nobody is asked about any more. */
  get state(): WriteState<Methods> {
    return this.#method ? IDLE : this.#write.state;
  }

  /** Asks what became of it. */
  readonly check = (): void => this.#write.check();

  open(method: PaymentMethod): void {
    this.#write.begin();
    this.#method = method;
    this.#replacement = '';
    this.#isMissing = false;
    this.#host.requestUpdate();
  }

  /** The question; it stays in the page while it is closed. */
  render(tag: LanguageTag): TemplateResult {
    const method = this.#method;
    const { state } = this.#write;
    return dialog(tag, {
      open: method !== undefined,
      id: 'removal',
      title: method ? text(tag, 'removal.title', { method: methodName(tag, method) }) : '',
      content: method ? this.#renderContent(tag, method) : nothing,
      actions: html`<button
          part="action"
          class="button"
          type="button"
          aria-disabled=${isBusy(state)}
          @click=${this.#close}
        >
          ${text(tag, 'removal.keep')}
        </button>
        ${state.status === 'unknown' ? nothing : confirmButton(tag, state)}`,
      busy: isBusy(state),
      close: this.#close,
      submit: () => void this.#submit(),
    });
  }

  get #others(): readonly PaymentMethod[] {
    return this.#list()?.items.filter(({ id }) => id !== this.#method?.id) ?? [];
  }

  get #needsReplacement(): boolean {
    return this.#method?.role === 'default' && this.#others.length > 0;
  }

  #renderContent(tag: LanguageTag, method: PaymentMethod): TemplateResult {
    const isLast = this.#others.length === 0;
    return html`<p>${text(tag, isLast && method.role === 'default' ? 'removal.last' : 'removal.text')}</p>
      ${this.#needsReplacement ? this.#renderReplacement(tag) : nothing}
      <div role="alert">${this.#renderRefusal(tag)}</div>`;
  }

  #renderReplacement(tag: LanguageTag): TemplateResult {
    const others = this.#others.map((each) => ({ value: each.id, label: methodName(tag, each) }));
    return html`<div class="replacement">
      ${selectField({
        id: 'replacement',
        label: text(tag, 'removal.replacement'),
        value: this.#replacement,
        options: [{ value: '', label: text(tag, 'removal.choose') }, ...others],
        required: true,
        error: this.#isMissing ? text(tag, 'removal.choose-first') : undefined,
        change: (value) => {
          this.#replacement = value;
          this.#isMissing = false;
          this.#host.requestUpdate();
        },
      })}
    </div>`;
  }

  #renderRefusal(tag: LanguageTag): TemplateResult | typeof nothing {
    const { status, error } = this.#write.state;
    if (status === 'checking') return notice('info', text(tag, 'write.checking'));
    if (!error || isBusy(this.#write.state)) return nothing;
    const own = error.code === 'open-balance' ? text(tag, 'removal.open-balance') : undefined;
    const again =
      status === 'unknown'
        ? html`<button part="action" class="button" type="button" @click=${this.check}>
            ${text(tag, 'write.look-again')}
          </button>`
        : nothing;
    return notice('negative', refusalText(tag, error, own), again);
  }

  async #submit(): Promise<void> {
    const method = this.#method;
    const list = this.#list();
    if (!method || !list) return;
    this.#isMissing = this.#needsReplacement && this.#replacement === '';
    this.#host.requestUpdate();
    if (this.#isMissing) return this.#focusReplacement();
    const replacement = this.#needsReplacement ? this.#replacement : null;
    await this.#write.submit({ method: method.id, replacement }, { ifVersion: list.version });
  }

  #finish(method: PaymentMethod | undefined): void {
    this.#method = undefined;
    this.#write.begin();
    this.#removed(method);
  }

  #focusReplacement(): void {
    const { renderRoot } = this.#host as unknown as { readonly renderRoot: ParentNode };
    void this.#host.updateComplete.then(() => renderRoot.querySelector<HTMLElement>('#replacement')?.focus());
  }

  readonly #close = (): void => {
    if (isBusy(this.#write.state)) return;
    this.#method = undefined;
    if (this.#write.state.status !== 'unknown') this.#write.begin();
    this.#host.requestUpdate();
  };
}

const confirmButton = (tag: LanguageTag, state: WriteState<Methods>): TemplateResult =>
  html`<button part="action" class="button danger" type="submit" aria-disabled=${isBusy(state)}>
    ${isBusy(state) ? text(tag, state.slow ? 'write.slow' : 'write.pending') : text(tag, 'removal.confirm')}
  </button>`;
