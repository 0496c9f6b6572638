import { valueOn } from '../src/adapters/memory/dated.js';
import { startOfDay } from '../src/adapters/memory/zone.js';
import { addDays, type PlainDate } from '../src/rating/index.js';
import { seeded, type Random } from './random.js';
import { quantityOn, streamName, type Stream } from './traffic.js';
import type { Traffic } from './traffic-usage.js';

/** One call (or message): when it was, and what it counts. Times are milliseconds since 1970. */
export interface Call {
  readonly id: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly stream: Stream;
  /** The numbers that could be called then. */
  readonly lines: readonly string[];
  /** What counts for the charge: seconds, or 1 for a message. Zero for a call that isn't billed. */
  readonly quantity: number;
}

/** All calls of a day, in order. A call lies within its day, so that a closed day stays as it is. */
export function callsOn({ id: seed, streams, lines }: Traffic, date: PlainDate, zone: string): Call[] {
  const day = { start: startOfDay(date, zone), end: startOfDay(addDays(date, 1), zone), lines: valueOn(lines, date) };
  const calls = streams.flatMap((stream) => {
    const id = `${seed}/${streamName(stream)}/${date}`;
    return callsOf(stream, quantityOn(stream, date, seed), id, day);
  });
  return calls.sort((a, b) => a.startedAt - b.startedAt);
}

interface Day {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

function callsOf(stream: Stream, total: number, id: string, day: Day): Call[] {
  const random = seeded(id);
  // The day that loses an hour to daylight saving has no calls in its last one.
  const hours = stream.hours.slice(0, Math.floor((day.end - day.start) / 3_600_000));
  return split(total, stream.each, random).map((part, index) => {
    const length = stream.kind === 'chat' ? 0 : part * 1000;
    const second = random.weighted(hours) * 3600 + random.int(0, 3599);
    const startedAt = Math.min(day.start + second * 1000, day.end - length);
    const quantity = stream.charge === null ? 0 : part;
    return { id: `${id}/${index + 1}`, startedAt, endedAt: startedAt + length, stream, lines: day.lines, quantity };
  });
}

/** Parts between `min` and `max` that add up to `total`; the last one takes what is left. */
function split(total: number, [min, max]: Stream['each'], random: Random): number[] {
  const parts: number[] = [];
  for (let left = total; left > 0;) {
    const part = random.int(min, max);
    const last = left - part < min;
    parts.push(last ? left : part);
    left -= last ? left : part;
  }
  return parts;
}
