import type { Instant } from '../../api/index.js';
import { addDays } from '../../rating/index.js';
import { alertDay } from './alert-days.js';
import { alertUsage } from './alert-usage.js';
import { issueInvoice } from './invoices.js';
import { nextDates, rateInvoice } from './next-invoice.js';
import { tellInvoice } from './news.js';
import type { StoredInvoice } from './seed.js';
import { periodNow, todayOf, type State } from './state.js';
import { instantOf, startOfDay, timeOf } from './zone.js';

/** Sets the clock forward. Every day on the way begins: invoices are issued and collected, alerts go out. Throws a `RangeError`. */
export function advance(state: State, to: Instant): void {
  const time = timeOf(to);
  if (time < Date.parse(state.now)) throw new RangeError(`the clock is at ${state.now} and goes forward only`);
  const last = todayOf({ ...state, now: instantOf(time) });
  for (let day = addDays(todayOf(state), 1); day <= last; day = addDays(day, 1)) {
    const period = periodNow(state);
    state.now = instantOf(startOfDay(day, state.account.timeZone));
    alertUsage(state, period);
    for (const invoice of issueDue(state)) tellInvoice(state, invoice);
    alertDay(state);
  }
  state.now = instantOf(time);
  alertUsage(state, periodNow(state));
}

/** Issues what would have been issued since the account began, and stands at `now`. Nobody is told of what is past. */
export function deriveHistory(state: State, now: Instant): void {
  const starts = state.subscriptions.map(({ start }) => start).sort();
  state.now = instantOf(timeOf(now));
  state.invoicedTo ??= starts[0] ?? null;
  issueDue(state);
  const { outbox } = state;
  alertUsage(state, periodNow(state));
  alertDay(state);
  state.outbox = outbox;
}

function issueDue(state: State): StoredInvoice[] {
  const { now } = state;
  const today = todayOf(state);
  const issued: StoredInvoice[] = [];
  while (state.invoicedTo !== null) {
    const dates = nextDates(state, state.invoicedTo);
    if (!dates || dates.issueDate > today) break;
    state.now = instantOf(startOfDay(dates.issueDate, state.account.timeZone));
    state.invoicedTo = dates.issueDate;
    const rated = rateInvoice(state, dates);
    if (rated && rated.lines.length > 0) issued.push(issueInvoice(state, rated));
  }
  state.now = now;
  return issued;
}
