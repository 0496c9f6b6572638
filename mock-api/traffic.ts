import { addDays, daysBetween, weekday, type Period, type PlainDate } from '../src/rating/index.js';
import { seeded, sum } from './random.js';

/** How a call was taken. */
export type CallKind = 'operator' | 'ivr' | 'voicemail' | 'patched' | 'chat';

/** Why a call costs nothing. */
export type NotBilled = 'robocall' | 'fax' | 'dead-air' | 'test-call';

/** One kind of traffic of one subscription, and how much of it comes when. */
export interface Stream {
  readonly kind: CallKind;
  /** The usage charge of the plan that it counts for. */
  readonly charge: string | null;
  readonly notBilled: NotBilled | null;
  /** Seconds (or messages) on an average day. */
  readonly perDay: number;
  /** The least and the most of one call. */
  readonly each: readonly [number, number];
  /** Per cent of an average day, from Sunday on. */
  readonly weekdays: readonly number[];
  /** Per cent of an average month, from January on. */
  readonly seasons: readonly number[];
  /** Weights of the hours of a day, from midnight on. */
  readonly hours: readonly number[];
  /** Days whose sum is given. */
  readonly exactly?: { readonly period: Period; readonly total: number };
}

/** Names a stream among those of a subscription, and seeds its numbers. */
export const streamName = ({ kind, notBilled }: Stream): string => notBilled ?? kind;

/** How much comes on a day: always the same for the same seed. */
export function quantityOn(stream: Stream, date: PlainDate, seed: string): number {
  const { exactly, perDay } = stream;
  if (exactly && date >= exactly.period.start && date < exactly.period.end) return shareOn(stream, exactly, date, seed);
  return Math.floor((perDay * weightOn(stream, date, seed)) / 1_000_000);
}

/** In millionths of an average day: weekday x season x 70 to 130 per cent. */
function weightOn(stream: Stream, date: PlainDate, seed: string): number {
  const day = stream.weekdays[weekday(date)] ?? 0;
  const season = stream.seasons[Number(date.slice(5, 7)) - 1] ?? 0;
  return day * season * seeded(`${seed}/${streamName(stream)}/${date}/day`).int(70, 130);
}

/** A day's share of a total, as the difference of two running sums, so that the shares add up to it. */
function shareOn(
  stream: Stream,
  { period, total }: NonNullable<Stream['exactly']>,
  date: PlainDate,
  seed: string,
): number {
  const weights = Array.from({ length: daysBetween(period.start, period.end) }, (_, i) =>
    weightOn(stream, addDays(period.start, i), seed),
  );
  const upTo = (days: number): number => Math.floor((total * sum(weights.slice(0, days))) / sum(weights));
  const index = daysBetween(period.start, date);
  return upTo(index + 1) - upTo(index);
}
