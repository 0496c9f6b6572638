import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';

/** Why, in the user's own words, who need not say any. Enter begins a line here; it must not cancel anything. */
export function reasonField(tag: LanguageTag, value: string, input: (value: string) => void): TemplateResult {
  return html`<div part="field" class="field reason">
    <label class="label" for="reason">
      ${text(tag, 'subscriptions.reason')} <span class="muted">(${text(tag, 'common.optional')})</span>
    </label>
    <textarea
      id="reason"
      name="reason"
      class="input"
      rows="2"
      maxlength="1000"
      .value=${live(value)}
      @input=${(event: Event) => input((event.target as HTMLTextAreaElement).value)}
    ></textarea>
  </div>`;
}
