import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { AlertChoices, AlertPreferences } from '../api/index.js';
import type { Catalogue } from '../locale/catalogue.js';
import type { Currency } from '../rating/index.js';
import { alertsTexts } from '../locale/texts/alerts.js';
import { AlertReplayQuery } from '../store/alert-replay-query.js';
import { backEndNow } from '../store/alert-snooze.js';
import { QueryController } from '../store/query.js';
import { readAlertPreferences } from '../store/reads/people.js';
import type { ReadState } from '../store/state.js';
import { saveAlertPreferences } from '../store/writes/alerts.js';
import { base, buttons, skeletons } from '../styles/base.js';
import { cards } from '../styles/cards.js';
import { tables } from '../styles/tables.js';
import { tokens } from '../styles/tokens.js';
import { channelsOf, withChannel, withEnabled, withSnooze, type AlertEdit } from './alert-edits.js';
import { AlertSaving, type AlertOutcome } from './alert-saving.js';
import { Snoozing } from './alert-snoozing.js';
import { ThresholdEditing } from './alert-threshold-editing.js';
import { MEASURES, subjectsOf, type AlertSubject } from './alert-thresholds.js';
import { Announcer } from './announcer.js';
import { alertAddresses, alertSwitch } from './billing-alerts.head.js';
import { kindTable } from './billing-alerts.kinds.js';
import { refusedNote, savedNote } from './billing-alerts.note.js';
import { choicesSkeleton, switchSkeleton, thresholdsSkeleton } from './billing-alerts.skeleton.js';
import { styles } from './billing-alerts.styles.js';
import { placeOf, thresholdList } from './billing-alerts.thresholds.js';
import { fieldStyles } from './fields.styles.js';
import { icon } from './icons.js';
import { isPending, notice } from './notices.js';
import { noticeStyles } from './notices.styles.js';
import { ResourceElement, type Retryable } from './resource-element.js';

/**
 * What the signed-in admin is alerted of, and how: kinds by channel, thresholds with the days on which they would have
 * fired, a snooze and a switch for all. Each change is saved at once and can be undone.
 *
 * @fires {AlertsSaveEvent} billing-alerts-save - Choices have changed; they are saved next.
 * @fires {ChangedEvent} billing-changed - The back end has saved the choices.
 * @csspart base - Everything.
 * @csspart title - The heading.
 * @csspart switch - The switch of all alerts.
 * @csspart addresses - Where alerts go to and come from.
 * @csspart kind - A kind of alert.
 * @csspart threshold - A threshold.
 * @csspart replay - When a threshold would have fired.
 * @csspart field - A field.
 * @csspart add - The button that adds a threshold.
 * @csspart empty - What will be here.
 * @csspart read-only - Why the user may look only.
 * @csspart notice - A remark.
 * @csspart notice-info - A remark that states a fact.
 * @csspart notice-warning - A remark about something to look after.
 * @csspart notice-negative - A remark about a failure.
 * @csspart retry - The button that reads again.
 */
export class BillingAlerts extends ResourceElement<AlertPreferences> {
  static override texts: Catalogue = alertsTexts;
  static override styles: CSSResultGroup = [
    tokens,
    base,
    buttons,
    tables,
    cards,
    skeletons,
    noticeStyles,
    fieldStyles,
    styles,
  ];

  protected override readonly resource = 'alerts';
  readonly #alerts = new QueryController<AlertPreferences>(this, () => this.store, readAlertPreferences);
  readonly #replay = new AlertReplayQuery(this, () => this.store);
  readonly #voice = new Announcer(this);
  readonly #snoozing = new Snoozing(this);
  readonly #saving = new AlertSaving(this, {
    store: () => this.store,
    saved: () => this.#alerts.state.data,
    ended: (outcome) => this.#ended(outcome),
  });
  readonly #editing = new ThresholdEditing(this, {
    store: () => this.store,
    tag: () => this.language,
    thresholds: () => this.#saving.shown?.thresholds ?? [],
    subjects: () => this.#subjects,
    measures: () => this.may.features.alertMeasures ?? MEASURES,
    currency: () => this.#replay.standing.data?.account,
    edit: (id, edit) => void this.#saving.edit(placeOf(id), edit),
    removed: () => void this.#focus('#thresholds'),
    added: (id) => void this.#focus(`[id="value-${id}"]`),
  });

  /** The choices, and what it takes to show them: the currency and the calendar of the account. */
  protected override get shown(): ReadState<AlertPreferences> {
    const alerts = this.may.permitted('alerts', this.#alerts.state);
    const { status, error } = this.#replay.standing;
    // Without subscriptions to read there are no subjects, but there are alerts.
    if (alerts.status !== 'ready' || status === 'ready' || status === 'unsupported') return alerts;
    return { ...alerts, status, data: undefined, error: error ?? alerts.error };
  }

  protected override get reads(): readonly Retryable[] {
    return [this.#alerts, { state: this.#replay.standing, retry: () => this.#replay.retry() }];
  }

  /** There is always something to choose. */
  protected override isEmpty(): boolean {
    return false;
  }

  get #subjects(): readonly AlertSubject[] {
    return subjectsOf(this.#replay.standing.data?.subscriptions ?? []);
  }

  get #canWrite(): boolean {
    return this.may.can(saveAlertPreferences);
  }

  override render(): TemplateResult | typeof nothing {
    const { shown } = this;
    const choices = shown.data && this.#saving.shown;
    const off = choices?.enabled === false;
    return this.frame({
      title: this.text('alerts.title'),
      failed: 'alerts.failed',
      head: this.#renderSwitch(choices),
      note: alertAddresses(this.language, shown.data, choices, isPending(shown)),
      content: html`${this.#refused('enabled')} ${this.#refused('')}
        ${off ? notice('info', this.text('alerts.off')) : nothing}
        <div class=${off ? 'all off' : 'all'}>${this.#renderAll(choices)}</div>
        ${this.renderReadOnly()} ${this.#voice.render()}`,
    });
  }

  #renderSwitch(choices: AlertChoices | undefined): TemplateResult | typeof nothing {
    if (!choices) return isPending(this.shown) ? switchSkeleton : nothing;
    if (!this.#canWrite) return nothing;
    const change = (on: boolean): void => this.#edit('enabled', withEnabled(on));
    return alertSwitch(this.language, choices, this.#note('enabled'), change);
  }

  #renderAll(choices: AlertChoices | undefined): TemplateResult | typeof nothing {
    if (!choices) return isPending(this.shown) ? choicesSkeleton : nothing;
    return html`${this.#canWrite ? this.#renderSnooze(choices) : nothing}
      <h3 id="kinds">${this.text('alerts.kinds')}</h3>
      ${kindTable({
        tag: this.language,
        choices,
        features: this.may.features,
        saving: this.#saving,
        isOff: !choices.enabled,
        tick: this.#canWrite
          ? (kind, channel, on) => this.#edit(`kind:${kind}`, withChannel(kind, channel, on))
          : undefined,
        undo: this.#undo,
      })}
      ${this.#renderThresholds(choices)}`;
  }

  #renderSnooze(choices: AlertChoices): TemplateResult | typeof nothing {
    const { data, updatedAt } = this.#replay.standing;
    if (!data) return nothing;
    const needs = {
      tag: this.language,
      choices,
      account: data.account,
      now: backEndNow(data.account, updatedAt),
      isOff: !choices.enabled,
      save: (until: string | null) => this.#edit('snooze', withSnooze(until)),
    };
    return html`<div data-place="snooze">
      ${this.#snoozing.render(needs, this.#note('snooze'))} ${this.#refused('snooze')}
    </div>`;
  }

  #renderThresholds(choices: AlertChoices): TemplateResult | typeof nothing {
    const { data } = this.#replay.standing;
    if (!data) return nothing;
    return html`${this.#renderThresholdsHead()}
      <p class="small muted">${this.text('thresholds.note')}</p>
      ${isPending(this.#replay.replay) ? thresholdsSkeleton : this.#renderList(choices, data.account)}`;
  }

  /** Not before it is known when they would have fired: that makes rows higher, which must not move any more. */
  #renderList(choices: AlertChoices, currency: Currency): TemplateResult {
    const list = {
      tag: this.language,
      currency,
      thresholds: choices.thresholds,
      subjects: this.#subjects,
      features: this.may.features,
      replay: this.#replay.replay,
      saving: this.#saving,
      editing: this.#editing,
      isReadOnly: !this.#canWrite,
      isOff: !choices.enabled,
      undo: this.#undo,
    };
    return html`${this.#renderRemarks(choices)} ${thresholdList(list)}
    ${this.#canWrite ? this.#renderAdd(choices.enabled) : nothing}`;
  }

  /** What is good to know of all thresholds. */
  #renderRemarks(choices: AlertChoices): TemplateResult {
    const { replay } = this.#replay;
    const isSent = channelsOf(choices, 'usage-threshold').length > 0;
    const again = html`<button part="retry" class="button" type="button" @click=${this.#replayAgain}>
      ${this.text('common.retry')}
    </button>`;
    const isAmount = choices.thresholds.some(({ measure }) => measure === 'amount');
    return html`${isSent ? nothing : notice('warning', this.text('thresholds.unsent'))}
    ${replay.status === 'failed' ? notice('info', this.text('replay.failed'), again) : nothing}
    ${replay.data?.isByCurrentPlan ? html`<p class="small muted">${this.text('replay.by-current-plan')}</p>` : nothing}
    ${replay.data && isAmount ? html`<p class="small muted">${this.text('replay.by-current-lines')}</p>` : nothing}`;
  }

  /** What became of a threshold that isn't there any more stands where the focus has gone: the next key leads to it. */
  #renderThresholdsHead(): TemplateResult {
    const { place, shown } = this.#saving;
    const isGone = place.startsWith(placeOf('')) && !shown?.thresholds.some(({ id }) => placeOf(id) === place);
    return html`<div class="with-note">
        <h3 id="thresholds" tabindex="-1">${this.text('thresholds.title')}</h3>
        ${isGone ? this.#note(place) : nothing}
      </div>
      ${isGone ? this.#refused(place) : nothing}`;
  }

  #renderAdd(enabled: boolean): TemplateResult {
    return html`<p class="add">
      <button part="add" id="add" type="button" class="button" ?disabled=${!enabled} @click=${this.#add}>
        ${icon('plus')} ${this.text('thresholds.add')}
      </button>
    </p>`;
  }

  #note(place: string): TemplateResult | typeof nothing {
    return savedNote(this.language, this.#saving, place, this.#undo);
  }

  #refused(place: string): TemplateResult | typeof nothing {
    return refusedNote(this.language, this.#saving, place);
  }

  #edit(place: string, edit: AlertEdit): void {
    this.#saving.edit(place, edit);
    if (place === 'snooze') void this.#focusPlace(place);
  }

  /** The button goes with the notice that it stands in, so that the focus moves to the heading. */
  readonly #replayAgain = (): void => {
    this.#replay.retry();
    this.renderRoot.querySelector<HTMLElement>('#thresholds')?.focus();
  };

  readonly #add = (): void => this.#editing.add();

  /** The button goes, so that the focus moves to what was changed. */
  readonly #undo = (): void => {
    const { place } = this.#saving;
    this.#saving.undo();
    void this.#focusPlace(place);
  };

  #ended(outcome: AlertOutcome): void {
    if (outcome === 'failed') this.#voice.say(this.text('alerts.not-saved'));
    if (outcome === 'saved') this.#voice.say(this.text('alerts.saved'));
    if (outcome === 'undone') this.#voice.say(this.text('alerts.undone'));
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** The first control of a place; where it has gone, the heading above it. */
  async #focusPlace(place: string): Promise<void> {
    await this.updateComplete;
    const places = [...this.renderRoot.querySelectorAll<HTMLElement>('[data-place]')];
    const own = places.find((each) => each.dataset['place'] === place);
    (own?.querySelector<HTMLElement>('input, select, button') ?? this.renderRoot.querySelector('#thresholds'))?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'billing-alerts': BillingAlerts;
  }
}
