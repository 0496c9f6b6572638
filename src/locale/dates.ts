import { addDays, monthOf, type Period, type PlainDate } from '../rating/index.js';
import { dateFormat, type LanguageTag } from './intl.js';

/** How much of a date is said. */
export type DateForm = 'day' | 'day-year' | 'month-year' | 'short' | 'weekday';

const FORMS: Record<DateForm, Intl.DateTimeFormatOptions> = {
  day: { month: 'long', day: 'numeric' },
  'day-year': { month: 'long', day: 'numeric', year: 'numeric' },
  'month-year': { month: 'long', year: 'numeric' },
  short: { month: 'short', day: 'numeric' },
  weekday: { weekday: 'short', month: 'short', day: 'numeric' },
};

/** A calendar date in words. It has no zone, so it is formatted in the one that it is read in and never shifts. */
export function formatDate(tag: LanguageTag, date: PlainDate, form: DateForm = 'day'): string {
  return dateFormat(tag, { ...FORMS[form], timeZone: 'UTC' }).format(instantOf(date));
}

/** A period by its first and last day, `September 11 – 30`, or by its name where it is a calendar month. */
export function formatPeriod(tag: LanguageTag, period: Period, form: DateForm = 'day'): string {
  if (monthOf(period.start).end === period.end && period.start.endsWith('-01'))
    return formatDate(tag, period.start, 'month-year');
  const last = addDays(period.end, -1);
  const format = dateFormat(tag, { ...FORMS[form], timeZone: 'UTC' });
  // No line begins with the dash.
  return format.formatRange(instantOf(period.start), instantOf(last)).replace(/\s–\s/u, '\u00a0– ');
}

/** A month of expiry, `2027-04`, in words. */
export const formatMonth = (tag: LanguageTag, month: string): string => formatDate(tag, `${month}-01`, 'month-year');

/** A moment on the reader's own clock: `Nov 18, 10:42 AM`. */
export function formatMoment(tag: LanguageTag, moment: Date): string {
  return dateFormat(tag, { ...FORMS.short, hour: 'numeric', minute: '2-digit' }).format(moment);
}

/**
 * A moment with its year and zone, for what is kept: `November 18, 2026 at 10:42 AM EST`. By the account's clock, so that
 * its day is the same for whoever looks; by the reader's own where no zone is given.
 */
export function formatMomentInFull(tag: LanguageTag, moment: Date, timeZone?: string): string {
  return dateFormat(tag, {
    ...FORMS['day-year'],
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(timeZone !== undefined && { timeZone }),
  }).format(moment);
}

const instantOf = (date: PlainDate): Date => new Date(`${date}T00:00:00Z`);
