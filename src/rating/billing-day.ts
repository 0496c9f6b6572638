import { shown } from './decimal.js';
import { need, RatingError } from './errors.js';
import { dateOf, dayNumber, needPeriod, type Period, type PlainDate } from './period.js';

/** The days of a period as an account's time zone has them. */
export interface BillingDays {
  readonly period: Period;
  readonly count: number;
  /** The number of the day that a moment (milliseconds since 1970 UTC) falls on, the first is 0; -1 outside the period. */
  indexOf(moment: number): number;
}

/** From `from` on, clocks show UTC + `offset`. All in milliseconds. */
interface Stretch {
  readonly from: number;
  readonly offset: number;
}

const DAY = 86_400_000;
/** Before it, zones know no offsets, and the calendars of machines are not this one. */
const EARLIEST = Date.UTC(1900, 0);
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The days of a period in an IANA time zone, ready for many moments. A day is what the wall calendar there says, so it
 * has 23, 24 or 25 hours, and an hour that is passed twice belongs to its day both times. A call is of the day on which
 * it started. Offsets are looked up every half day; none changes twice in one. Throws `unknown-time-zone`,
 * `malformed-date` or `period-reversed`.
 *
 * @example 2023-06-16T05:00Z is 15 June in Denver and 16 June in Halifax
 */
export function billingDays(period: Period, timeZone: string): BillingDays {
  needPeriod(period, 'period');
  const [first, end] = [dayNumber(period.start), dayNumber(period.end)];
  const stretches = stretchesOf(formatOf(timeZone), (first - 1) * DAY, (end + 1) * DAY);
  const count = end - first;
  const indexOf = (moment: number): number => {
    const index = Math.floor((moment + offsetAt(stretches, moment)) / DAY) - first;
    return index >= 0 && index < count ? index : -1;
  };
  return { period, count, indexOf };
}

/**
 * The day in `timeZone` that a moment (milliseconds since 1970 UTC, from 1900 on) falls on. Throws `unknown-time-zone`,
 * `malformed-number` or `malformed-date`.
 */
export function billingDay(moment: number, timeZone: string): PlainDate {
  const known = Number.isSafeInteger(moment) && moment >= EARLIEST;
  need(known, 'malformed-number', 'moment', `expected milliseconds from 1900 on, got ${shown(moment)}`);
  return dateOf(Math.floor((moment + zoneOffset(formatOf(timeZone), moment)) / DAY), 'moment');
}

/** The latest change comes first in `stretches`. A moment before all of them is days outside the period. */
function offsetAt(stretches: readonly Stretch[], moment: number): number {
  return stretches.find(({ from }) => moment >= from)?.offset ?? 0;
}

function stretchesOf(format: Intl.DateTimeFormat, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = [{ from, offset: zoneOffset(format, from) }];
  for (let moment = from; moment < to; moment += DAY / 2) {
    const offset = zoneOffset(format, moment + DAY / 2);
    const before = stretches[0]?.offset;
    if (before !== undefined && offset !== before) {
      stretches.unshift({ from: changeAfter(format, moment, moment + DAY / 2, before), offset });
    }
  }
  return stretches;
}

/** The first second within a half day at which the offset is no longer `before`. */
function changeAfter(format: Intl.DateTimeFormat, start: number, end: number, before: number): number {
  let [low, high] = [start / 1000, end / 1000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zoneOffset(format, middle * 1000) === before) low = middle;
    else high = middle;
  }
  return high * 1000;
}

/** What clocks show less UTC. The parts are digits of the ISO calendar, whatever the language of the machine. */
function zoneOffset(format: Intl.DateTimeFormat, moment: number): number {
  const second = Math.floor(moment / 1000) * 1000;
  const parts = new Map(format.formatToParts(second).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shownAs = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shownAs - second;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = newFormat(timeZone);
  formats.set(timeZone, format);
  return format;
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  need(typeof timeZone === 'string', 'unknown-time-zone', 'timeZone', 'expected a name such as "America/New_York"');
  const digits = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn-hc-h23', { ...digits, second: 'numeric', timeZone });
  } catch {
    throw new RatingError('unknown-time-zone', 'timeZone', `there is no time zone ${shown(timeZone)}`);
  }
}
