import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { anchorDates, fixedDays, nextInvoiceDates, periodContaining } from '../../src/rating/index.js';
import { secondsBetween } from '../../src/rating/instant.js';
import { thrownBy } from './thrown.js';

describe('billing periods', () => {
  test('of a quarter tile from any of their first days', () => {
    expect(periodContaining('2026-02-28', '2025-11-30', 3)).toEqual({ start: '2026-02-28', end: '2026-05-30' });
    expect(periodContaining('2026-02-27', '2025-11-30', 3)).toEqual({ start: '2025-11-30', end: '2026-02-28' });
    expect(periodContaining('2025-11-29', '2025-11-30', 3)).toEqual({ start: '2025-08-30', end: '2025-11-30' });
  });

  test('keep the 31st over shorter months, and 29 February over common years', () => {
    expect(anchorDates({ start: '2023-01-31', months: 1, count: 4 })).toEqual([
      '2023-01-31',
      '2023-02-28',
      '2023-03-31',
      '2023-04-30',
    ]);
    expect(anchorDates({ start: '2024-02-29', months: 12, count: 5 })).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
    expect(anchorDates({ start: '2023-02-28', anchorDay: 31, months: 1, count: 2 })).toEqual([
      '2023-02-28',
      '2023-03-31',
    ]);
  });

  test('begin on the first anchor day on or after the start', () => {
    expect(anchorDates({ start: '2024-01-20', anchorDay: 15, months: 1, count: 2 })).toEqual([
      '2024-02-15',
      '2024-03-15',
    ]);
    expect(anchorDates({ start: '2016-04-08', stepDays: 7, count: 3 })).toEqual([
      '2016-04-08',
      '2016-04-15',
      '2016-04-22',
    ]);
  });

  test('an anchor day or a step that is none is refused', () => {
    expect(thrownBy(() => anchorDates({ start: '2024-01-01', anchorDay: 0, months: 1, count: 1 }))).toEqual([
      'malformed-number',
      'anchorDay',
    ]);
    expect(thrownBy(() => anchorDates({ start: '2024-01-01', stepDays: 0, count: 1 }))).toEqual([
      'malformed-number',
      'stepDays',
    ]);
    expect(thrownBy(() => anchorDates({ start: '2023-02-29', months: 1, count: 1 }))).toEqual([
      'malformed-date',
      'start',
    ]);
  });
});

describe('the next invoice', () => {
  test('comes on the 1st, or on the anchor day of the account', () => {
    expect(nextInvoiceDates('2026-11-21', null).issueDate).toBe('2026-12-01');
    expect(nextInvoiceDates('2026-11-21', null, 'free', 15)).toEqual({
      issueDate: '2026-12-15',
      advance: { start: '2026-12-15', end: '2027-01-15' },
      arrears: { start: '2026-11-15', end: '2026-12-15' },
    });
    expect(nextInvoiceDates('2027-02-27', null, 'free', 31).advance).toEqual({
      start: '2027-02-28',
      end: '2027-03-31',
    });
  });

  test('comes when a trial has ended, and has nothing in arrears then', () => {
    expect(nextInvoiceDates('2026-09-05', '2026-09-10')).toEqual({
      issueDate: '2026-09-11',
      advance: { start: '2026-09-01', end: '2026-10-01' },
      arrears: null,
    });
  });
});

describe('months of one length', () => {
  test('a span that leaves its month is measured as if that month had so many days', () => {
    expect(fixedDays({ start: '2023-05-23', end: '2023-06-15' }, 30)).toBe(22);
    expect(fixedDays({ start: '2023-02-23', end: '2023-03-15' }, 30)).toBe(22);
    expect(fixedDays({ start: '2024-02-23', end: '2024-03-15' }, 28)).toBe(20);
    expect(fixedDays({ start: '2023-05-15', end: '2023-05-23' }, 30)).toBe(8);
  });
});

describe('seconds', () => {
  test('count the true length of months with a change of the clock', () => {
    const zone = (date: string): string =>
      Temporal.PlainDate.from(date).toZonedDateTime('America/New_York').toString().replace(/\[.*/, '');
    const hours = (start: string, end: string): bigint =>
      secondsBetween(zone(start), zone(end)).n / 1_000_000_000n / 3600n;
    expect(hours('2024-11-01', '2024-12-01')).toBe(721n);
    expect(hours('2024-03-01', '2024-04-01')).toBe(743n);
    expect(hours('2024-04-01', '2024-05-01')).toBe(720n);
  });

  test('an instant without an offset, or one that does not exist, is refused', () => {
    expect(thrownBy(() => secondsBetween('2024-11-01T00:00:00', '2024-12-01T00:00:00Z'))).toEqual([
      'malformed-date',
      'period.start',
    ]);
    expect(thrownBy(() => secondsBetween('2024-11-01T24:00:00Z', '2024-12-01T00:00:00Z'))).toEqual([
      'malformed-date',
      'period.start',
    ]);
  });
});
