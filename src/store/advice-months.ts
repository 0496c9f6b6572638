import type { Subscription } from '../api/index.js';
import { addDays, addMonths, monthOf, type Period, type PlainDate } from '../rating/index.js';

/** How far back is looked. */
const MOST_MONTHS = 6;

/** The whole months before this one that advice goes by: as far back as the subscription was charged, at most six. */
export function monthsBefore({ start, trialEnd }: Subscription, today: PlainDate): Period[] {
  const current = monthOf(today).start;
  const first = trialEnd !== null && trialEnd >= start ? addDays(trialEnd, 1) : start;
  return Array.from({ length: MOST_MONTHS }, (_, index) => monthOf(addMonths(current, index - MOST_MONTHS))).filter(
    (month) => month.start >= first,
  );
}
