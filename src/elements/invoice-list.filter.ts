import { html, type TemplateResult } from 'lit';
import type { Subscription } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { addDays, addMonths, type PlainDate } from '../rating/index.js';
import type { InvoiceFilter } from '../store/reads/invoices.js';
import { selectField, textField } from './fields.js';
import { statusName } from './invoice-detail.words.js';

/** Which invoices the user wants to see. */
export interface ListFilter {
  /** A state; empty for any. */
  readonly status: string;
  /** `months-3`, or a year; empty for any time. */
  readonly period: string;
  /** Part of a number. */
  readonly search: string;
}

export const NO_FILTER: ListFilter = { status: '', period: '', search: '' };

const STATUSES = ['open', 'paid', 'past-due', 'failed', 'void', 'credited'] as const;
const MONTHS = [3, 12] as const;
const MOST_YEARS = 10;

/** Whether anything is left out. */
export const isFiltered = ({ status, period, search }: ListFilter): boolean => status + period + search.trim() !== '';

/** What the back end is asked for, as of the account's day. */
export function queryOf({ status, period, search }: ListFilter, today: PlainDate, limit: number): InvoiceFilter {
  const wanted = search.trim();
  return {
    limit,
    ...(status !== '' && { status }),
    ...daysOf(period, today),
    ...(wanted !== '' && { search: wanted }),
  };
}

function daysOf(period: string, today: PlainDate): Pick<InvoiceFilter, 'from' | 'to'> {
  if (period === '') return {};
  const [, months] = /^months-(\d+)$/.exec(period) ?? [];
  if (months !== undefined) return { from: addDays(addMonths(today, -Number(months)), 1) };
  return { from: `${period}-01-01`, to: `${period}-12-31` };
}

/** What the fields are filled in with. */
export interface FilterFields {
  readonly tag: LanguageTag;
  readonly filter: ListFilter;
  readonly today: PlainDate;
  readonly subscriptions: readonly Subscription[];
  readonly change: (filter: Partial<ListFilter>) => void;
}

/** The fields above the list. */
export function filterFields({ tag, filter, today, subscriptions, change }: FilterFields): TemplateResult {
  const statuses = STATUSES.map((value) => ({ value, label: statusName(tag, value) }));
  const months = MONTHS.map((count) => ({
    value: `months-${count}`,
    label: text(tag, 'invoices.last-months', { count: `${count}` }),
  }));
  const years = yearsOf(today, subscriptions).map((value) => ({ value, label: value }));
  return html`<div part="filter" class="filter" role="search" aria-label=${text(tag, 'invoices.filter')}>
    ${selectField({
      ...{ id: 'status', label: text(tag, 'invoices.status'), value: filter.status },
      options: [{ value: '', label: text(tag, 'invoices.any-status') }, ...statuses],
      change: (status) => change({ status }),
    })}
    ${selectField({
      ...{ id: 'period', label: text(tag, 'invoices.period'), value: filter.period },
      options: [{ value: '', label: text(tag, 'invoices.any-time') }, ...months, ...years],
      change: (period) => change({ period }),
    })}
    ${textField({
      ...{ id: 'search', label: text(tag, 'invoices.search'), value: filter.search, type: 'search', maxLength: 60 },
      input: (search) => change({ search }),
    })}
  </div>`;
}

/** From this year back to the first subscription's. */
function yearsOf(today: PlainDate, subscriptions: readonly Subscription[]): string[] {
  const year = Number(today.slice(0, 4));
  const first = Math.min(year, ...subscriptions.map(({ start }) => Number(start.slice(0, 4))));
  return Array.from({ length: Math.min(MOST_YEARS, year - first + 1) }, (_, index) => `${year - index}`);
}
