import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AlertChoices, AlertPreferences } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { formatPhone } from '../locale/phone.js';
import { words } from './skeleton.js';

/** The switch of all alerts. */
export function alertSwitch(
  tag: LanguageTag,
  { enabled }: AlertChoices,
  note: unknown,
  change: (enabled: boolean) => void,
): TemplateResult {
  return html`<div class="switching" data-place="enabled">
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

/** Whose choices these are, where alerts go to and where they come from: a grey bar for that while it is read. */
export function alertAddresses(
  tag: LanguageTag,
  preferences: AlertPreferences | undefined,
  choices: AlertChoices | undefined,
  isPending: boolean,
): TemplateResult {
  const isUnreachable =
    preferences?.phone === '' && choices?.choices.some(({ channels }) => channels.includes('phone'));
  const said = preferences ? addressesOf(tag, preferences) : words(15);
  return html`<div class="about small muted">
    <p>${text(tag, 'alerts.note')}</p>
    ${preferences || isPending ? html`<p part="addresses">${said}</p>` : nothing}
    ${isUnreachable ? html`<p>${text(tag, 'alerts.no-phone')}</p>` : nothing}
  </div>`;
}

function addressesOf(tag: LanguageTag, { email, phone, sender }: AlertPreferences): string {
  const to = new Intl.ListFormat(tag).format([email, formatPhone(phone)].filter((each) => each !== '').map(isolate));
  return text(tag, 'alerts.addresses', { to, sender: isolate(sender) });
}
