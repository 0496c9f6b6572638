import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  advanceSchedule,
  fixedDays,
  periodContaining,
  weekday,
  wholePeriods,
  type BillingPeriod,
} from '../../src/rating/index.js';
import { thrownBy } from './thrown.js';

test('whole periods are counted in any unit', () => {
  const span = (start: string, end: string): number[] =>
    (['days', 'weeks', 'thirty-days', 'months', 'years'] as const).map((unit) => wholePeriods({ start, end }, unit));
  expect(span('2024-01-31', '2024-02-29')).toEqual([29, 4, 0, 1, 0]);
  expect(span('2024-01-31', '2024-02-28')).toEqual([28, 4, 0, 0, 0]);
  expect(span('2023-03-15', '2025-03-15')).toEqual([731, 104, 24, 24, 2]);
  expect(span('2023-03-15', '2025-03-14')).toEqual([730, 104, 24, 23, 1]);
  expect(thrownBy(() => wholePeriods({ start: '2024-01-01', end: '2024-02-01' }, 'hours' as 'days'))).toEqual([
    'unknown-policy',
    'unit',
  ]);
  expect(thrownBy(() => wholePeriods({ start: '2024-02-01', end: '2024-01-01' }, 'days'))).toEqual([
    'period-reversed',
    'span',
  ]);
  expect(thrownBy(() => fixedDays({ start: 'x', end: '2024-01-01' }, 30))).toEqual(['malformed-date', 'span.start']);
});

test('leap days are those of the Gregorian calendar, in every century', () => {
  const after = ['1900-02-28', '2000-02-28', '2100-02-28', '2400-02-28'].map((date) => addDays(date, 1));
  expect(after).toEqual(['1900-03-01', '2000-02-29', '2100-03-01', '2400-02-29']);
  expect(addMonths('2000-01-31', 1)).toBe('2000-02-29');
  expect(addMonths('2100-01-31', 1)).toBe('2100-02-28');
  expect(thrownBy(() => addDays('1900-02-29', 1))).toEqual(['malformed-date', 'date']);
});

test('weekdays go on before 1970', () => {
  expect(['1969-12-28', '1970-01-01', '1970-01-04', '2026-09-30'].map(weekday)).toEqual([0, 4, 0, 3]);
});

test('a period that is none is refused by its field', () => {
  expect(thrownBy(() => periodContaining('x', '2024-01-01', 1))).toEqual(['malformed-date', 'date']);
  expect(thrownBy(() => periodContaining('2024-01-01', 'x', 1))).toEqual(['malformed-date', 'anchor']);
  for (const months of [0, 1201, 0.5])
    expect(thrownBy(() => periodContaining('2024-01-01', '2024-01-01', months))).toEqual([
      'malformed-number',
      'months',
    ]);
  for (const day of [0, 32, 0.5])
    expect(thrownBy(() => periodContaining('2024-01-01', '2024-01-01', 1, day))).toEqual([
      'malformed-number',
      'anchorDay',
    ]);
  expect(thrownBy(() => addDays('9999-12-31', 1))).toEqual(['malformed-date', 'date']);
  expect(thrownBy(() => addDays('0000-01-01', -1))).toEqual(['malformed-date', 'date']);
});

test('billing periods have names', () => {
  const second =
    (targetDate: string) =>
    (billingPeriod: BillingPeriod): string | undefined =>
      advanceSchedule({
        amount: '1',
        currency: 'USD',
        billingPeriod,
        billCycleDay: 1,
        start: '2024-01-01',
        targetDate,
        rounding: { mode: 'half-up', scale: 2 },
      }).lines[1]?.start;
  const weeks = ['daily', 'weekly', 'biweekly'] as const;
  expect(weeks.map(second('2024-01-15'))).toEqual(['2024-01-02', '2024-01-08', '2024-01-15']);
  const days = ['thirty-days', 'thirty-one-days', 'sixty-days', 'ninety-days'] as const;
  expect(days.map(second('2024-04-01'))).toEqual(['2024-01-31', '2024-02-01', '2024-03-01', '2024-03-31']);
  const months = ['monthly', 'bimonthly', 'quarterly', 'triannual', 'biannual'] as const;
  expect(months.map(second('2024-07-01'))).toEqual([
    '2024-02-01',
    '2024-03-01',
    '2024-04-01',
    '2024-05-01',
    '2024-07-01',
  ]);
  const years = ['annual', 'sesquiennial', 'biennial', 'triennial'] as const;
  expect(years.map(second('2027-01-01'))).toEqual(['2025-01-01', '2025-07-01', '2026-01-01', '2027-01-01']);
});
