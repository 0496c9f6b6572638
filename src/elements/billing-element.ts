import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { BillingAdapter, BillingError } from '../api/index.js';
import type { Catalogue, MessageArguments, MessageKey } from '../locale/catalogue.js';
import type { LanguageTag } from '../locale/intl.js';
import { addTexts, text } from '../locale/messages.js';
import { commonTexts } from '../locale/texts/common.js';
import type { BillingStore } from '../store/store.js';
import { BillingErrorEvent, SessionExpiredEvent } from './events.js';
import { LanguageController } from './language-controller.js';
import { StoreSource } from './store-source.js';

/** What an element can be in, for `:state()` in the host's styles. */
export type ElementState = 'loading' | 'empty' | 'failed' | 'stale' | 'unsupported' | 'read-only';

/**
 * What all elements share: whom they ask, the language that they speak, and how they tell the host what happens.
 *
 * @fires {BillingErrorEvent} billing-error - A read has failed.
 * @fires {SessionExpiredEvent} billing-session-expired - The session has ended; told by the first element that sees it.
 * @cssproperty --billing-surface - What the element stands on; tints are mixed with it.
 * @cssproperty --billing-surface-raised - Panels, cards and menus.
 * @cssproperty --billing-text - Text.
 * @cssproperty --billing-text-muted - What is less important: labels, minor units.
 * @cssproperty --billing-border - Hairlines.
 * @cssproperty --billing-border-strong - Borders of controls, and marks that must be seen.
 * @cssproperty --billing-accent - The one thing to do next, and what is used.
 * @cssproperty --billing-on-accent - Text on the accent.
 * @cssproperty --billing-positive - What is well, and credits.
 * @cssproperty --billing-warning - What to look after.
 * @cssproperty --billing-negative - What failed.
 * @cssproperty --billing-accent-tint - A quiet tint of the accent.
 * @cssproperty --billing-positive-tint - A quiet tint of the positive colour.
 * @cssproperty --billing-warning-tint - A quiet tint of the warning colour.
 * @cssproperty --billing-negative-tint - A quiet tint of the negative colour.
 * @cssproperty --billing-neutral-tint - Tracks, skeletons, and what lies under the pointer.
 * @cssproperty --billing-radius - The corners of panels; those of controls follow.
 * @cssproperty --billing-focus-ring - The ring around what has the focus.
 * @cssstate loading - The first answer is under way.
 * @cssstate empty - There is nothing to show yet.
 * @cssstate failed - There is nothing to show, because a read failed.
 * @cssstate stale - What is shown is old, or the last reload failed.
 * @cssstate unsupported - The back end can't serve this; nothing is shown.
 * @cssstate read-only - The user may look at it only.
 */
export class BillingElement extends LitElement {
  /** The back end. Without one the element uses that of the `billing-portal` around it. */
  @property({ attribute: false }) adapter: BillingAdapter | undefined;

  /** A language tag such as `de-AT`; without one it is the `lang` of the nearest element that has one. */
  @property() locale: string | undefined;

  /** What the element says in English, beside the texts that are always there. @internal */
  static texts: Catalogue = {};

  readonly #source = new StoreSource(this);
  readonly #language = new LanguageController(this, () => this.store);
  readonly #internals = this.attachInternals();
  #reported: BillingError | undefined;

  constructor() {
    super();
    addTexts(commonTexts);
    addTexts((this.constructor as typeof BillingElement).texts);
  }

  /** The answers of the back end; `undefined` until there is one. @internal */
  protected get store(): BillingStore | undefined {
    return this.#source.store;
  }

  /** The language to format and to speak in. @internal */
  protected get language(): LanguageTag {
    return this.#language.tag;
  }

  /** One of the kit's texts in the element's language. @internal */
  protected text<K extends MessageKey>(key: K, ...params: MessageArguments<K>): string {
    return text(this.language, key, ...params);
  }

  /** Dispatches an event; `false` if the host prevented what follows. @internal */
  protected emit(event: Event): boolean {
    return this.dispatchEvent(event);
  }

  /** Shows exactly these states to the host's styles. @internal */
  protected setStates(states: Readonly<Partial<Record<ElementState, boolean | undefined>>>): void {
    this.#internals.states.clear();
    for (const [state, on] of Object.entries(states)) if (on) this.#internals.states.add(state);
  }

  /** Tells the host of a failure, once. @internal */
  protected report(error: BillingError | undefined): void {
    if (error && error !== this.#reported) this.emit(new BillingErrorEvent(error));
    if (error?.kind === 'unauthenticated' && this.store?.announceExpiry()) this.emit(new SessionExpiredEvent());
    this.#reported = error;
  }
}
