import { shown, type Exact } from './decimal.js';
import { need } from './errors.js';
import { dayNumber } from './period.js';

/** A point in time with its offset from UTC: `2026-11-01T04:00:00Z`, `2026-11-01T00:00:00-04:00`. */
export type Instant = string;

const PATTERN = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const NANOS = 1_000_000_000n;

/**
 * The exact number of seconds from `start` up to `end`, below zero when `end` comes first. Days of 23 and 25 hours have
 * their true length, because an instant names its offset. Throws `malformed-date`.
 */
export function secondsBetween(start: Instant, end: Instant, field = 'period'): Exact {
  const from = nanos(start, `${field}.start`);
  return { n: nanos(end, `${field}.end`) - from, d: NANOS };
}

function nanos(instant: unknown, field: string): bigint {
  const match = typeof instant === 'string' ? PATTERN.exec(instant) : null;
  need(
    match !== null,
    'malformed-date',
    field,
    `expected an instant such as "2026-11-01T04:00:00Z", got ${shown(instant)}`,
  );
  const [, date, hours, minutes, seconds, fraction = '', sign, offsetHours = 0, offsetMinutes = 0] = match;
  const real =
    Number(hours) < 24 &&
    Number(minutes) < 60 &&
    Number(seconds) < 60 &&
    Number(offsetHours) < 24 &&
    Number(offsetMinutes) < 60;
  need(real, 'malformed-date', field, `there is no instant ${shown(instant)}`);
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -60 : 60);
  const clock = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) - offset;
  return BigInt(dayNumber(date, field) * 86_400 + clock) * NANOS + BigInt(fraction.padEnd(9, '0'));
}
