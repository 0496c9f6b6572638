import type { AlertKind, Channel, ContactTopic } from '../../api/index.js';
import { newId, type State } from './state.js';

/** What is told to people: in words, under a subject. */
export interface News {
  readonly kind: AlertKind;
  readonly subject: string;
  readonly text: string;
}

/** Which contacts hear of what. */
const TOPICS: Readonly<Record<string, ContactTopic['topic']>> = {
  'invoice-issued': 'invoices',
  'payment-failed': 'payment-problems',
  'backup-charged': 'payment-problems',
  'card-expiring': 'payment-problems',
  'usage-threshold': 'usage',
  'usage-doubled': 'usage',
};

/** Tells the admin by the channels that were chosen, unless alerts are off or snoozed, and the contacts of the topic. */
export function tell(state: State, news: News): void {
  const { enabled, snoozedUntil, choices, email, phone } = state.alerts;
  const awake = enabled && (snoozedUntil === null || snoozedUntil <= state.now);
  const chosen = awake ? choices.find(({ kind }) => kind === news.kind) : undefined;
  send(state, news, chosen?.channels ?? [], { email, phone });
  for (const contact of state.contacts) {
    const topic = contact.receives.find((each) => each.topic === TOPICS[news.kind]);
    send(state, news, topic?.channels ?? [], contact);
  }
}

/** The same, once for as long as the account lives. */
export function tellOnce(state: State, key: string, news: News): void {
  if (markOnce(state, key)) tell(state, news);
}

/** Whether something is heard of for the first time. */
export function markOnce(state: State, key: string): boolean {
  if (state.alerted.includes(key)) return false;
  state.alerted = [...state.alerted, key];
  return true;
}

function send(
  state: State,
  { kind, subject, text }: News,
  channels: readonly Channel[],
  addresses: { readonly email: string; readonly phone: string },
): void {
  for (const channel of channels) {
    const to = channel === 'phone' ? addresses.phone : addresses.email;
    if (to === '') continue;
    const message = {
      id: newId(state, 'msg'),
      at: state.now,
      kind,
      channel,
      to,
      from: state.alerts.sender,
      subject,
      text,
    };
    state.outbox = [...state.outbox, message];
  }
}
