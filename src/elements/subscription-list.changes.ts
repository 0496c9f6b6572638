import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { BillingError, PlainDate, Quote, Subscription } from '../api/index.js';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { hasText, isolate, text } from '../locale/messages.js';
import { monthOf } from '../rating/index.js';
import type { Bill } from '../store/bill.js';
import { intervalOf } from '../store/interval.js';
import type { BillingStore } from '../store/store.js';
import { isBusy } from '../store/write.js';
import { undoChange } from '../store/writes/subscriptions.js';
import type { Announcer } from './announcer.js';
import { selectField } from './fields.js';
import { QuoteFlow, type ChangeRequest, type ChangeWords } from './quote-flow.js';
import { effectOf } from './subscription-effect.js';
import { isInTrial } from './subscription-list.actions.js';
import { reasonField } from './subscription-list.reason.js';
import { ChangeUndo } from './subscription-undo.js';

/** What changes are made of. */
export interface TermContext {
  readonly tag: LanguageTag;
  readonly today: PlainDate;
  /** The next invoice; `undefined` while it isn't known. */
  readonly bill: Bill | undefined;
}

/** How many months a pause may last at most, unless it lasts until it is ended. */
const MOST_MONTHS = 6;

/** What the user does with the term of a subscription: cancels, pauses, resumes it, and takes that back. */
export class TermChanges {
  readonly flow: QuoteFlow;
  readonly undo: ChangeUndo;
  readonly #host: LitElement;
  readonly #context: () => TermContext;
  readonly #voice: Announcer;
  #reason = '';

  constructor(host: LitElement, store: () => BillingStore | undefined, context: () => TermContext, voice: Announcer) {
    this.#host = host;
    this.#context = context;
    this.#voice = voice;
    this.flow = new QuoteFlow(host, store);
    this.undo = new ChangeUndo(host, store, undoChange);
  }

  /** Something is under way. */
  get busy(): boolean {
    return this.flow.busy || isBusy(this.undo.state);
  }

  cancel(subscription: Subscription): void {
    this.#reason = '';
    this.#begin(
      subscription,
      { kind: 'cancel', reason: '' },
      {
        words: (now) => ({ ...this.#words('cancel', now), summary: this.#summary(now), keep: this.#keep() }),
        content: () => html`${this.#last(subscription)} ${this.#reasonField()}`,
        final: () => ({ kind: 'cancel', reason: this.#reason.trim() }),
        done: (result) => this.#done('did-cancel', subscription, result?.end),
      },
    );
  }

  /** `until` is the first day that is charged again; `null` where it is resumed by hand. Each choice is a quote of its own. */
  pause(subscription: Subscription, until: PlainDate | null = null): void {
    this.#begin(
      subscription,
      { kind: 'pause', until },
      {
        words: (now) => ({ ...this.#words('pause', now), summary: this.#summary(now), keep: this.#keep() }),
        content: () =>
          html`${this.#untilField(subscription, until)}
          ${this.#effect(subscription, (now, { effective: from }) => ({ ...now, pause: { from, until } }))}`,
        done: (result) => this.#done('did-pause', subscription, result?.pause?.from),
      },
    );
  }

  resume(subscription: Subscription): void {
    this.#begin(
      subscription,
      { kind: 'resume' },
      {
        words: (now) => ({ ...this.#words('resume', now), summary: this.#onPlan(now) }),
        content: () => this.#effect(subscription, resumed),
        done: () => this.#done('did-resume', subscription, undefined),
      },
    );
  }

  /** Takes back what has not taken effect yet. */
  takeBack(subscription: Subscription, kind: 'plan' | 'cancel' | 'pause' | 'resume'): void {
    const did = kind === 'resume' ? 'did-undo-resume' : 'did-undo';
    this.undo.take(subscription, kind, () => this.#done(did, subscription, undefined));
  }

  #begin(subscription: Subscription, change: Parameters<QuoteFlow['begin']>[1], request: ChangeRequest): void {
    const { tag } = this.#context();
    const refusal = ({ code }: BillingError): string | undefined => {
      const key = `subscriptions.refused.${code}`;
      return hasText(key) ? text(tag, key as 'subscriptions.refused.ended') : undefined;
    };
    this.flow.begin(subscription, change, { ...request, refusal });
  }

  #words(act: 'cancel' | 'pause' | 'resume', { product, plan }: Subscription): Omit<ChangeWords, 'summary'> {
    const { tag } = this.#context();
    const isYearly = intervalOf(plan) === 'year';
    const title = text(tag, `subscriptions.${act}-label`, { product: isolate(product) });
    return { title, action: text(tag, `subscriptions.${act}`), yearly: [isYearly, isYearly] };
  }

  #keep(): string {
    return text(this.#context().tag, 'subscriptions.keep-it');
  }

  #onPlan({ product, plan }: Subscription): string {
    return text(this.#context().tag, 'subscriptions.on-plan', { product: isolate(product), plan: isolate(plan.name) });
  }

  /** Whose it is, and how long it can be taken back. */
  #summary(subscription: Subscription): TemplateResult {
    const { quote } = this.flow;
    const { tag } = this.#context();
    const isLater = quote?.timing === 'next-period';
    return html`${this.#onPlan(subscription)}
    ${isLater ? text(tag, 'subscriptions.undo-until', { date: formatDate(tag, quote.effective) }) : nothing}`;
  }

  /** What is still to be paid. Nothing is, after a trial. */
  #last(subscription: Subscription): TemplateResult {
    const { tag, today } = this.#context();
    const { quote } = this.flow;
    // A back end that says it in its notes says it better.
    const isBilled = quote?.notes.length === 0 && !isInTrial(subscription, today);
    return html`${this.#effect(subscription, (now, { effective: end }) => ({ ...now, end }))}
    ${
      isBilled
        ? html`<p class="muted small">
            ${text(tag, 'subscriptions.last-billed', { date: formatDate(tag, quote.effective) })}
          </p>`
        : nothing
    }`;
  }

  #effect(
    subscription: Subscription,
    change: (now: Subscription, quote: Quote) => Subscription,
  ): TemplateResult | typeof nothing {
    const { tag, bill } = this.#context();
    const { quote } = this.flow;
    return quote ? effectOf(tag, bill, subscription, (now) => change(now, quote)) : nothing;
  }

  #reasonField(): TemplateResult {
    const input = (reason: string): void => void (this.#reason = reason);
    return reasonField(this.#context().tag, this.#reason, input);
  }

  #untilField(subscription: Subscription, until: PlainDate | null): TemplateResult {
    const { tag, today } = this.#context();
    const days = monthsAfter(monthOf(today).end).map((value) => ({ value, label: formatDate(tag, value, 'day-year') }));
    const options = [{ value: '', label: text(tag, 'subscriptions.until-resumed') }, ...days];
    const change = (value: string): void => this.pause(subscription, value === '' ? null : value);
    const label = text(tag, 'subscriptions.until');
    return html`<div class="until">${selectField({ id: 'until', label, value: until ?? '', options, change })}</div>`;
  }

  /** The button that was pressed is gone, so that the focus moves to the heading. */
  #done(
    did: 'did-cancel' | 'did-pause' | 'did-resume' | 'did-undo' | 'did-undo-resume',
    { product }: Subscription,
    on: PlainDate | null | undefined,
  ): void {
    const { tag } = this.#context();
    const date = on ? formatDate(tag, on) : '';
    this.#voice.say(text(tag, `subscriptions.${did}`, { product: isolate(product), date }));
    this.#host.renderRoot.querySelector('h2')?.focus();
  }
}

/** Charged again from a day on; one that has not begun to rest goes on as if nothing had been. */
function resumed({ pause, ...subscription }: Subscription, { effective }: Quote): Subscription {
  return pause && pause.from < effective ? { ...subscription, pause: { ...pause, until: effective } } : subscription;
}

/** The first days of the months after one. */
function monthsAfter(day: PlainDate): PlainDate[] {
  const days = [day];
  while (days.length <= MOST_MONTHS) days.push(monthOf(days.at(-1) ?? day).end);
  return days.slice(1);
}
