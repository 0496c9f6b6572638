import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AlertChoices, AlertPreferences } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';

/** The switch of all alerts. */
export function alertSwitch(
  tag: LanguageTag,
  { enabled }: AlertChoices,
  note: unknown,
  change: (enabled: boolean) => void,
): TemplateResult {
  return html`<div class="switching">
    ${note}
    <label part="switch" class="switch">
      <span>${text(tag, 'alerts.enabled')}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked=${enabled ? 'true' : 'false'}
        .checked=${live(enabled)}
        @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
      />
    </label>
  </div>`;
}

/** Whose choices these are, where alerts go to and where they come from. */
export function alertAddresses(
  tag: LanguageTag,
  preferences: AlertPreferences | undefined,
  choices: AlertChoices | undefined,
): TemplateResult {
  const { email = '', phone = '', sender = '' } = preferences ?? {};
  const to = new Intl.ListFormat(tag).format([email, phone].filter((each) => each !== '').map(isolate));
  const said = preferences ? text(tag, 'alerts.addresses', { to, sender: isolate(sender) }) : undefined;
  const isUnreachable = phone === '' && choices?.choices.some(({ channels }) => channels.includes('phone'));
  return html`<div class="about small muted">
    <p>${text(tag, 'alerts.note')}</p>
    <p part="addresses">${said ?? html`<span class="skeleton wide"></span>`}</p>
    ${preferences && isUnreachable ? html`<p>${text(tag, 'alerts.no-phone')}</p>` : nothing}
  </div>`;
}
