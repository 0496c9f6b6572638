import { periodContaining } from './calendar.js';
import { addDays, dayNumber, type Period, type PlainDate } from './period.js';
import type { Policies } from './policies.js';
import type { Share } from './proration.js';

/** When an invoice is issued, and for what: one period in advance, the one before it in arrears. */
export interface InvoiceDates {
  readonly issueDate: PlainDate;
  /** The period whose base fee, lines and add-ons are charged. */
  readonly advance: Period;
  /** The period whose overage is charged; `null` on a first invoice. */
  readonly arrears: Period | null;
}

/** The days for which a subscription is charged, but for its free trial. */
export interface SubscriptionDates {
  /** The first day; none when it began before all that is rated. */
  readonly start?: PlainDate;
  /** The day on which it ends; none when it goes on. */
  readonly end?: PlainDate;
  /** The last day of the free trial; `null` when there was none. */
  readonly trialEnd: PlainDate | null;
}

/** The first day that is not free: the day after the trial, or the trial's last day where the policy charges it. */
export const firstChargedDay = (trialEnd: PlainDate, policy: Policies['trialEndDay']): PlainDate =>
  policy === 'free' ? addDays(trialEnd, 1) : trialEnd;

/**
 * The dates of the next invoice as seen on `today`. Invoices come on `anchorDay` of each month (on the last day of a
 * month that is too short), but for the first one: it comes when the trial has ended, for the rest of that period.
 * Today's own invoice counts as issued. Throws `malformed-date` or, for an anchor day that is none, `malformed-number`.
 */
export function nextInvoiceDates(
  today: PlainDate,
  trialEnd: PlainDate | null,
  policy: Policies['trialEndDay'] = 'free',
  anchorDay = 1,
): InvoiceDates {
  dayNumber(today, 'today');
  const periodOf = (date: PlainDate): Period => periodContaining(date, date, 1, anchorDay);
  const first = trialEnd === null ? null : firstChargedDay(trialEnd, policy);
  if (first !== null && today < first) return { issueDate: first, advance: periodOf(first), arrears: null };
  const arrears = periodOf(today);
  return { issueDate: arrears.end, advance: periodOf(arrears.end), arrears };
}

/** The part of a period that is charged: all of it, or what a free trial, a start or an end within it leaves. */
export function chargedShare(
  full: Period,
  dates: SubscriptionDates,
  policies: Pick<Policies, 'trialEndDay' | 'endDay'>,
): Share {
  const { trialEnd } = dates;
  const running = runningDays(dates, policies.endDay);
  const paid = trialEnd === null ? full.start : firstChargedDay(trialEnd, policies.trialEndDay);
  const start = within(full, latest(paid, running.start ?? full.start));
  const end = within(full, running.end ?? full.end);
  const rules = [
    ...(trialEnd === null ? [] : [`trialEndDay: ${policies.trialEndDay}`]),
    ...(end < full.end ? [`endDay: ${policies.endDay}`] : []),
  ];
  const charged = { start, end: latest(start, end) };
  return { full, charged, ...(rules.length > 0 && { policy: rules.join(', ') }) };
}

/** Whether a subscription runs on any day of a period, paid or free. */
export function runsIn(period: Period, dates: SubscriptionDates, policy: Policies['endDay']): boolean {
  const { start, end } = runningDays(dates, policy);
  return (start === undefined || start < period.end) && (end === undefined || end > period.start);
}

/** `end` is the first day that is not charged any more. */
function runningDays({ start, end }: SubscriptionDates, policy: Policies['endDay']): Partial<Period> {
  return {
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end: policy === 'charged' ? addDays(end, 1) : end }),
  };
}

const latest = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

const within = ({ start, end }: Period, date: PlainDate): PlainDate => (date < start ? start : date > end ? end : date);
