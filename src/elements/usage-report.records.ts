import { html, nothing, type TemplateResult } from 'lit';
import type { BillingError } from '../api/index.js';
import { failureText } from '../locale/errors.js';
import { numberFormat, type LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { numberText } from '../locale/numbers.js';
import type { UsageMonth } from '../store/usage-report.js';
import type { UsageRecords } from '../store/usage-report-records.js';
import type { RecordFilter, RecordSort } from '../store/usage-report-rows.js';
import { icon } from './icons.js';
import { notice } from './notices.js';
import type { RecordSortEvent } from './record-table.types.js';
import { isFiltered, recordFields } from './usage-report.filter.js';
import { columnsOf } from './usage-report.rows.js';
import type { ShownRecords } from './usage-report.view.js';
import { zoneName } from './usage-report.words.js';

/** How far a file is, by records. */
export interface Saving {
  readonly written: number;
  readonly all: number;
}

/** What the list of records shows, and what is done with it. */
export interface RecordList {
  readonly tag: LanguageTag;
  readonly locale: string | undefined;
  readonly month: UsageMonth;
  readonly records: UsageRecords;
  readonly shown: ShownRecords;
  readonly kinds: readonly string[];
  readonly filter: RecordFilter;
  readonly sort: RecordSort;
  readonly saving: Saving | undefined;
  readonly fileError: BillingError | undefined;
  readonly change: (filter: Partial<RecordFilter>) => void;
  readonly showAll: () => void;
  readonly sortBy: (event: RecordSortEvent) => void;
  readonly save: () => void;
}

/** The records with their filter, their order and the button that saves them. */
export function recordList(list: RecordList): TemplateResult {
  const { tag, locale, month, records, shown, sort, sortBy } = list;
  if (records.table.count === 0) return html`<p part="empty" class="muted">${text(tag, 'records.none')}</p>`;
  const { period, today } = month;
  return html`${recordFields({ ...list, period, today })} ${foot(list)}
    <div role="status">
      ${shown.rows.length === 0 ? noneMatch(list) : nothing}
      ${list.fileError ? notice('negative', failureText(tag, 'export.failed', list.fileError)) : nothing}
    </div>
    <record-table
      part="records"
      ?hidden=${shown.rows.length === 0}
      label=${text(tag, 'records.title')}
      .locale=${locale}
      .columns=${columnsOf(tag, sort, month)}
      .rows=${shown.shown}
      @record-sort=${sortBy}
    ></record-table>`;
}

function foot(list: RecordList): TemplateResult {
  const { tag, month, shown, saving, save } = list;
  const cannot = saving !== undefined || shown.rows.length === 0;
  return html`<div class="foot">
    <div class="small muted">
      <p part="count" class="number" role="status">${countText(list)}</p>
      <p>${text(tag, 'records.zone', { zone: zoneName(tag, month.account) })}</p>
    </div>
    <div class="saving">
      ${saving ? progressOf(tag, saving) : nothing}
      <button part="csv" type="button" class="button" aria-disabled=${cannot ? 'true' : 'false'} @click=${save}>
        ${icon('download')}${text(tag, 'records.csv')}
      </button>
    </div>
  </div>`;
}

function countText({ tag, records, shown, filter }: RecordList): string {
  const all = `${records.table.count}`;
  if (!isFiltered(filter)) return text(tag, 'records.count', { count: all });
  return text(tag, 'records.count-of', { shown: numberText(tag, `${shown.rows.length}`), all: numberText(tag, all) });
}

function progressOf(tag: LanguageTag, { written, all }: Saving): TemplateResult {
  const percent = numberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }).format(written / all);
  const words = text(tag, 'records.saving', { percent });
  return html`<span class="small muted" aria-hidden="true">${words}</span>
    <progress max=${all} value=${written} aria-label=${words}></progress>`;
}

const noneMatch = ({ tag, showAll }: RecordList): TemplateResult =>
  notice(
    'info',
    text(tag, 'records.none-match'),
    html`<button part="show-all" type="button" class="button" @click=${showAll}>
      ${text(tag, 'records.show-all')}
    </button>`,
  );
