import { html, type TemplateResult } from 'lit';
import type { Channel, ContactTopic, Features } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { hasText, isolate, text } from '../locale/messages.js';
import { receivesBy, withTopic, type ContactDraft } from './contact-draft.js';
import { checkField } from './fields.js';
import type { Edit } from './person-editor.js';
import { personFields, type PersonForm } from './person-fields.js';

/** What can be chosen of what a contact receives, where the back end doesn't say. */
const TOPICS: readonly ContactTopic['topic'][] = ['invoices', 'payment-problems', 'usage'];
const CHANNELS: readonly Channel[] = ['email'];

/** A contact's form: who it is, and what goes to them by which channel. */
export function contactForm(
  tag: LanguageTag,
  draft: ContactDraft,
  form: Pick<PersonForm, 'faultOf' | 'disabled'>,
  features: Features,
  change: (edit: Edit<ContactDraft>) => void,
): TemplateResult {
  const person = { name: draft.name, email: draft.email, phone: draft.phone };
  const fields = personFields(tag, {
    ...form,
    person,
    needsEmail: false,
    change: (typed) => change((now) => ({ ...now, ...typed })),
  });
  return html`<div class="fields">
    <p class="muted small">${text(tag, 'contacts.note')}</p>
    ${fields}
    <fieldset>
      <legend>${text(tag, 'contacts.receives')}</legend>
      ${topicsOf(features).map((topic) => topicRow(tag, topic, draft, form.disabled, features, change))}
    </fieldset>
  </div>`;
}

export const topicsOf = ({ contactTopics = TOPICS }: Features): readonly ContactTopic['topic'][] => contactTopics;

function topicRow(
  tag: LanguageTag,
  topic: string,
  draft: ContactDraft,
  disabled: boolean,
  { contactChannels = CHANNELS }: Features,
  change: (edit: Edit<ContactDraft>) => void,
): TemplateResult {
  return html`<div class="topic" role="group" aria-label=${topicName(tag, topic)}>
    <span class="topic-name">${topicName(tag, topic)}</span>
    ${contactChannels.map((channel) =>
      checkField({
        id: `${topic}-${channel}`,
        label: channelName(tag, channel),
        checked: receivesBy(draft, topic, channel),
        disabled,
        change: (on) => change((now) => withTopic(now, topic, channel, on)),
      }),
    )}
  </div>`;
}

/** What a contact receives, in words: `Invoices by e-mail · Payment problems by e-mail and phone`. */
export function receivedText(tag: LanguageTag, receives: readonly ContactTopic[]): string {
  if (receives.length === 0) return text(tag, 'contacts.receives-nothing');
  const list = new Intl.ListFormat(tag, { style: 'long', type: 'conjunction' });
  const wordsOf = ({ topic, channels }: ContactTopic): string =>
    text(tag, 'contacts.by', {
      topic: topicName(tag, topic),
      channels: list.format(channels.map((each) => channelName(tag, each))),
    });
  return receives.map(wordsOf).join(' · ');
}

/** A topic that we don't know is called what the back end calls it. */
function topicName(tag: LanguageTag, topic: string): string {
  const key = `topic.${topic}`;
  return hasText(key) ? text(tag, key as 'topic.usage') : isolate(topic);
}

function channelName(tag: LanguageTag, channel: string): string {
  const key = `channel.${channel}`;
  return hasText(key) ? text(tag, key as 'channel.email') : isolate(channel);
}
