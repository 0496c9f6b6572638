import type { Instant } from '../src/api/index.js';
import type { PlainDate } from '../src/rating/index.js';

// Intl is slow, and the same few hundred days are asked for again and again.
const formats = new Map<string, Intl.DateTimeFormat>();
const starts = new Map<string, number>();

/** The time at which a calendar day begins in `zone`. */
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
