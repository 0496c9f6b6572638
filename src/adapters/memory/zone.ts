import type { Instant, PlainDate } from '../../api/index.js';

// Intl is slow, and the same few hundred days are asked for again and again.
const formats = new Map<string, Intl.DateTimeFormat>();
const starts = new Map<string, number>();

/** The time, in milliseconds since 1970, at which a calendar day begins in a time zone. */
export function startOfDay(date: PlainDate, zone: string): number {
  const key = `${date} ${zone}`;
  const known = starts.get(key);
  if (known !== undefined) return known;
  const asUtc = Date.parse(date);
  const near = asUtc - offsetAt(asUtc, zone);
  const start = asUtc - offsetAt(near, zone);
  starts.set(key, start);
  return start;
}

/** A time in milliseconds as an instant in whole seconds. */
export const instantOf = (time: number): Instant => `${new Date(time).toISOString().slice(0, 19)}Z`;

/** An instant in milliseconds. Throws a `RangeError` for what is none. */
export function timeOf(instant: Instant): number {
  const time = /^\d{4}-\d{2}-\d{2}T.*Z$/.test(instant) ? Date.parse(instant) : NaN;
  if (Number.isNaN(time)) throw new RangeError(`expected an instant such as "2026-11-18T15:20:00Z", got "${instant}"`);
  return time;
}

function offsetAt(time: number, zone: string): number {
  const name =
    formatOf(zone)
      .formatToParts(time)
      .find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name) ?? [];
  return (sign === '-' ? -60_000 : 60_000) * (Number(hours) * 60 + Number(minutes));
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  return format;
}
