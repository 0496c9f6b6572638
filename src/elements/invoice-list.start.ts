import type { Subscription } from '../api/index.js';
import { nextInvoiceDates, type PlainDate } from '../rating/index.js';
import { isOn } from '../store/billed.js';
import { ratedOrNull } from '../store/combine.js';

/** When the first invoice comes; `undefined` where none is to come, or nobody can say. */
export function firstInvoiceDay(subscriptions: readonly Subscription[], today: PlainDate): PlainDate | undefined {
  const days = subscriptions.flatMap((each) => {
    const dates = ratedOrNull(() => nextInvoiceDates(today, each.trialEnd, each.plan.policies?.trialEndDay));
    return dates && isOn(each, dates) ? [dates.issueDate] : [];
  });
  return days.sort()[0];
}
