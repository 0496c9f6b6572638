import { describe, expect, test } from 'vitest';
import { nextInvoiceDates } from '../../src/rating/index.js';
import { toText } from '../../src/rating/decimal.js';
import { secondsBetween } from '../../src/rating/instant.js';
import { thrownBy } from './thrown.js';

describe('an instant', () => {
  const between = (start: string, end: string): string => toText(secondsBetween(start, end));

  test('is counted to the billionth of a second, in any offset', () => {
    expect(between('2024-11-01T00:00:00Z', '2024-11-01T01:02:03.5Z')).toBe('3723.5');
    expect(between('2024-11-01T00:00:00Z', '2024-11-01T00:00:00.000000001Z')).toBe('0.000000001');
    expect(between('2024-11-01T05:30:00+05:30', '2024-11-01T00:00:00Z')).toBe('0');
    expect(between('2024-10-31T19:15:00-04:45', '2024-11-01T00:00:00Z')).toBe('0');
    expect(between('2024-11-01T00:00:01Z', '2024-11-01T00:00:00Z')).toBe('-1');
    expect(between('2024-11-01T23:59:59+23:59', '2024-11-01T23:59:59-23:59')).toBe('172680');
  });

  test.each([
    '2024-11-01T00:60:00Z',
    '2024-11-01T00:00:60Z',
    '2024-11-01T24:00:00Z',
    '2024-11-01T00:00:00+24:00',
    '2024-11-01T00:00:00+00:60',
    '2024-11-01T00:00:00Zx',
    'x2024-11-01T00:00:00Z',
    '2024-11-01T00:00:00.Z',
    '2024-11-31T00:00:00Z',
    '2024-11-01',
  ])('is not %s', (text) => {
    expect(thrownBy(() => secondsBetween(text, '2024-11-01T00:00:00Z'))).toEqual(['malformed-date', 'period.start']);
    expect(thrownBy(() => secondsBetween('2024-11-01T00:00:00Z', text, 'service'))).toEqual([
      'malformed-date',
      'service.end',
    ]);
  });

  test('is a text', () => {
    const list = ['2024-11-01T00:00:00Z'] as unknown as string;
    expect(thrownBy(() => secondsBetween(list, '2024-11-01T00:00:00Z'))).toEqual(['malformed-date', 'period.start']);
  });
});

describe('the next invoice around the end of a trial', () => {
  test('comes on the day after the trial, which is then over', () => {
    expect(nextInvoiceDates('2026-09-10', '2026-09-10').issueDate).toBe('2026-09-11');
    expect(nextInvoiceDates('2026-09-11', '2026-09-10')).toEqual({
      issueDate: '2026-10-01',
      advance: { start: '2026-10-01', end: '2026-11-01' },
      arrears: { start: '2026-09-01', end: '2026-10-01' },
    });
    expect(nextInvoiceDates('2026-09-09', '2026-09-10', 'charged').issueDate).toBe('2026-09-10');
    expect(nextInvoiceDates('2026-09-10', '2026-09-10', 'charged').issueDate).toBe('2026-10-01');
  });

  test('is refused for a day that is none', () => {
    expect(thrownBy(() => nextInvoiceDates('today', null))).toEqual(['malformed-date', 'today']);
    expect(thrownBy(() => nextInvoiceDates('2026-09-01', null, 'free', 32))).toEqual(['malformed-number', 'anchorDay']);
  });
});
