import type { Period } from '../src/rating/index.js';
import type { Stream } from './traffic.js';

/** When an account's calls come: per cent by weekday (from Sunday) and month, weights by hour. */
export type Pattern = Pick<Stream, 'weekdays' | 'seasons' | 'hours'>;

const hours = (text: string): number[] => text.split(' ').map(Number);
const evenly = [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100];

/** A trade with emergencies: around the clock, busiest in winter and at the ends of the working day. */
export const aroundTheClock: Pattern = {
  weekdays: [60, 125, 110, 105, 105, 110, 85],
  seasons: [130, 125, 110, 95, 85, 80, 85, 85, 90, 100, 112, 125],
  hours: hours('1 1 1 1 2 4 9 12 10 7 6 6 7 6 6 7 9 12 11 8 6 4 2 1'),
};

/** An office that answers in working hours, from Monday to Saturday noon. */
export const officeHours: Pattern = {
  weekdays: [0, 140, 125, 120, 125, 140, 50],
  seasons: evenly,
  hours: hours('0 0 0 0 0 0 0 0 6 10 10 9 8 6 8 9 8 4 0 0 0 0 0 0'),
};

/** Machines call at any hour that people are awake. */
const awake = hours('0 0 0 0 0 0 0 1 4 8 9 9 8 8 9 9 8 6 4 2 1 0 0 0');

/** The daily seconds of what is billed. */
export interface Volumes {
  readonly operator: number;
  readonly ivr: number;
  readonly voicemail: number;
  readonly patched: number;
}

/** The calls of an answered line. */
export const billedStreams = (pattern: Pattern, volumes: Volumes): Stream[] => [
  { ...pattern, kind: 'operator', charge: 'operator', notBilled: null, perDay: volumes.operator, each: [35, 170] },
  { ...pattern, kind: 'ivr', charge: 'automated', notBilled: null, perDay: volumes.ivr, each: [12, 48] },
  { ...pattern, kind: 'voicemail', charge: 'automated', notBilled: null, perDay: volumes.voicemail, each: [20, 90] },
  { ...pattern, kind: 'patched', charge: 'patched', notBilled: null, perDay: volumes.patched, each: [60, 300] },
];

/** What comes in without being billed: about as many calls as all others together. */
export const nuisanceStreams = (robocallSeconds: number): Stream[] => {
  const common = { weekdays: [35, 125, 125, 125, 125, 125, 40], seasons: evenly, hours: awake, charge: null };
  return [
    { ...common, kind: 'ivr', notBilled: 'robocall', perDay: robocallSeconds, each: [2, 11] },
    { ...common, kind: 'ivr', notBilled: 'fax', perDay: 20, each: [5, 14] },
    { ...common, kind: 'operator', notBilled: 'dead-air', perDay: 30, each: [3, 15] },
    {
      ...common,
      kind: 'operator',
      notBilled: 'test-call',
      perDay: 20,
      each: [10, 25],
      weekdays: [0, 100, 0, 0, 0, 0, 0],
    },
  ];
};

/** Messages from a website. */
export const chatStreams = (pattern: Pattern, messages: number): Stream[] => [
  { ...pattern, kind: 'chat', charge: 'message', notBilled: null, perDay: messages, each: [1, 1] },
];

/** The same streams, with sums that are given for a period: none where no sum is. */
export const exactly = (
  streams: readonly Stream[],
  period: Period,
  totals: Partial<Record<Stream['kind'], number>> = {},
): Stream[] =>
  streams.map((stream) =>
    stream.notBilled ? stream : { ...stream, exactly: { period, total: totals[stream.kind] ?? 0 } },
  );
