import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { AlertChoices, AlertKind, Channel, Features } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { hasText, isolate, text } from '../locale/messages.js';
import { channelsOf } from './alert-edits.js';
import type { AlertSaving } from './alert-saving.js';
import { isRefused, refusedNote, savedNote } from './billing-alerts.note.js';

/** What can be told of, where the back end doesn't say. */
const KINDS: readonly AlertKind[] = ['usage-threshold', 'invoice-issued', 'payment-failed', 'card-expiring'];
const CHANNELS: readonly Channel[] = ['email'];

/** The table of kinds and channels. */
export interface KindTable {
  readonly tag: LanguageTag;
  readonly choices: AlertChoices;
  readonly features: Features;
  readonly saving: AlertSaving;
  /** All alerts are off: the boxes are shown as they are, and rest. */
  readonly isOff: boolean;
  /** Absent where the user may look only: then there are words in place of boxes. */
  readonly tick: ((kind: AlertKind, channel: Channel, on: boolean) => void) | undefined;
  readonly undo: () => void;
}

/** Which alerts there are, each with what it means, and by which channel it comes; cards where it is narrow. */
export function kindTable(table: KindTable): TemplateResult {
  const { tag, choices, features, tick } = table;
  const kinds = kindsOf(choices, features);
  const columns = tick ? channelsIn(features).map((each) => channelName(tag, each)) : [text(tag, 'alerts.by')];
  return html`<div class="cards">
    <table class=${tick ? 'kinds' : 'kinds plain'} aria-labelledby="kinds">
      <thead>
        <tr>
          <th scope="col">${text(tag, 'alerts.kind')}</th>
          ${columns.map((name) => html`<th scope="col" class="channel">${name}</th>`)}
          <td class="note-cell"></td>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          kinds,
          (kind) => kind,
          (kind) => row(table, kind, columns.length),
        )}
      </tbody>
    </table>
  </div>`;
}

/** Those that the back end has, then those that were chosen once. */
const kindsOf = ({ choices }: AlertChoices, { alertKinds = KINDS }: Features): AlertKind[] => [
  ...new Set([...alertKinds, ...choices.map(({ kind }) => kind)]),
];

const channelsIn = ({ alertChannels = CHANNELS }: Features): readonly Channel[] => alertChannels;

function row(table: KindTable, kind: AlertKind, columns: number): TemplateResult {
  const { tag, saving, undo } = table;
  const place = `kind:${kind}`;
  const refused = html`<tr class="refused">
    <td colspan=${columns + 2}>${refusedNote(tag, saving, place)}</td>
  </tr>`;
  return html`<tr part="kind" data-place=${place}>
      <th scope="row">
        <div>
          <p class="kind-name">${kindName(tag, kind)}</p>
          <p class="muted small">${meaningOf(tag, kind)}</p>
        </div>
      </th>
      ${cells(table, kind)}
      <td class="note-cell">${savedNote(tag, saving, place, undo)}</td>
    </tr>
    ${isRefused(saving, place) ? refused : nothing}`;
}

function cells(table: KindTable, kind: AlertKind): TemplateResult | TemplateResult[] {
  const { tag, choices, features, tick } = table;
  if (tick) return channelsIn(features).map((channel) => html`<td class="channel">${box(table, kind, channel)}</td>`);
  const names = channelsOf(choices, kind).map((each) => channelName(tag, each));
  const list = new Intl.ListFormat(tag, { style: 'narrow' }).format(names);
  return html`<td class="small">${names.length > 0 ? list : text(tag, 'alerts.not-sent')}</td>`;
}

function box({ tag, choices, isOff, tick }: KindTable, kind: AlertKind, channel: Channel): TemplateResult {
  const names = { kind: kindName(tag, kind), channel: channelName(tag, channel) };
  return html`<label class="check">
    <input
      type="checkbox"
      aria-label=${text(tag, 'alerts.box', names)}
      ?disabled=${isOff}
      .checked=${live(channelsOf(choices, kind).includes(channel))}
      @change=${(event: Event) => tick?.(kind, channel, (event.target as HTMLInputElement).checked)}
    />
    <span class="box-name" aria-hidden="true">${names.channel}</span>
  </label>`;
}

/** A kind that we don't know is called what the back end calls it. */
function kindName(tag: LanguageTag, kind: string): string {
  const key = `alert-kind.${kind}`;
  return hasText(key) ? text(tag, key as 'alert-kind.plan-changed') : isolate(kind);
}

function meaningOf(tag: LanguageTag, kind: string): string {
  const key = `alert-means.${kind}`;
  return hasText(key) ? text(tag, key as 'alert-means.plan-changed') : '';
}

function channelName(tag: LanguageTag, channel: string): string {
  const key = `alerts.channel-${channel}`;
  return hasText(key) ? text(tag, key as 'alerts.channel-email') : isolate(channel);
}
