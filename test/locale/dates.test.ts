import { expect, test } from 'vitest';
import { formatDate, formatMonth, formatPeriod } from '../../src/locale/dates.js';

test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'UTC'])(
  'case 73: a calendar date is the same day to a reader in %s',
  (zone) => {
    const own = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(new Intl.DateTimeFormat('en').resolvedOptions().timeZone).toBe(zone);
      expect(formatDate('en', '2026-10-01', 'day-year')).toBe('October 1, 2026');
      expect(formatDate('en', '2026-03-08', 'weekday')).toBe('Sun, Mar 8');
    } finally {
      process.env.TZ = own;
    }
  },
);

test('a calendar date is written as in the region', () => {
  expect(formatDate('en', '2026-10-01')).toBe('October 1');
  expect(formatDate('en-GB', '2026-01-31', 'day-year')).toBe('31 January 2026');
});

test('a period is named by its first and its last day', () => {
  expect(formatPeriod('en', { start: '2026-09-11', end: '2026-10-01' })).toBe('September 11\u00a0– 30');
});

test('a calendar month has its name', () => {
  expect(formatPeriod('en', { start: '2026-02-01', end: '2026-03-01' })).toBe('February 2026');
  expect(formatMonth('en', '2027-04')).toBe('April 2027');
});
