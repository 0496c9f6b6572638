import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { AddOn, BillingError, RatedAddOn, Subscription, SubscriptionChange } from '../api/index.js';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import type { Bill } from '../store/bill.js';
import { intervalOf } from '../store/interval.js';
import { withAddOns } from '../store/next-invoice-with.js';
import type { BillingStore } from '../store/store.js';
import { isBusy } from '../store/write.js';
import { changeAddOns, undoAddOns } from '../store/writes/subscriptions.js';
import { cardsOf, keptOf, type AddOnCard } from './add-ons.card.js';
import { ConsentBox } from './add-ons.consent.js';
import type { Announcer } from './announcer.js';
import { QuoteFlow, type ChangeRequest } from './quote-flow.js';
import { effectOf } from './subscription-effect.js';
import { ChangeUndo } from './subscription-undo.js';

/** What changes are made of. */
export interface AddOnContext {
  readonly tag: LanguageTag;
  readonly offered: readonly AddOn[];
  /** The next invoice; `undefined` while it isn't known. */
  readonly bill: Bill | undefined;
}

type AddOnsOf = (subscription: Subscription) => RatedAddOn[];

/** What the user does with add-ons: buys one, cancels it at the period's end, and keeps it after all. */
export class AddOnChanges {
  readonly flow: QuoteFlow;
  readonly undo: ChangeUndo;
  readonly #host: LitElement;
  readonly #context: () => AddOnContext;
  readonly #voice: Announcer;

  constructor(host: LitElement, store: () => BillingStore | undefined, context: () => AddOnContext, voice: Announcer) {
    this.#host = host;
    this.#context = context;
    this.#voice = voice;
    this.flow = new QuoteFlow(host, store, changeAddOns);
    this.undo = new ChangeUndo(host, store, undoAddOns);
  }

  /** Something is under way. */
  get busy(): boolean {
    return this.flow.busy || isBusy(this.undo.state);
  }

  buy(addOn: AddOnCard, terms: NonNullable<AddOnCard['terms']>, subscription: Subscription): void {
    const box = new ConsentBox(terms, () => this.#host.requestUpdate());
    const wanted: AddOnsOf = (now) => [...this.#keptWithout(addOn, now), addOn];
    const consents = { [addOn.id]: terms.version };
    this.#begin(subscription, wanted, {
      words: (now) => ({ ...this.#words('add-ons.buy-label', addOn, now), summary: this.#productOf(now) }),
      content: () => html`${this.#effect(subscription, wanted)} ${box.render(this.#context().tag)}`,
      isComplete: () => box.check(),
      final: (asked) => (asked.kind === 'add-ons' ? { ...asked, consents } : asked),
      done: () => this.#done(this.#text('add-ons.bought', addOn)),
    });
  }

  /** Cancels it with the period that is paid for. */
  drop(addOn: AddOnCard, subscription: Subscription): void {
    const wanted: AddOnsOf = (now) => this.#keptWithout(addOn, now);
    const { tag } = this.#context();
    this.#begin(subscription, wanted, {
      words: (now) => ({
        ...this.#words('add-ons.cancel-label', addOn, now),
        summary: this.#endOf() ?? this.#productOf(now),
        keep: text(this.#context().tag, 'add-ons.keep-it'),
      }),
      content: () => this.#effect(subscription, wanted),
      done: (result) => {
        const on = result?.scheduledAddOns?.on;
        const date = on && formatDate(tag, on);
        this.#done(
          date
            ? text(tag, 'add-ons.dropped', { name: isolate(addOn.name), date })
            : this.#text('add-ons.dropped-now', addOn),
        );
      },
    });
  }

  /** Keeps one that ends. Where others end with it, only this one is kept; that is another change, and quoted. */
  keep(addOn: AddOnCard, subscription: Subscription): void {
    const done = (): void => this.#done(this.#text('add-ons.kept', addOn));
    const cards = cardsOf(this.#context().offered, subscription);
    const isAlone = cards.every(
      ({ id, standing }) => id === addOn.id || standing === 'active' || standing === 'available',
    );
    if (isAlone) return this.undo.take(subscription, 'add-ons', done);
    const wanted: AddOnsOf = (now) => [...this.#keptWithout(addOn, now), addOn];
    this.#begin(subscription, wanted, {
      words: (now) => ({ ...this.#words('add-ons.keep-label', addOn, now), summary: this.#productOf(now) }),
      content: () => this.#effect(subscription, wanted),
      done,
    });
  }

  /** A list is sent whole: it is made anew where the subscription was changed meanwhile, so that nothing else is lost. */
  #begin(subscription: Subscription, wanted: AddOnsOf, request: ChangeRequest): void {
    const change = (now: Subscription): SubscriptionChange => ({
      kind: 'add-ons',
      addOns: wanted(now).map(({ id }) => id),
      consents: {},
    });
    const refusal = (error: BillingError): string | undefined => this.#refusal(error);
    this.flow.begin(subscription, change(subscription), { ...request, anew: change, refusal });
  }

  #keptWithout(addOn: AddOnCard, subscription: Subscription): RatedAddOn[] {
    return keptOf(cardsOf(this.#context().offered, subscription)).filter(({ id }) => id !== addOn.id);
  }

  #words(
    key: 'add-ons.buy-label' | 'add-ons.cancel-label' | 'add-ons.keep-label',
    addOn: AddOnCard,
    { plan }: Subscription,
  ): { title: string; action: string; yearly: readonly [boolean, boolean] } {
    const action = this.#text(key, addOn);
    const isYearly = intervalOf(plan) === 'year';
    return { title: action, action, yearly: [isYearly, isYearly] };
  }

  #effect(subscription: Subscription, wanted: AddOnsOf): TemplateResult | typeof nothing {
    const { tag, bill } = this.#context();
    if (!this.flow.quote) return nothing;
    return effectOf(tag, bill, subscription, (now) => withAddOns(now, wanted(now)));
  }

  /** When it ends, as far as the quote says so. */
  #endOf(): string | undefined {
    const { quote } = this.flow;
    const { tag } = this.#context();
    if (!quote) return undefined;
    if (quote.timing !== 'next-period') return text(tag, 'add-ons.drop-now');
    return text(tag, 'add-ons.drop-later', { date: formatDate(tag, quote.effective) });
  }

  #refusal({ code }: BillingError): string | undefined {
    const { tag } = this.#context();
    if (code === 'no-change') return text(tag, 'add-ons.refused.no-change');
    return code === 'consent-missing' ? text(tag, 'add-ons.refused.consent') : undefined;
  }

  #productOf({ product }: Subscription): string {
    return text(this.#context().tag, 'add-ons.for', { product: isolate(product) });
  }

  #text(
    key: `add-ons.${'buy-label' | 'cancel-label' | 'keep-label' | 'bought' | 'dropped-now' | 'kept'}`,
    { name }: AddOnCard,
  ): string {
    return text(this.#context().tag, key, { name: isolate(name) });
  }

  /** The button that was pressed is another one now, so that the focus moves to the heading. */
  #done(words: string): void {
    this.#voice.say(words);
    this.#host.renderRoot.querySelector('h2')?.focus();
  }
}
