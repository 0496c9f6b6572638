import { daysBetween, RatingError, type Period, type PlainDate } from '../src/rating/index.js';
import { Problem } from './problem.js';

const LONGEST = 400;

/** The half-open period of `from` and `to`. Throws `validation` unless both are dates, in order, at most 400 days apart. */
export function periodOf(query: URLSearchParams): Period {
  const [start, end] = [dateOf(query, 'from'), dateOf(query, 'to')];
  const days = daysBetween(start, end);
  if (days < 1)
    throw new Problem('validation', 'period-reversed', 'The period must end after it starts.', { to: 'too-early' });
  if (days > LONGEST)
    throw new Problem('validation', 'period-too-long', `At most ${LONGEST} days.`, { to: 'too-late' });
  return { start, end };
}

function dateOf(query: URLSearchParams, name: string): PlainDate {
  const date = query.get(name) ?? '';
  try {
    daysBetween(date, date);
    return date;
  } catch (error) {
    if (!(error instanceof RatingError)) throw error;
    throw new Problem('validation', error.code, `"${name}" must be a date such as 2026-09-30.`, { [name]: error.code });
  }
}
