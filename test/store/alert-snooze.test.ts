import { describe, expect, test } from 'vitest';
import { backEndNow, isAfterToday, snoozedUntil } from '../../src/store/alert-snooze.js';
import { answers } from '../answers.js';

const account = { ...answers.account(), now: '2026-11-18T15:20:00Z' };
const now = Date.parse(account.now);

describe('a snooze', () => {
  test('lasts a day or a week of the back end’s clock', () => {
    expect(snoozedUntil({ for: 'day' }, account, now)).toBe('2026-11-19T15:20:00Z');
    expect(snoozedUntil({ for: 'week' }, account, now)).toBe('2026-11-25T15:20:00Z');
  });

  test('until a date ends when that day begins in the account’s zone', () => {
    expect(snoozedUntil({ until: '2026-11-25' }, account, now)).toBe('2026-11-25T05:00:00Z');
    expect(snoozedUntil({ until: '2026-07-25' }, account, now)).toBe('2026-07-25T04:00:00Z');
    expect(snoozedUntil({ until: '2026-11-25' }, { ...account, timeZone: 'Pacific/Kiritimati' }, now)).toBe(
      '2026-11-24T10:00:00Z',
    );
  });

  test('begins by the back end’s clock, which has gone on since it answered', () => {
    expect(backEndNow(account, new Date(1000), 61_000)).toBe(now + 60_000);
    expect(backEndNow(account, undefined)).toBe(now);
  });

  test('ends on a day to come', () => {
    expect(isAfterToday('2026-11-19', '2026-11-18')).toBe(true);
    for (const date of ['2026-11-18', '2026-11-17', '', '19.11.2026'])
      expect(isAfterToday(date, '2026-11-18')).toBe(false);
  });
});
