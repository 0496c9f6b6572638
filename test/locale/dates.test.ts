import { expect, test } from 'vitest';
import { formatDate, formatMonth, formatPeriod } from '../../src/locale/dates.js';

test('a calendar date is the same day in every time zone', () => {
  expect(formatDate('en', '2026-10-01')).toBe('October 1');
  expect(formatDate('en-GB', '2026-01-31', 'day-year')).toBe('31 January 2026');
});

test('a period is named by its first and its last day', () => {
  expect(formatPeriod('en', { start: '2026-09-11', end: '2026-10-01' }).replace(/\u2009/g, ' ')).toBe(
    'September 11 – 30',
  );
});

test('a calendar month has its name', () => {
  expect(formatPeriod('en', { start: '2026-02-01', end: '2026-03-01' })).toBe('February 2026');
  expect(formatMonth('en', '2027-04')).toBe('April 2027');
});
