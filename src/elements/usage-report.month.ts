import type { TemplateResult } from 'lit';
import { formatMonth } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import type { MonthChoice } from '../store/usage-report-query.js';
import { selectField } from './fields.js';

/** The field of the month: the current one is said to be so far. */
export function monthField(
  tag: LanguageTag,
  { months, period }: MonthChoice,
  change: (month: string) => void,
): TemplateResult {
  const [current] = months;
  const options = months.map((value) => {
    const month = formatMonth(tag, value);
    return { value, label: value === current ? text(tag, 'report.this-month', { month }) : month };
  });
  return selectField({
    ...{ id: 'month', label: text(tag, 'report.month'), value: period.start.slice(0, 7), options },
    change,
  });
}
