import { addDays, addMonths, monthOf } from '../../src/rating/index.js';

/** What clocks in `zone` show, as a date-time field takes it: `2026-11-18T10:20`. */
export function wallClock(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(Date.parse(instant));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The instant at which clocks in `zone` show `wall`. */
export function instantAt(wall: string, zone: string): string {
  const asUtc = Date.parse(`${wall}Z`);
  const offset = (time: number): number => Date.parse(`${wallClock(new Date(time).toISOString(), zone)}Z`) - time;
  // Asked again at the first guess, which may lie on the other side of a change of the clocks.
  const time = asUtc - offset(asUtc - offset(asUtc));
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

export const nextDay = (wall: string): string => `${addDays(wall.slice(0, 10), 1)}${wall.slice(10)}`;

/** The evening of the month's last day; from there, of the next month's. */
export function monthsEnd(wall: string): string {
  const date = wall.slice(0, 10);
  const last = addDays(monthOf(date).end, -1);
  return `${date < last ? last : addDays(addMonths(monthOf(date).start, 2), -1)}T20:30`;
}
