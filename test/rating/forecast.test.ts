import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecastUsage, type ForecastInput } from '../../src/rating/forecast.js';
import { addDays, type UsageDay } from '../../src/rating/index.js';
import { squareRoot } from '../../src/rating/spread.js';

const september = { start: '2026-09-01', end: '2026-10-01' };
/** Days of one month, from its day on. */
const daysFrom = (start: string, quantities: readonly number[]): UsageDay[] =>
  quantities.map((seconds, index) => ({
    date: start.slice(0, 8) + String(Number(start.slice(8)) + index).padStart(2, '0'),
    quantities: { operator: String(seconds) },
  }));
const seconds = (days: readonly UsageDay[] | undefined): number[] =>
  (days ?? []).map((day) => Number(day.quantities['operator']));
const forecast = (own: Partial<ForecastInput>): ReturnType<typeof forecastUsage> =>
  forecastUsage({ usage: [], period: september, asOf: '2026-09-04', method: 'run-rate', ...own });

describe('a forecast by run rate', () => {
  const three = (): ReturnType<typeof forecast> => forecast({ usage: daysFrom('2026-09-01', [100, 110, 150]) });

  test('expects the average of the complete days on each day to come', () => {
    expect(three()?.basis).toEqual({ from: '2026-09-01', to: '2026-09-04', days: 3, range: 'standard-deviation' });
    expect(three()?.expected).toHaveLength(27);
    expect(three()?.expected[0]).toEqual({ date: '2026-09-04', quantities: { operator: '120' } });
    expect(three()?.expected.at(-1)?.date).toBe('2026-09-30');
  });

  test('ranges from one standard deviation of the sum below to one above', () => {
    expect(seconds(three()?.low).slice(0, 2)).toEqual([94, 109]);
    expect(seconds(three()?.high).slice(0, 2)).toEqual([146, 131]);
    expect(seconds(three()?.high).reduce((a, b) => a + b)).toBe(27 * 120 + 137);
  });

  test('rounds an average half up to whole units', () => {
    expect(seconds(forecast({ usage: daysFrom('2026-09-01', [1, 2]), asOf: '2026-09-03' })?.expected)[0]).toBe(2);
  });

  test('never expects less of today than it already has', () => {
    const busy = forecast({ usage: daysFrom('2026-09-01', [100, 100, 100, 250]) });
    for (const days of [busy?.low, busy?.expected, busy?.high]) expect(seconds(days).slice(0, 2)).toEqual([250, 100]);
  });

  test('counts a day that nothing is reported for as a day without usage', () => {
    expect(seconds(forecast({ usage: daysFrom('2026-09-02', [90]) })?.expected)[0]).toBe(30);
  });

  test('is null before a day is complete', () => {
    expect(forecast({ usage: daysFrom('2026-09-01', [100]), asOf: '2026-09-01' })).toBeNull();
  });

  test('has no day to come at the period’s end', () => {
    expect(forecast({ usage: daysFrom('2026-09-01', [100]), asOf: '2026-10-01' })?.expected).toEqual([]);
  });
});

describe('a forecast by weekday', () => {
  const week = [700, 0, 10, 20, 30, 40, 50];

  test('expects of each day what the same weekday had', () => {
    const found = forecast({
      history: daysFrom('2026-08-18', [...week, ...week]),
      method: 'weekday',
      asOf: '2026-09-01',
    });
    expect(found?.basis).toMatchObject({ from: '2026-08-18', to: '2026-09-01', days: 14 });
    expect(seconds(found?.expected).slice(0, 8)).toEqual([...week, 700]);
    expect(found?.high).toEqual(found?.expected);
  });

  test('is null without a complete week', () => {
    expect(forecast({ usage: daysFrom('2026-09-01', week), method: 'weekday', asOf: '2026-09-07' })).toBeNull();
  });
});

test.each<[string, Partial<ForecastInput>, string]>([
  ['a day outside the period', { asOf: '2026-10-02' }, 'outside-period'],
  ['the same day twice', { usage: [...daysFrom('2026-09-01', [1]), ...daysFrom('2026-09-01', [1])] }, 'duplicate-key'],
  ['a negative quantity', { usage: daysFrom('2026-09-01', [-1]) }, 'negative-quantity'],
  ['another method', { method: 'guess' as 'weekday' }, 'unknown-policy'],
])('a forecast refuses %s', (_, own, code) => {
  expect(() => forecast(own)).toThrow(expect.objectContaining({ code }));
});

test('low is never above expected, nor expected above high', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(100_000), { minLength: 7, maxLength: 29 }),
      fc.constantFrom('run-rate', 'weekday'),
      (list, method) => {
        const found = forecast({
          usage: daysFrom('2026-09-01', list),
          asOf: addDays('2026-09-01', list.length),
          method,
        });
        const [low, expected, high] = [seconds(found?.low), seconds(found?.expected), seconds(found?.high)];
        expected.forEach((each, index) => {
          expect(low[index]).toBeLessThanOrEqual(each);
          expect(high[index]).toBeGreaterThanOrEqual(each);
        });
      },
    ),
  );
});

test('a square root is the greatest whole number whose square fits', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 40n), (n) => {
      const root = squareRoot(n);
      expect(root * root <= n && (root + 1n) * (root + 1n) > n).toBe(true);
    }),
  );
});
