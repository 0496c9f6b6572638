import { BillingError, type InvoiceQuery, type PageQuery } from '../src/api/index.js';
import { daysBetween, RatingError, type Period, type PlainDate } from '../src/rating/index.js';

const LONGEST = 400;

/** `cursor` and `limit` of a list. Throws `validation` for a limit that isn't from 1 to `most`. */
export function pageQueryOf(query: URLSearchParams, most = 100): PageQuery {
  const cursor = query.get('cursor');
  const limit = query.get('limit');
  if (limit !== null && (!/^\d{1,6}$/.test(limit) || Number(limit) < 1 || Number(limit) > most))
    throw refused('limit', 'out-of-range', `the limit must be from 1 to ${most}`);
  return { ...(cursor !== null && { cursor }), ...(limit !== null && { limit: Number(limit) }) };
}

/** Which invoices are asked for. Throws `validation`. */
export function invoiceQueryOf(query: URLSearchParams): InvoiceQuery {
  const texts = ['status', 'search'].filter((name) => query.has(name)).map((name) => [name, query.get(name)]);
  const dates = ['from', 'to'].filter((name) => query.has(name)).map((name) => [name, dateOf(query, name)]);
  return { ...(Object.fromEntries([...texts, ...dates]) as InvoiceQuery), ...pageQueryOf(query) };
}

/** The half-open period of `from` and `to`. Throws `validation` unless both are dates, in order, at most 400 days apart. */
export function periodOf(query: URLSearchParams): Period {
  const [start, end] = [dateOf(query, 'from'), dateOf(query, 'to')];
  const days = daysBetween(start, end);
  if (days < 1) throw refused('to', 'too-early', 'the period must end after it starts');
  if (days > LONGEST) throw refused('to', 'too-late', `a period is at most ${LONGEST} days long`);
  return { start, end };
}

function dateOf(query: URLSearchParams, name: string): PlainDate {
  const date = query.get(name) ?? '';
  try {
    daysBetween(date, date);
    return date;
  } catch (error) {
    if (!(error instanceof RatingError)) throw error;
    throw refused(name, error.code, `"${name}" must be a date such as 2026-09-30`);
  }
}

const refused = (field: string, code: string, message: string): BillingError =>
  new BillingError('validation', message, { code: `${field}-${code}`, fields: { [field]: code } });
