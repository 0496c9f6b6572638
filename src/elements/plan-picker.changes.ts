import type { LitElement } from 'lit';
import type { Plan, Subscription } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import type { BillingStore } from '../store/store.js';
import { isBusy } from '../store/write.js';
import { undoChange } from '../store/writes/subscriptions.js';
import type { Announcer } from './announcer.js';
import { changedText, changeWords } from './plan-picker.words.js';
import { QuoteFlow } from './quote-flow.js';
import { ChangeUndo } from './subscription-undo.js';

/** What the user changes with a plan picker: the plan, and back what is only scheduled. */
export class PlanChanges {
  readonly flow: QuoteFlow;
  readonly undo: ChangeUndo;
  readonly #host: LitElement;
  readonly #tag: () => LanguageTag;
  readonly #voice: Announcer;

  constructor(host: LitElement, store: () => BillingStore | undefined, tag: () => LanguageTag, voice: Announcer) {
    this.#host = host;
    this.#tag = tag;
    this.#voice = voice;
    this.flow = new QuoteFlow(host, store);
    this.undo = new ChangeUndo(host, store, undoChange);
  }

  /** Something is under way. */
  get busy(): boolean {
    return this.flow.busy || isBusy(this.undo.state);
  }

  /** Asks for a quote of a change; `warning` is of its overage. */
  choose(wanted: Plan, subscription: Subscription, warning: string | undefined): void {
    this.flow.begin(
      subscription,
      { kind: 'plan', plan: wanted.id },
      {
        words: ({ plan }) => changeWords(this.#tag(), wanted, plan, warning),
        done: (result) => this.#voice.say(changedText(this.#tag(), wanted, result)),
      },
    );
  }

  /** Takes back the scheduled change, unless the host prevents it. The button is gone with what was scheduled. */
  takeBack(subscription: Subscription): void {
    void this.undo.take(subscription, 'plan', () => {
      this.#voice.say(text(this.#tag(), 'plans.undone', { plan: isolate(subscription.plan.name) }));
      this.#host.renderRoot.querySelector('h2')?.focus();
    });
  }
}
