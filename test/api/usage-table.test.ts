import { describe, expect, test } from 'vitest';
import type { UsageColumns, UsageRecord } from '../../src/api/index.js';
import { columnsOf, joinTables, packRows, pickRows, usageTable, type UsageTable } from '../../src/api/usage-table.js';

const record = (row: number, own: Partial<UsageRecord> = {}): UsageRecord => ({
  id: `rec-${row}`,
  startedAt: `2026-11-01T00:00:${String(row).padStart(2, '0')}Z`,
  kind: row % 2 ? 'ivr' : 'operator',
  line: '+16175550142',
  caller: '+16175550100',
  callerName: '',
  recordedSeconds: row,
  agentSeconds: 4_294_967_295 - row,
  charge: 'operator',
  quantity: '60',
  notBilled: null,
  ...own,
});

const robocall = record(2, { charge: null, quantity: '0', notBilled: 'robocall' });
const records = [record(0), record(1), robocall, record(3)];
const all = (table: UsageTable): UsageRecord[] => Array.from({ length: table.count }, (_, row) => table.record(row));

test('records come out of columns as they went in', () => {
  const table = usageTable(columnsOf(records, 'rec-3'));
  expect(all(table)).toEqual(records);
  expect(table.next).toBe('rec-3');
  expect(() => table.record(4)).toThrow(RangeError);
});

test('numbers are packed as base64 of little-endian 32-bit integers', () => {
  expect(columnsOf(records).recordedSeconds).toBe('AAAAAAEAAAACAAAAAwAAAA==');
});

test('numbers in arrays are read as well', () => {
  const columns = columnsOf(records);
  expect(all(usageTable({ ...columns, recordedSeconds: [0, 1, 2, 3] }))).toEqual(records);
});

test('no records are no rows', () => {
  expect(usageTable(columnsOf([])).count).toBe(0);
});

test('rows are picked, and tables joined', () => {
  const [one, other] = [usageTable(columnsOf(records.slice(0, 2))), usageTable(columnsOf(records.slice(2)))];
  const joined = joinTables(one, other);
  expect(all(joined)).toEqual(records);
  const picked = pickRows(joined, new Uint32Array([3, 0]));
  expect(all(picked)).toEqual([records[3], records[0]]);
  expect(all(usageTable(packRows(picked)))).toEqual([records[3], records[0]]);
});

test('a page of 20,000 records is columns of numbers, without an object a row', () => {
  const page = columnsOf(Array.from({ length: 20_000 }, (_, row) => record(row % 60, { id: `r${row}` })));
  const { count, startedAt, quantity, kind } = usageTable(page);
  expect([startedAt, quantity, kind.index].map((column) => column.constructor)).toEqual(Array(3).fill(Uint32Array));
  expect([count, quantity.length]).toEqual([20_000, 20_000]);
});

describe('columns are refused', () => {
  const good = columnsOf(records);
  test.each<[string, Partial<UsageColumns>, string]>([
    ['with fewer ids', { id: ['rec-0'] }, 'id'],
    ['that are too short', { quantity: [1, 2, 3] }, 'quantity'],
    ['that are too short when unpacked', { startedAt: 'AAAAAA==' }, 'startedAt'],
    ['that are no base64', { agentSeconds: '????' }, 'agentSeconds'],
    ['that end within a number', { agentSeconds: 'AAAA' }, 'agentSeconds'],
    ['with a part of a number', { recordedSeconds: [0, 1.5, 2, 3] }, 'recordedSeconds'],
    ['with a number below zero', { recordedSeconds: [0, -1, 2, 3] }, 'recordedSeconds'],
    ['with a number above 32 bits', { recordedSeconds: [0, 4_294_967_296, 2, 3] }, 'recordedSeconds'],
    ['with an index that has no name', { line: { names: ['a'], index: [0, 0, 1, 0] } }, 'line'],
  ])('%s', (_, own, field) => {
    let thrown: unknown;
    try {
      usageTable({ ...good, ...own });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ kind: 'contract' });
    expect(Object.keys((thrown as { fields: object }).fields)).toEqual([field]);
  });

  test.each([
    ['a moment within a second', { startedAt: '2026-11-01T00:00:00.500Z' }, 'startedAt'],
    ['no moment', { startedAt: 'soon' }, 'startedAt'],
    ['a part of a unit', { quantity: '1.5' }, 'quantity'],
  ])('for %s', (_, own, field) => {
    expect(() => columnsOf([record(0, own)])).toThrow(field);
  });
});
