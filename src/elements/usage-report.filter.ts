import { html, type TemplateResult } from 'lit';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { addDays, daysBetween, type Period, type PlainDate } from '../rating/index.js';
import type { RecordFilter } from '../store/usage-report-rows.js';
import { selectField, textField } from './fields.js';
import { kindName } from './usage-report.words.js';

export const NO_FILTER: RecordFilter = { day: '', kind: '', billed: '', search: '' };

/** Whether anything is left out. */
export const isFiltered = ({ day, kind, billed, search }: RecordFilter): boolean =>
  day + kind + billed + search.trim() !== '';

/** What the fields are filled in with. */
export interface RecordFields {
  readonly tag: LanguageTag;
  readonly filter: RecordFilter;
  readonly period: Period;
  readonly today: PlainDate;
  /** The kinds that there are. */
  readonly kinds: readonly string[];
  readonly change: (filter: Partial<RecordFilter>) => void;
}

/** The fields above the records. */
export function recordFields({ tag, filter, period, today, kinds, change }: RecordFields): TemplateResult {
  const days = daysUntil(period, today).map((value) => ({ value, label: formatDate(tag, value, 'weekday') }));
  return html`<div part="filter" class="filter" role="search" aria-label=${text(tag, 'records.filter')}>
    ${selectField({
      ...{ id: 'day', label: text(tag, 'records.day'), value: filter.day },
      options: [{ value: '', label: text(tag, 'records.any-day') }, ...days],
      change: (day) => change({ day }),
    })}
    ${selectField({
      ...{ id: 'kind', label: text(tag, 'records.kind'), value: filter.kind },
      options: [
        { value: '', label: text(tag, 'records.any-kind') },
        ...offered(kinds, filter).map((value) => ({ value, label: kindName(tag, value) })),
      ],
      change: (kind) => change({ kind }),
    })}
    ${selectField({
      ...{ id: 'billed', label: text(tag, 'records.billing'), value: filter.billed },
      options: [
        { value: '', label: text(tag, 'records.any-billing') },
        { value: 'billed', label: text(tag, 'records.billed') },
        { value: 'not-billed', label: text(tag, 'records.not-billed') },
      ],
      change: (value) => change({ billed: value === 'billed' || value === 'not-billed' ? value : '' }),
    })}
    ${textField({
      ...{ id: 'search', label: text(tag, 'records.search'), value: filter.search, type: 'search', maxLength: 60 },
      input: (search) => change({ search }),
    })}
  </div>`;
}

/** A kind that is chosen is offered too where another month has none of it: the field must say what is left out. */
const offered = (kinds: readonly string[], { kind }: RecordFilter): readonly string[] =>
  kind === '' || kinds.includes(kind) ? kinds : [...kinds, kind];

/** The days of a month that have begun. */
function daysUntil({ start, end }: Period, today: PlainDate): PlainDate[] {
  const after = today < end ? addDays(today, 1) : end;
  return Array.from({ length: Math.max(0, daysBetween(start, after)) }, (_, index) => addDays(start, index));
}
