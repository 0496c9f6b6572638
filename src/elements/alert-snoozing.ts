import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Account, AlertChoices, Instant } from '../api/index.js';
import { formatMoment } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { isAfterToday, snoozedUntil } from '../store/alert-snooze.js';
import { todayOf } from '../store/today.js';
import { selectField, textField } from './fields.js';
import { notice } from './notices.js';

/** What snoozing goes by. */
export interface SnoozeNeeds {
  readonly tag: LanguageTag;
  readonly choices: AlertChoices;
  readonly account: Account;
  /** The back end's clock, in milliseconds. */
  readonly now: number;
  readonly isOff: boolean;
  readonly save: (until: Instant | null) => void;
}

/** Until when alerts sleep: chosen here, or said, with the way to wake them. */
export class Snoozing {
  readonly #host: LitElement;
  #for: 'day' | 'week' | 'date' = 'day';
  #date = '';
  #isRefused = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  render(needs: SnoozeNeeds, note: unknown): TemplateResult {
    const { tag, choices, now, isOff, save } = needs;
    const until = choices.snoozedUntil;
    if (until === null || Date.parse(until) <= now) return this.#renderChoice(needs, note);
    const wake = html`<button type="button" class="button" ?disabled=${isOff} @click=${() => save(null)}>
        ${text(tag, 'alerts.wake')}
      </button>
      ${note}`;
    return notice('info', text(tag, 'alerts.snoozed', { time: formatMoment(tag, new Date(until)) }), wake);
  }

  #renderChoice(needs: SnoozeNeeds, note: unknown): TemplateResult {
    const { tag, isOff } = needs;
    const lengths = ['day', 'week', 'date'] as const;
    return html`<div class="snooze">
      ${selectField({
        id: 'snooze',
        label: text(tag, 'alerts.snooze-for'),
        value: this.#for,
        options: lengths.map((value) => ({ value, label: text(tag, `alerts.snooze-${value}`) })),
        disabled: isOff,
        change: (value) => this.#set({ for: lengths.find((each) => each === value) ?? 'day' }),
      })}
      ${this.#for === 'date' ? this.#renderDate(needs) : nothing}
      <button type="button" class="button" ?disabled=${isOff} @click=${() => this.#begin(needs)}>
        ${text(tag, 'alerts.snooze')}
      </button>
      ${note}
    </div>`;
  }

  #renderDate({ tag, isOff }: SnoozeNeeds): TemplateResult {
    return textField({
      id: 'snooze-date',
      type: 'date',
      label: text(tag, 'alerts.snooze-until'),
      value: this.#date,
      disabled: isOff,
      error: this.#isRefused ? text(tag, 'alerts.snooze-past') : undefined,
      input: (date) => this.#set({ date }),
    });
  }

  #set({ for: length = this.#for, date = this.#date }: { for?: 'day' | 'week' | 'date'; date?: string }): void {
    [this.#for, this.#date, this.#isRefused] = [length, date, false];
    this.#host.requestUpdate();
  }

  #begin({ account, now, save }: SnoozeNeeds): void {
    const [length, date] = [this.#for, this.#date];
    this.#isRefused = length === 'date' && !isAfterToday(date, todayOf(account));
    this.#host.requestUpdate();
    if (this.#isRefused) return void this.#host.renderRoot.querySelector<HTMLElement>('#snooze-date')?.focus();
    save(snoozedUntil(length === 'date' ? { until: date } : { for: length }, account, now));
  }
}
