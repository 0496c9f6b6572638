import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { billingDay, billingDays } from '../../src/rating/billing-day.js';
import { addDays } from '../../src/rating/period.js';
import { thrownBy } from './thrown.js';

const at = (instant: string): number => Date.parse(instant);

describe('the billing day of a moment', () => {
  test.each([
    ['2023-06-16T05:00:00Z', 'America/Denver', '2023-06-15'],
    ['2023-06-16T05:00:00Z', 'America/Halifax', '2023-06-16'],
    ['2026-11-01T04:00:00Z', 'America/New_York', '2026-11-01'],
    ['2026-11-01T03:59:59Z', 'America/New_York', '2026-10-31'],
    // Clocks went back from 00:01 to 23:01: the day before had its last hour twice.
    ['2010-11-07T02:30:30Z', 'America/St_Johns', '2010-11-07'],
    ['2010-11-07T02:31:30Z', 'America/St_Johns', '2010-11-06'],
    // The island crossed the date line and had no 30 December.
    ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
    ['2011-12-30T09:59:59Z', 'Pacific/Apia', '2011-12-29'],
  ])('%s in %s is %s', (instant, zone, date) => {
    expect(billingDay(at(instant), zone)).toBe(date);
  });

  test('is the one of the calendar in any zone and year', () => {
    const zones = [
      'America/New_York',
      'Europe/London',
      'Asia/Kathmandu',
      'America/Sao_Paulo',
      'Africa/Casablanca',
      'Australia/Lord_Howe',
      'Asia/Beirut',
      'UTC',
    ];
    const moment = fc.integer({ min: at('1999-12-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z') });
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), fc.integer({ min: -1, max: 40 }), (ms, zone, before) => {
        const date = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate().toString();
        expect(billingDay(ms, zone)).toBe(date);
        const start = addDays(date, -before);
        const days = billingDays({ start, end: addDays(start, 40) }, zone);
        expect(days.indexOf(ms)).toBe(before < 40 ? before : -1);
      }),
      { numRuns: 300 },
    );
  });

  test('is refused in a zone that does not exist', () => {
    expect(() => billingDay(0, 'Mars/Olympus')).toThrow(
      expect.objectContaining({ code: 'unknown-time-zone', field: 'timeZone' }),
    );
  });
});

test('a month has every one of its hours, through a change of the clocks', () => {
  const days = billingDays({ start: '2026-11-01', end: '2026-12-01' }, 'America/New_York');
  const hours = new Map<number, number>();
  for (let ms = at('2026-10-31T00:00:00Z'); ms < at('2026-12-02T00:00:00Z'); ms += 3_600_000) {
    const day = days.indexOf(ms);
    hours.set(day, (hours.get(day) ?? 0) + 1);
  }
  expect(hours.get(0)).toBe(25);
  expect([...hours].filter(([day]) => day >= 0).reduce((sum, [, count]) => sum + count, 0)).toBe(721);
});

describe('the days of a period', () => {
  test.each<[string, string, string, [string, number][]]>([
    [
      'America/St_Johns',
      '2010-11-01',
      '2010-12-01',
      [
        ['2010-11-07T02:29:59Z', 5],
        ['2010-11-07T02:30:00Z', 6],
        ['2010-11-07T02:30:59Z', 6],
        ['2010-11-07T02:31:00Z', 5],
        ['2010-11-07T03:29:59Z', 5],
        ['2010-11-07T03:30:00Z', 6],
      ],
    ],
    [
      'Pacific/Apia',
      '2011-12-01',
      '2012-01-01',
      [
        ['2011-12-30T09:59:59Z', 28],
        ['2011-12-30T10:00:00Z', 30],
      ],
    ],
    [
      'America/New_York',
      '2026-03-08',
      '2026-03-09',
      [
        ['2026-03-08T04:59:59Z', -1],
        ['2026-03-08T05:00:00Z', 0],
        ['2026-03-09T03:59:59Z', 0],
        ['2026-03-09T04:00:00Z', -1],
      ],
    ],
    [
      'America/New_York',
      '2026-03-09',
      '2026-03-10',
      [
        ['2026-03-09T03:59:59Z', -1],
        ['2026-03-09T04:00:00Z', 0],
        ['2026-03-10T03:59:59Z', 0],
      ],
    ],
    [
      'America/New_York',
      '2026-11-01',
      '2026-11-02',
      [
        ['2026-11-01T04:00:00Z', 0],
        ['2026-11-02T04:59:59Z', 0],
        ['2026-11-02T05:00:00Z', -1],
      ],
    ],
    [
      'Pacific/Kiritimati',
      '2026-09-01',
      '2026-09-02',
      [
        ['2026-08-31T09:59:59Z', -1],
        ['2026-08-31T10:00:00Z', 0],
        ['2026-09-01T10:00:00Z', -1],
      ],
    ],
    [
      'Pacific/Pago_Pago',
      '2026-09-01',
      '2026-09-02',
      [
        ['2026-09-01T10:59:59Z', -1],
        ['2026-09-01T11:00:00Z', 0],
        ['2026-09-02T10:59:59Z', 0],
        ['2026-09-02T11:00:00Z', -1],
      ],
    ],
  ])('in %s from %s to %s', (zone, start, end, moments) => {
    const days = billingDays({ start, end }, zone);
    expect(moments.map(([moment]) => [moment, days.indexOf(at(moment))])).toEqual(moments);
  });

  test('are refused where there is no such period, moment or zone', () => {
    expect(thrownBy(() => billingDays({ start: '2026-09-02', end: '2026-09-01' }, 'UTC'))).toEqual([
      'period-reversed',
      'period',
    ]);
    expect(thrownBy(() => billingDays({ start: '2026-09-01', end: '2026-10-01' }, 7 as unknown as string))).toEqual([
      'unknown-time-zone',
      'timeZone',
    ]);
    expect(thrownBy(() => billingDay(0.5, 'UTC'))).toEqual(['malformed-number', 'moment']);
    expect(thrownBy(() => billingDay(NaN, 'UTC'))).toEqual(['malformed-number', 'moment']);
    expect(thrownBy(() => billingDay(at('1899-12-31T23:59:59Z'), 'UTC'))).toEqual(['malformed-number', 'moment']);
    expect(thrownBy(() => billingDay(at('+010000-01-01T00:00:00Z'), 'UTC'))).toEqual(['malformed-date', 'moment']);
    expect(billingDay(at('1900-01-01T00:00:00Z'), 'UTC')).toBe('1900-01-01');
    expect(billingDay(at('2026-09-01T23:59:59.999Z'), 'UTC')).toBe('2026-09-01');
  });
});
