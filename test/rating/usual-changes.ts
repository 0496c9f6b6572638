import type { Change } from './changed.js';

/** An amount of money that an input must have. */
export const amount = (path: string): Change[] => [
  [path, '0', 'ok'],
  [path, '-0.01', 'negative-amount'],
  [path, 1, 'malformed-number'],
];

/** A quantity that an input must have. */
export const quantity = (path: string): Change[] => [
  [path, '0', 'ok'],
  [path, '-0.01', 'negative-quantity'],
  [path, '1,5', 'malformed-number'],
];

/** A quantity that something is divided by. */
export const aboveZero = (path: string): Change[] => [
  [path, '0.01', 'ok'],
  [path, '0', 'negative-quantity'],
  [path, '-1', 'negative-quantity'],
];

/** What an input may leave out. */
export const absent = (...paths: string[]): Change[] => paths.map((path) => [path, undefined, 'ok']);

/** A rounding mode. */
export const mode = (path: string): Change[] => [
  [path, 'half-even', 'ok'],
  [path, 'nearest', 'unknown-policy'],
];

/** The digits that something is rounded to. */
export const digits = (path: string): Change[] => [
  [path, 0, 'ok'],
  [path, 12, 'ok'],
  [path, 13, 'unknown-policy'],
  [path, -1, 'unknown-policy'],
  [path, 0.5, 'unknown-policy'],
];

/** A period of days. */
export const period = (path: string): Change[] => [
  [path, null, 'malformed-input'],
  [`${path}.start`, '2026-09-31', 'malformed-date'],
  [`${path}.end`, '2026-9-30', 'malformed-date'],
  [path, { start: '2026-09-02', end: '2026-09-01' }, 'period-reversed'],
];

/** The currency of an input that is one itself. */
export const currency: Change[] = [
  ['currency', 'usd', 'unknown-currency', 'input.currency'],
  ['currency', 'USDT', 'unknown-currency', 'input.currency'],
  ['currency', 'US', 'unknown-currency', 'input.currency'],
  ['currency', ['USD'], 'unknown-currency', 'input.currency'],
  ['exponent', 4, 'ok'],
  ['exponent', 0, 'ok'],
  ['exponent', 5, 'unknown-currency', 'input.exponent'],
  ['exponent', -1, 'unknown-currency', 'input.exponent'],
  ['exponent', 1.5, 'unknown-currency', 'input.exponent'],
];

/** How amounts are rounded to their currency, as a mode and a scale. */
export const rounding: Change[] = [
  ['rounding', null, 'missing-policy'],
  ['rounding', 'half-up', 'missing-policy'],
  ['rounding.mode', undefined, 'missing-policy'],
  ...mode('rounding.mode'),
  ...digits('rounding.scale'),
];

/** The parts of a policy of proration. */
export const proration = (at: string): Change[] => {
  const fixed = { basis: 'fixed-days', round: { step: 'result' }, cap: 'full-price' };
  return [
    [at, 'full', 'missing-policy'],
    [`${at}.basis`, undefined, 'missing-policy'],
    [`${at}.basis`, 'none', 'ok'],
    [`${at}.basis`, 'weeks', 'unknown-policy'],
    [`${at}.cap`, 'none', 'ok'],
    [`${at}.cap`, 'half', 'unknown-policy'],
    [`${at}.cap`, undefined, 'missing-policy'],
    [`${at}.boundaryDays`, 'one', 'ok'],
    [`${at}.boundaryDays`, 'neither', 'ok'],
    [`${at}.boundaryDays`, 'two', 'unknown-policy'],
    [`${at}.monthDays`, 30, 'missing-policy'],
    [at, fixed, 'missing-policy', `${at}.monthDays`],
    ...[0, 32, 2.5].map((monthDays): Change => [at, { ...fixed, monthDays }, 'unknown-policy', `${at}.monthDays`]),
    ...[1, 31].map((monthDays): Change => [at, { ...fixed, monthDays, boundaryDays: 'neither' }, 'ok']),
    [at, { ...fixed, basis: 'seconds', boundaryDays: 'both' }, 'unknown-policy', `${at}.boundaryDays`],
    [`${at}.round`, undefined, 'missing-policy'],
    [`${at}.round`, 'result', 'missing-policy'],
    [`${at}.round.step`, 'hourly-rate', 'unknown-policy'],
    ...mode(`${at}.round.mode`),
    ...digits(`${at}.round.scale`),
    [`${at}.round`, { step: 'factor', scale: 0 }, 'ok'],
    [`${at}.round`, { step: 'factor' }, 'unknown-policy', `${at}.round.scale`],
    [`${at}.round`, { step: 'daily-rate', scale: -1 }, 'unknown-policy', `${at}.round.scale`],
  ];
};
