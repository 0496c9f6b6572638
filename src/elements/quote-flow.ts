import type { LitElement, ReactiveController } from 'lit';
import {
  BillingError,
  type BillingErrorKind,
  type Capabilities,
  type Money,
  type Page,
  type Quote,
  type Subscription,
  type SubscriptionChange,
} from '../api/index.js';
import { QueryController, type ReadState } from '../store/query.js';
import { readCapabilities } from '../store/reads/account.js';
import { readQuote } from '../store/reads/quotes.js';
import type { Read } from '../store/reads/read.js';
import { readSubscriptions } from '../store/reads/subscriptions.js';
import type { BillingStore } from '../store/store.js';
import { isBusy, type WriteState } from '../store/write-state.js';
import { WriteController } from '../store/write.js';
import { changeSubscription, type Commitment } from '../store/writes/subscriptions.js';
import type { Write } from '../store/writes/write.js';
import { ChangedEvent, TabOpenEvent, type TabName } from './events.js';
import { QuoteClock, type TimeLeft } from './quote-clock.js';
import { SubscriptionChangeEvent } from './quote-flow.events.js';

/** What a dialog says of a change, beside what its quote says. */
export interface ChangeWords {
  readonly title: string;
  /** What the button does, for its label: `Change to 500 minutes`. */
  readonly action: string;
  /** What changes, in a sentence. */
  readonly summary: unknown;
  /** Whether a period of the plan before, and after, is a year; months when left out. */
  readonly yearly?: readonly [before: boolean, after: boolean];
  /** What the button says that changes nothing, `Keep it`: then neither button stands out. `Cancel` when left out. */
  readonly keep?: string;
}

/** What is to be agreed to. */
export interface ChangeRequest {
  /** The words, of the subscription as it stands now, in the language of now. */
  readonly words: (subscription: Subscription) => ChangeWords;
  /** What else the user has to fill in or to tick, above the buttons. */
  readonly content?: () => unknown;
  /** Whether it is. Where it isn't, it marks what is missing (`aria-invalid`), and the first of that gets the focus. */
  readonly isComplete?: () => boolean;
  /** The quoted change with what the user has filled in since: a reason, consents. */
  readonly final?: (asked: SubscriptionChange) => SubscriptionChange;
  /** The change to ask for where the subscription was changed meanwhile; the same when left out. */
  readonly anew?: (subscription: Subscription) => SubscriptionChange;
  /** What to say of a refusal whose code the element knows; `undefined` where it doesn't. */
  readonly refusal?: (error: BillingError) => string | undefined;
  /** After the back end has agreed, when the dialog is closed. The answer may have been lost. */
  readonly done?: (result: Subscription | undefined) => void;
}

/** A back end that refuses to quote a change would refuse the change as well. */
const REFUSALS: ReadonlySet<BillingErrorKind> = new Set(['validation', 'conflict', 'forbidden', 'not-found']);

/** Why there is another quote than the one that was shown. */
export type Renewal = 'expired' | 'stale';

/**
 * Quote, then commit: asks what a change costs, shows it, and commits to just that when the user agrees. A quote that ran
 * out, or a price that moved, is answered with a new quote to agree to, never with another charge.
 */
export class QuoteFlow implements ReactiveController {
  readonly #host: LitElement;
  readonly #store: () => BillingStore | undefined;
  readonly #write: Write<Commitment, Subscription>;
  readonly #commit: WriteController<Commitment, Subscription>;
  readonly #quotes: QueryController<Quote>;
  readonly #subscriptions: QueryController<Page<Subscription>>;
  readonly #capabilities: QueryController<Capabilities>;
  readonly #clock: QuoteClock;
  #from: BillingStore | undefined;
  #asked: { readonly subscription: Subscription; readonly change: SubscriptionChange } | undefined;
  #request: ChangeRequest | undefined;
  #renewal: Renewal | undefined;
  #before: Money | undefined;
  #openings = 0;

  /** `write` says whose right it takes: changes of add-ons are another one's. */
  constructor(
    host: LitElement,
    store: () => BillingStore | undefined,
    write: Write<Commitment, Subscription> = changeSubscription,
  ) {
    this.#host = host;
    this.#store = store;
    this.#write = write;
    this.#commit = new WriteController(host, store, write);
    this.#quotes = new QueryController(host, store, () => this.#read());
    this.#subscriptions = new QueryController(host, store, () => (this.#asked ? readSubscriptions() : undefined));
    this.#capabilities = new QueryController(host, store, () => (this.#asked ? readCapabilities() : undefined));
    this.#clock = new QuoteClock(host, () => this.#standing());
    host.addController(this);
  }

  /** What the dialog is about; `undefined` while it is closed. */
  get request(): ChangeRequest | undefined {
    return this.#request;
  }

  get words(): ChangeWords | undefined {
    return this.#asked && this.#request?.words(this.#asked.subscription);
  }

  /** The quote that can be agreed to, or that has just run out; `undefined` while there is none. */
  get quote(): Quote | undefined {
    return this.#standing()?.quote;
  }

  /** Why there is no quote; `undefined` while there is one, or while it is asked for. */
  get failure(): BillingError | undefined {
    const { status, fetching, error } = this.#reading;
    if (status === 'unsupported') return new BillingError('unsupported', 'the adapter has no previewChange');
    return fetching ? undefined : error;
  }

  /** Whether asking again may bring a quote. */
  get mayRetry(): boolean {
    return this.failure !== undefined && this.failure.kind !== 'unsupported' && !REFUSALS.has(this.failure.kind);
  }

  /** Whether the back end takes the change though it couldn't be quoted. */
  get isUnquoted(): boolean {
    const allowed = this.#capabilities.state.data?.features?.changeWithoutQuote === true;
    const { failure } = this;
    return allowed && this.#asked?.change.kind === 'plan' && failure !== undefined && !REFUSALS.has(failure.kind);
  }

  /** How much longer the quote stands. */
  get left(): TimeLeft {
    return this.#clock.left;
  }

  /** What became of the commit; also of one that was under way when the page was loaded anew. */
  get committing(): WriteState<Subscription> {
    return this.#commit.state;
  }

  /** Why there is another quote than before, and what was due by that one. */
  get renewed(): { readonly why: Renewal; readonly before: Money | undefined } | undefined {
    return this.#renewal && { why: this.#renewal, before: this.#before };
  }

  get busy(): boolean {
    return isBusy(this.#commit.state);
  }

  /** Opens the dialog and asks what the change costs. */
  begin(subscription: Subscription, change: SubscriptionChange, request: ChangeRequest): void {
    if (this.busy) return;
    this.#asked = { subscription, change };
    this.#request = request;
    this.#renewal = this.#before = undefined;
    this.#openings += 1;
    this.#commit.begin();
    this.#host.requestUpdate();
  }

  /** Closes the dialog, unless a commit is under way. Nothing is changed by that. */
  readonly close = (): void => {
    if (this.busy) return;
    this.#forget();
    if (this.committing.status !== 'unknown') this.#commit.begin();
  };

  /** Asks again for a quote that couldn't be had. */
  readonly retry = (): void => this.#ask();

  /** Finds out what became of a commit whose answer was lost. */
  readonly check = (): void => this.#commit.check();

  /** The user agrees to what is shown. */
  readonly confirm = (): void => {
    const quote = this.quote ?? (this.isUnquoted ? null : undefined);
    const isOpen = isBusy(this.committing) || this.committing.status === 'unknown';
    if (!this.#asked || quote === undefined || isOpen) return;
    if (this.left === 0) return this.#renew('expired');
    if (this.#request?.isComplete?.() === false) return this.#showMissing();
    const { subscription } = this.#asked;
    const change = this.#request?.final?.(this.#asked.change) ?? this.#asked.change;
    if (!this.#host.dispatchEvent(new SubscriptionChangeEvent(subscription, change, quote))) return this.close();
    const agreed = quote ? { change, quote: quote.id, total: quote.dueNow } : { change, quote: null, total: null };
    void this.#commit.submit({ subscription: subscription.id, agreed }, { ifVersion: subscription.version });
  };

  /** Closes the dialog and leads to another part of the page. */
  readonly leave = (tab: TabName): void => {
    this.close();
    this.#host.dispatchEvent(new TabOpenEvent(tab));
  };

  hostUpdate(): void {
    const store = this.#store();
    if (store !== this.#from) this.#forget();
    this.#from = store;
    if (!this.#asked) return;
    const { status, result, error, fresh } = this.#commit.state;
    if (status === 'done') this.#finish(result);
    else if (error?.kind === 'preview-expired') this.#renew('expired');
    else if (error?.kind === 'stale-version' && fresh) this.#renew('stale');
  }

  /** Each opening of the dialog reads a quote of its own: one that was shown before may have run out. */
  #read(): Read<Quote> | undefined {
    if (!this.#asked) return undefined;
    const read = readQuote(this.#asked.subscription.id, this.#asked.change);
    return { ...read, key: [...read.key, String(this.#openings)] };
  }

  /** The quote as it is read. What was shown before stays in it while a new one is asked for. */
  get #reading(): ReadState<Quote> {
    return this.#quotes.state;
  }

  #standing(): { readonly quote: Quote; readonly since: Date } | undefined {
    const { data, fetching, error, updatedAt } = this.#reading;
    return data && updatedAt && !fetching && !error ? { quote: data, since: updatedAt } : undefined;
  }

  #finish(result: Subscription | undefined): void {
    const request = this.#request;
    this.close();
    void this.#host.updateComplete.then(() => {
      this.#host.dispatchEvent(new ChangedEvent(this.#write.resource));
      request?.done?.(result);
      // What opened the dialog may be gone with what was changed.
      if (!this.#host.shadowRoot?.activeElement) this.#host.renderRoot.querySelector('h2')?.focus();
    });
  }

  #forget(): void {
    this.#asked = this.#request = undefined;
    this.#host.requestUpdate();
  }

  #renew(why: Renewal): void {
    this.#renewal = why;
    this.#before = this.#reading.data?.dueNow;
    this.#ask();
  }

  /** The focus leaves the button: a key that is pressed twice must not agree to what has only just come. */
  #ask(): void {
    if (!this.#asked) return;
    const { subscription, change } = this.#asked;
    const now = this.#subscriptions.state.data?.items.find(({ id }) => id === subscription.id);
    this.#asked = { subscription: now ?? subscription, change: (now && this.#request?.anew?.(now)) ?? change };
    this.#commit.begin();
    this.#quotes.retry();
    this.#host.renderRoot.querySelector<HTMLElement>('#quote-title')?.focus();
  }

  #showMissing(): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() =>
      this.#host.renderRoot.querySelector<HTMLElement>('dialog[open] [aria-invalid="true"]')?.focus(),
    );
  }
}
