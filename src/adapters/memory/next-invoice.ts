import type { NextInvoice, PlainDate } from '../../api/index.js';
import {
  addDays,
  monthOf,
  nextInvoiceDates,
  previewInvoice,
  type InvoiceDates,
  type InvoicePreview,
  type RatedSubscription,
} from '../../rating/index.js';
import { valueOn } from './dated.js';
import type { SeedSubscription } from './seed.js';
import { todayOf, type State } from './state.js';
import { pauseOn, startedSubscriptions } from './subscriptions.js';
import { usageDays } from './usage.js';
import { yearStartOn } from './years.js';

/** The next invoice by what was used so far: the computation of the month's end. `null` when nothing is charged then. */
export function previewNext(known: State): NextInvoice | null {
  // What has not begun is not known to the account yet, and on no preview of it.
  const state = { ...known, subscriptions: startedSubscriptions(known) };
  const today = todayOf(state);
  const dates = firstOf(
    running(state, today).filter((each) => isOn(each, datesOf(each, today))),
    today,
  );
  const rated = dates && rateInvoice(state, dates);
  return rated && { dates: rated.dates, lines: rated.lines, total: rated.total };
}

/** The dates of the first invoice after a day, whether anything is on it or not; `null` when all has ended. */
export const nextDates = (state: State, day: PlainDate): InvoiceDates | null => firstOf(running(state, day), day);

const running = ({ subscriptions }: State, day: PlainDate): SeedSubscription[] =>
  subscriptions.filter(({ end }) => end === null || end > monthOf(day).start);

/** Of two on one day those that also look back. */
function firstOf(subscriptions: readonly SeedSubscription[], day: PlainDate): InvoiceDates | null {
  const order = ({ issueDate, arrears }: InvoiceDates): string => `${issueDate} ${arrears ? 0 : 1}`;
  const all = subscriptions.map((each) => datesOf(each, day));
  return all.sort((a, b) => (order(a) < order(b) ? -1 : 1))[0] ?? null;
}

/** The invoice of these dates by the usage until now; `null` when no subscription is on it. */
export function rateInvoice(state: State, dates: InvoiceDates): InvoicePreview | null {
  const before = addDays(dates.issueDate, -1);
  const due = state.subscriptions.filter(
    (each) => datesOf(each, before).issueDate === dates.issueDate && isOn(each, dates),
  );
  const subscriptions = due.map((each) => ratedFor(state, each, dates));
  return subscriptions.length === 0 ? null : previewInvoice({ dates, subscriptions });
}

function datesOf({ start, trialEnd, plan }: SeedSubscription, day: PlainDate): InvoiceDates {
  const from = start > day ? start : day;
  return nextInvoiceDates(from, trialEnd, valueOn(plan, from).policies?.trialEndDay);
}

/** Whether it is charged in advance, and whether in arrears: not while it rests, and not once it has ended. */
function chargedIn(subscription: SeedSubscription, dates: InvoiceDates): { ahead: boolean; behind: boolean } {
  const { start, end } = subscription;
  const { issueDate, advance, arrears } = dates;
  const runsUntil = (day: PlainDate): boolean => end === null || end > day;
  return {
    ahead: runsUntil(issueDate) && !pauseOn(subscription, advance.start),
    behind:
      arrears !== null && start < arrears.end && runsUntil(arrears.start) && !pauseOn(subscription, arrears.start),
  };
}

function isOn(subscription: SeedSubscription, dates: InvoiceDates): boolean {
  const { ahead, behind } = chargedIn(subscription, dates);
  return ahead || behind;
}

/** A subscription as rating takes it: by the plan that it had in arrears, and by what it will have in advance. */
function ratedFor(state: State, subscription: SeedSubscription, dates: InvoiceDates): RatedSubscription {
  const { id, trialEnd, start, end, plan, lines, addOns } = subscription;
  const { issueDate, advance, arrears } = dates;
  const { ahead, behind } = chargedIn(subscription, dates);
  const before = valueOn(plan, addDays(issueDate, -1));
  const after = valueOn(plan, issueDate);
  const yearStart = yearStartOn(subscription, issueDate);
  // Where it isn't charged in advance, it ends for rating before that period; where not in arrears, it starts after it.
  const last = ahead || (end !== null && end < advance.start) ? end : advance.start;
  return {
    id,
    trialEnd,
    start: behind || arrears === null ? start : advance.start,
    ...(last !== null && { end: last }),
    plan: arrears ? before : after,
    ...(arrears && after !== before && { nextPlan: after }),
    ...(yearStart !== undefined && { yearStart }),
    lines: valueOn(lines, issueDate),
    addOns: valueOn(addOns, issueDate),
    usage: behind && arrears ? usageDays(state, subscription, arrears) : [],
  };
}
