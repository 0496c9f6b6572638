import type { LitElement, ReactiveController } from 'lit';
import type { AlertChoices, AlertPreferences } from '../api/index.js';
import type { BillingStore } from '../store/store.js';
import { isBusy, WriteController, type WriteState } from '../store/write.js';
import { saveAlertPreferences } from '../store/writes/alerts.js';
import type { AlertEdit } from './alert-edits.js';
import { AlertsSaveEvent } from './billing-alerts.events.js';
import { ChangedEvent } from './events.js';

/** What became of the last change. */
export type AlertOutcome = 'saving' | 'saved' | 'undone' | 'failed' | 'unknown';

/** The last change: where it was made, and what there was before. */
interface Change {
  readonly place: string;
  readonly former: AlertChoices;
  readonly isUndo: boolean;
  readonly outcome: AlertOutcome;
  /** The version that it has made; while that stands, it can be undone. */
  readonly version?: string;
}

/** How an element saves. */
export interface AlertSavingHost {
  readonly store: () => BillingStore | undefined;
  /** What the back end has, as far as it is known. */
  readonly saved: () => AlertPreferences | undefined;
  /** Called when a change has come to an end. */
  readonly ended: (outcome: AlertOutcome) => void;
}

/**
 * Saves every change at once, one after the other. What is changed while a save is under way is shown, and sent after it
 * over the version that it has made: of several changes the newest choices win. A refused one takes back what is shown.
 */
export class AlertSaving implements ReactiveController {
  readonly #host: LitElement;
  readonly #needs: AlertSavingHost;
  readonly #write: WriteController<AlertChoices, AlertPreferences>;
  #store: BillingStore | undefined;
  #change: Change | undefined;
  /** What is shown and not agreed to yet. */
  #newest: AlertChoices | undefined;
  /** The version on show when its answer was lost. */
  #lostOver: string | undefined;
  #isSending = false;

  constructor(host: LitElement, needs: AlertSavingHost) {
    this.#host = host;
    this.#needs = needs;
    this.#write = new WriteController(host, needs.store, saveAlertPreferences);
    host.addController(this);
  }

  /** The choices as they are to be shown. */
  get shown(): AlertChoices | undefined {
    return this.#newest ?? this.#needs.saved();
  }

  /** The save that is under way, or the last one. */
  get state(): WriteState<AlertPreferences> {
    return this.#write.state;
  }

  /** Where the last change was made; empty before the first one. */
  get place(): string {
    return this.#change?.place ?? '';
  }

  get outcome(): AlertOutcome | undefined {
    return this.#change?.outcome;
  }

  /** Not once somebody else has changed them: what they have done isn't ours to undo. */
  get canUndo(): boolean {
    const { outcome, version } = this.#change ?? {};
    return outcome === 'saved' && version !== undefined && this.#needs.saved()?.version === version;
  }

  /** Changes the choices and saves them, unless the host prevents it; whether it does. */
  edit(place: string, edit: AlertEdit): boolean {
    return this.#begin(place, edit, false);
  }

  /** Back to what there was before the last change. */
  undo(): void {
    const { place, former } = this.#change ?? {};
    if (place !== undefined && former && this.canUndo) this.#begin(place, () => former, true);
  }

  /** Asks what became of a change, where nobody could say. */
  readonly check = (): void => this.#write.check();

  hostUpdate(): void {
    const store = this.#needs.store();
    if (store !== this.#store) {
      this.#store = store;
      [this.#newest, this.#change, this.#lostOver] = [undefined, undefined, undefined];
    }
    if (this.#newest && !this.#isSending) this.#goOn();
  }

  #begin(place: string, edit: AlertEdit, isUndo: boolean): boolean {
    const former = this.shown;
    if (!former) return false;
    const wanted = choicesOf(edit(former));
    // What was ticked goes back to what is so.
    this.#host.requestUpdate();
    if (!this.#host.dispatchEvent(new AlertsSaveEvent(wanted))) return false;
    this.#change = { place, former, isUndo, outcome: 'saving' };
    this.#newest = wanted;
    void this.#send();
    return true;
  }

  async #send(): Promise<void> {
    const [store, saved] = [this.#store, this.#needs.saved()];
    if (this.#isSending || isBusy(this.state) || !saved) return;
    this.#isSending = true;
    this.#lostOver = undefined;
    let { version } = saved;
    let [sent, ended] = await this.#submit(version);
    while (ended.result && sent !== this.#newest && store === this.#store) {
      ({ version } = ended.result);
      [sent, ended] = await this.#submit(version);
    }
    this.#isSending = false;
    if (store === this.#store) this.#conclude(ended, version);
  }

  async #submit(ifVersion: string): Promise<[AlertChoices | undefined, WriteState<AlertPreferences>]> {
    const sent = this.#newest;
    return [sent, await this.#write.submit(sent as AlertChoices, { ifVersion })];
  }

  #conclude({ status, result }: WriteState<AlertPreferences>, over: string): void {
    if (status === 'failed') return this.#end('failed');
    if (result) return this.#end(this.#change?.isUndo ? 'undone' : 'saved', result.version);
    this.#lostOver = over;
    if (status === 'unknown') this.#mark('unknown');
  }

  /** After an answer that was lost: what is shown stays until the reads say how it stands. */
  #goOn(): void {
    const { status } = this.state;
    if (this.#lostOver === undefined) return isBusy(this.state) ? undefined : void this.#send();
    if (status === 'failed' || status === 'idle') return this.#end('failed');
    const version = this.#needs.saved()?.version;
    if (status === 'done' && version !== this.#lostOver) this.#end(this.#change?.isUndo ? 'undone' : 'saved', version);
  }

  #end(outcome: AlertOutcome, version?: string): void {
    [this.#newest, this.#lostOver] = [undefined, undefined];
    this.#mark(outcome, version);
    if (outcome !== 'failed') this.#host.dispatchEvent(new ChangedEvent('alerts'));
    this.#needs.ended(outcome);
  }

  #mark(outcome: AlertOutcome, version?: string): void {
    if (this.#change) this.#change = { ...this.#change, outcome, ...(version !== undefined && { version }) };
    this.#host.requestUpdate();
  }
}

/** What is sent of what was read: neither version nor addresses. */
const choicesOf = ({ enabled, snoozedUntil, choices, thresholds }: AlertChoices): AlertChoices => ({
  enabled,
  snoozedUntil,
  choices,
  thresholds,
});
