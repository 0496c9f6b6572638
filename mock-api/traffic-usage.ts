import type { Dated } from '../src/adapters/memory/dated.js';
import type { UsageColumns } from '../src/api/index.js';
import { addDays, type PlainDate } from '../src/rating/index.js';
import { callsOn } from './calls.js';
import { RecordColumns } from './record-columns.js';
import type { Stream } from './traffic.js';

/** What comes in on the lines of a subscription, from its first day until a day that is too late to matter. */
export interface Traffic {
  /** The subscription's id; it seeds the numbers. */
  readonly id: string;
  readonly start: PlainDate;
  readonly until: PlainDate;
  /** The telephone numbers that are answered. */
  readonly lines: Dated<readonly string[]>;
  readonly streams: readonly Stream[];
}

const made = new WeakMap<Traffic, UsageColumns>();

/** All records of a subscription's traffic: the same whenever they are asked for. */
export function usageOf(traffic: Traffic, zone: string): UsageColumns {
  const known = made.get(traffic);
  if (known) return known;
  const columns = new RecordColumns();
  for (let date = traffic.start; date < traffic.until; date = addDays(date, 1))
    for (const call of callsOn(traffic, date, zone)) columns.add(call);
  const usage = columns.done();
  made.set(traffic, usage);
  return usage;
}

/** How many lines there are from when on. */
export const lineCounts = ({ lines }: Traffic): Dated<number> =>
  lines.map(({ from, value }) => ({ from, value: value.length }));
