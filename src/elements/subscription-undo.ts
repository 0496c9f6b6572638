import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { ChangeKind, Subscription } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import type { BillingStore } from '../store/store.js';
import { isBusy, type WriteState } from '../store/write.js';
import type { Withdrawal } from '../store/writes/subscriptions.js';
import type { Write } from '../store/writes/write.js';
import { AwaitedWrite } from './awaited-write.js';
import { ChangedEvent } from './events.js';
import { ChangeUndoEvent } from './quote-flow.events.js';

/** Takes back what is only scheduled, for an element that has a button beside each thing that is. */
export class ChangeUndo {
  readonly #host: LitElement;
  readonly #write: Write<Withdrawal, Subscription>;
  readonly #taking: AwaitedWrite<Withdrawal, Subscription>;
  #taken: Withdrawal | undefined;

  constructor(host: LitElement, store: () => BillingStore | undefined, write: Write<Withdrawal, Subscription>) {
    this.#host = host;
    this.#write = write;
    this.#taking = new AwaitedWrite(host, store, write);
  }

  get state(): WriteState<Subscription> {
    return this.#taking.state;
  }

  /** Whether it is under way for this one. */
  isTaking({ id }: Subscription, kind: ChangeKind): boolean {
    return isBusy(this.state) && this.#taken?.subscription === id && this.#taken.kind === kind;
  }

  /** Takes it back, unless the host prevents it. `done` is called when the back end has agreed. */
  take(subscription: Subscription, kind: ChangeKind, done: () => void): void {
    if (isBusy(this.state) || !this.#host.dispatchEvent(new ChangeUndoEvent(subscription, kind))) return;
    this.#taken = { subscription: subscription.id, kind };
    void this.#taking.submit(this.#taken, subscription.version, () => {
      this.#host.dispatchEvent(new ChangedEvent(this.#write.resource));
      done();
    });
  }

  /** Finds out whether it was taken back. */
  readonly check = (): void => this.#taking.check();
}

/** A button that takes something back. */
export interface UndoButton {
  readonly undo: ChangeUndo;
  readonly subscription: Subscription;
  readonly kind: ChangeKind;
  /** What is taken back, for those who only hear the button. */
  readonly what: string;
  /** Something else is under way. */
  readonly isOff: boolean;
  readonly take: () => void;
}

/** Absent while nobody knows whether it has happened already. It keeps its width while it works. */
export function undoButton(tag: LanguageTag, button: UndoButton): TemplateResult | typeof nothing {
  const { undo, subscription, kind, what, take } = button;
  const { status, slow } = undo.state;
  if (status === 'unknown') return nothing;
  const busy = undo.isTaking(subscription, kind);
  const isOff = button.isOff || isBusy(undo.state);
  return html`<button
    part="undo"
    type="button"
    class="button working"
    aria-label=${busy ? nothing : text(tag, 'undo.label', { what })}
    aria-disabled=${isOff ? 'true' : 'false'}
    @click=${() => (isOff ? undefined : take())}
  >
    <span class=${busy ? 'behind' : ''}>${text(tag, 'common.undo')}</span>
    ${busy ? html`<span>${text(tag, slow ? 'write.slow' : 'write.pending')}</span>` : nothing}
  </button>`;
}
