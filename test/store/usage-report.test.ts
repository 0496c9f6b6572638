import { describe, expect, test } from 'vitest';
import type { Subscription, UsageRecord } from '../../src/api/index.js';
import { tableOfRecords } from '../../src/api/usage-table.js';
import { billingDays } from '../../src/rating/index.js';
import { filteredRows, sortedRows } from '../../src/store/usage-report-rows.js';
import { totalsOf } from '../../src/store/usage-report-totals.js';
import { monthsOf, periodOf } from '../../src/store/usage-report.js';

const record = (id: string, changes: Partial<UsageRecord> = {}): UsageRecord => ({
  ...{ id, startedAt: '2026-11-02T12:00:00Z', kind: 'operator', line: '+1617', caller: '+16175550199', callerName: '' },
  ...{ recordedSeconds: 60, agentSeconds: 30, charge: 'operator', quantity: '60', notBilled: null },
  ...changes,
});
const unbilled = { charge: null, quantity: '0', notBilled: 'fax' };
const days = billingDays({ start: '2026-11-01', end: '2026-12-01' }, 'America/New_York');
const all = { day: '', kind: '', billed: '', search: '' } as const;
const table = tableOfRecords([
  record('a', { callerName: 'Zoe', recordedSeconds: 5, startedAt: '2026-11-03T04:59:59Z' }),
  record('b', { callerName: 'ada', agentSeconds: 4_000_000_000, startedAt: '2026-11-03T05:00:00Z' }),
  record('c', { ...unbilled, kind: 'ivr', startedAt: '2026-11-04T05:00:00Z' }),
]);
const ids = (rows: Uint32Array): string => Array.from(rows, (row) => table.id[row]).join('');
const inOrder = Uint32Array.of(0, 1, 2);

describe('the order of records', () => {
  test('goes by time either way', () => {
    expect(ids(sortedRows(table, { by: 'time', descending: false }, 'en'))).toBe('abc');
    expect(ids(sortedRows(table, { by: 'time', descending: true }, 'en'))).toBe('cba');
  });

  test('goes by the longer of two clocks, also at the end of what 32 bits hold', () => {
    expect(ids(sortedRows(table, { by: 'duration', descending: true }, 'en'))).toBe('bca');
  });

  test('goes by the caller’s name whatever its case, and numbers without a name last', () => {
    expect(ids(sortedRows(table, { by: 'caller', descending: false }, 'en'))).toBe('bac');
  });

  test('leaves records that are alike as they were', () => {
    const alike = tableOfRecords([record('a'), record('b'), record('c')]);
    for (const descending of [true, false])
      expect([...sortedRows(alike, { by: 'billed', descending }, 'en')]).toEqual([0, 1, 2]);
  });
});

describe('a filter', () => {
  test('takes the day that it is in the account’s zone', () => {
    expect(ids(filteredRows(table, inOrder, { ...all, day: '2026-11-02' }, days))).toBe('a');
    expect(ids(filteredRows(table, inOrder, { ...all, day: '2026-11-03' }, days))).toBe('b');
  });

  test('takes a kind, and what is billed or not', () => {
    expect(ids(filteredRows(table, inOrder, { ...all, kind: 'ivr' }, days))).toBe('c');
    expect(ids(filteredRows(table, inOrder, { ...all, billed: 'billed' }, days))).toBe('ab');
  });

  test('finds a name in any case, and a number however it is grouped', () => {
    expect(ids(filteredRows(table, inOrder, { ...all, search: ' ADA ' }, days))).toBe('b');
    expect(ids(filteredRows(table, inOrder, { ...all, search: '(617) 555-0199' }, days))).toBe('abc');
  });
});

test('records add up by kind, product and line to the whole, those that aren’t billed apart', () => {
  const usage = [
    { id: 'operator', name: 'Operator minutes', unit: 'minute', reported: { unit: 'second', perUnit: '60' } },
  ];
  const subscription = { id: 'sub_1', plan: { usage } } as unknown as Subscription;
  const owner = { names: ['sub_1'], index: new Uint32Array(table.count) };
  const totals = totalsOf({ table, owner }, [subscription]);
  expect(totals.all).toEqual({ key: '', records: 3, notBilled: 1, quantities: ['120'] });
  expect(totals.kind.map(({ key, records, quantities }) => [key, records, quantities])).toEqual([
    ['operator', 2, ['120']],
    ['ivr', 1, [null]],
  ]);
  expect(totals.line).toEqual([{ ...totals.all, key: '+1617' }]);
});

test('months reach back to the first subscription, and another one than these is the current one', () => {
  const months = monthsOf([{ start: '2026-09-11' } as Subscription], '2026-11-18');
  expect(months).toEqual(['2026-11', '2026-10', '2026-09']);
  expect(periodOf('2026-10', months)).toEqual({ start: '2026-10-01', end: '2026-11-01' });
  expect(periodOf('2031-01', months).start).toBe('2026-11-01');
});
