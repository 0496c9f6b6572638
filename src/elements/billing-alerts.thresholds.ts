import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AlertThreshold, Features } from '../api/index.js';
import type { Currency } from '../rating/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { hasText, isolate, text } from '../locale/messages.js';
import type { AlertReplay } from '../store/alert-replay.js';
import type { ReadState } from '../store/state.js';
import { decimalOf, typedOf } from './alert-number.js';
import type { AlertSaving } from './alert-saving.js';
import type { ThresholdEditing } from './alert-threshold-editing.js';
import { MEASURES, subjectOf, thresholdDraft, type AlertSubject, type ThresholdDraft } from './alert-thresholds.js';
import { replayText, thresholdText, unitText } from './alert-words.js';
import { refusedNote, savedNote } from './billing-alerts.note.js';
import { selectField, textField } from './fields.js';
import { icon } from './icons.js';

/** The list of thresholds. */
export interface ThresholdList {
  readonly tag: LanguageTag;
  readonly currency: Currency;
  readonly thresholds: readonly AlertThreshold[];
  readonly subjects: readonly AlertSubject[];
  readonly features: Features;
  readonly replay: ReadState<AlertReplay>;
  readonly saving: AlertSaving;
  readonly editing: ThresholdEditing;
  /** The user may look only. */
  readonly isReadOnly: boolean;
  /** All alerts are off: the fields rest. */
  readonly isOff: boolean;
  readonly undo: () => void;
}

/** The name of the place where a threshold is changed. */
export const placeOf = (id: string): string => `threshold:${id}`;

/** The thresholds, each with when it would have fired over the last months. */
export function thresholdList(list: ThresholdList): TemplateResult {
  const { tag, thresholds, editing, isReadOnly } = list;
  const rows = isReadOnly ? thresholds.map((each) => thresholdDraft(tag, each)) : editing.rows(thresholds);
  if (rows.length === 0) return html`<p part="empty" class="muted">${text(tag, 'thresholds.empty')}</p>`;
  return html`<ul class="thresholds" aria-label=${text(tag, 'thresholds.list')}>
    ${repeat(
      rows,
      ({ id }) => id,
      (draft, index) =>
        html`<li part="threshold" data-place=${placeOf(draft.id)}>
          ${isReadOnly ? words(list, draft) : form(list, draft, index)}
          ${isReadOnly ? nothing : refusedNote(tag, list.saving, placeOf(draft.id))}
        </li>`,
    )}
  </ul>`;
}

function words(list: ThresholdList, { id }: ThresholdDraft): TemplateResult {
  const { tag, subjects, currency, replay } = list;
  const threshold = list.thresholds.find((each) => each.id === id);
  if (!threshold) return html``;
  const replayed = replay.data ? replayText(tag, replay.data, threshold) : '';
  return html`<p>${thresholdText(tag, threshold, subjectOf(threshold, subjects), currency)}</p>
    <p part="replay" class="muted small">${replayed}</p>`;
}

function form(list: ThresholdList, draft: ThresholdDraft, index: number): TemplateResult {
  const { tag, saving, editing, isOff, undo } = list;
  const count = String(index + 1);
  return html`<div class="threshold" role="group" aria-label=${text(tag, 'thresholds.each', { count })}>
      ${measureField(list, draft)} ${valueField(list, draft)}
      ${draft.measure === 'amount' ? nothing : subjectField(list, draft)}
      <span class="note">${savedNote(tag, saving, placeOf(draft.id), undo)}</span>
      <button
        type="button"
        class="icon-button remove"
        ?disabled=${isOff}
        aria-label=${text(tag, 'thresholds.remove', { count })}
        @click=${() => editing.remove(draft.id)}
      >
        ${icon('trash')}
      </button>
    </div>
    <output part="replay" class="replay muted small" for="value-${draft.id}">${replayed(list, draft)}</output>`;
}

function measureField({ tag, features, editing, isOff }: ThresholdList, draft: ThresholdDraft): TemplateResult {
  const measures = [...new Set([...(features.alertMeasures ?? MEASURES), draft.measure])];
  return selectField({
    id: `measure-${draft.id}`,
    label: text(tag, 'thresholds.measure'),
    value: draft.measure,
    options: measures.map((value) => ({ value, label: measureName(tag, value) })),
    disabled: isOff,
    change: (measure) => editing.measure(draft, measure),
  });
}

function valueField(list: ThresholdList, draft: ThresholdDraft): TemplateResult {
  const { tag, currency, subjects, editing, isOff } = list;
  const unit = subjectOf(draft, subjects)?.charge.unit ?? '';
  const field = textField({
    id: `value-${draft.id}`,
    label: text(tag, 'thresholds.value'),
    value: draft.typed,
    inputMode: 'decimal',
    maxLength: 20,
    disabled: isOff,
    error: faultText(list, draft),
    input: (typed) => editing.type(draft, typed),
    change: () => editing.leave(draft.id),
  });
  return html`<div class="value">
    ${field}<span class="unit small">${unitText(tag, draft.measure, unit, currency)}</span>
  </div>`;
}

/** Only where there is a choice. */
function subjectField(list: ThresholdList, draft: ThresholdDraft): TemplateResult {
  const { tag, subjects, editing, isOff } = list;
  const own = subjectOf(draft, subjects);
  const isOne = new Set(subjects.map(({ subscription }) => subscription.id)).size === 1;
  const options = subjects.map((each, index) => ({
    value: String(index),
    label: isOne ? isolate(each.charge.name) : isolate(`${each.subscription.product}: ${each.charge.name}`),
  }));
  const gone = { value: '', label: isolate(draft.charge ?? '') };
  if (own && options.length === 1) return html`<span class="subject small">${options[0]?.label}</span>`;
  return selectField({
    id: `subject-${draft.id}`,
    label: text(tag, 'thresholds.subject'),
    value: own ? String(subjects.indexOf(own)) : '',
    options: own ? options : [gone, ...options],
    disabled: isOff,
    change: (index) => editing.subject(draft, subjects[Number(index)]),
  });
}

/** As it is typed, with every key; nothing is asked for it. */
function replayed({ tag, replay, editing }: ThresholdList, draft: ThresholdDraft): string {
  if (editing.faults.has(draft.id)) return '';
  const at = decimalOf(tag, draft.typed);
  if (at === undefined) return text(tag, 'replay.typing');
  return replay.data ? replayText(tag, replay.data, { ...draft, at }) : '';
}

function faultText({ tag, editing, currency }: ThresholdList, draft: ThresholdDraft): string | undefined {
  const fault = editing.faults.get(draft.id);
  if (fault === 'taken') return text(tag, 'thresholds.fault-taken');
  if (fault === 'scale') return text(tag, 'thresholds.fault-scale', { count: String(currency.exponent) });
  return fault && text(tag, 'thresholds.fault-number', { example: typedOf(tag, '75') });
}

/** A measure that we don't know is called what the back end calls it. */
function measureName(tag: LanguageTag, measure: string): string {
  const key = `thresholds.${measure}`;
  return hasText(key) ? text(tag, key as 'thresholds.amount') : isolate(measure);
}
