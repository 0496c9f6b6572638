import { describe, expect, test } from 'vitest';
import { UsageLedger, type LedgerColumnsInput, type LedgerOptions, type LedgerRecord } from '../../src/rating/index.js';
import { Names } from '../../src/rating/names.js';
import { thrownBy } from './thrown.js';

const options: LedgerOptions = {
  period: { start: '2026-09-01', end: '2026-10-01' },
  timeZone: 'UTC',
  charges: [{ id: 'operator', calls: {} }, { id: 'text' }],
};
const noon = Date.parse('2026-09-02T12:00:00Z');
const record = (own: Partial<LedgerRecord> = {}): LedgerRecord => ({
  start: noon,
  measured: 61_000,
  charge: 'operator',
  product: 'answering',
  line: '1',
  ...own,
});
const columns = (own: Partial<LedgerColumnsInput> = {}): LedgerColumnsInput => ({
  start: [noon / 1000, noon / 1000 + 86_400],
  measured: [61_000, 0],
  charge: [0, 1],
  product: [0, 1],
  products: ['answering', 'chat'],
  line: [1, 0],
  lines: ['1', '2'],
  notBilled: [0, 1],
  reasons: ['robocall'],
  ...own,
});
const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `n${index}`);

describe('columns', () => {
  test('are read by their indexes', () => {
    const ledger = UsageLedger.fromColumns(options, columns({ notBilled: [0, 0] }));
    expect(ledger.totalsBy('product')).toEqual([
      { key: 'answering', charge: 'operator', quantity: '61', records: 1 },
      { key: 'chat', charge: 'text', quantity: '1', records: 1 },
    ]);
    expect(ledger.totalsBy('line')).toEqual([
      { key: '1', charge: 'text', quantity: '1', records: 1 },
      { key: '2', charge: 'operator', quantity: '61', records: 1 },
    ]);
    expect(ledger.totalsBy('day').map(({ key, charge }) => [key, charge])).toEqual([
      ['2026-09-02', 'operator'],
      ['2026-09-03', 'text'],
    ]);
  });

  test('need no reasons where all are billed', () => {
    const { start, measured, charge, product, products, line, lines } = columns();
    const plain = { start, measured, charge, product, products, line, lines };
    expect(UsageLedger.fromColumns(options, plain).total('text')).toEqual({ quantity: '1', records: 1 });
    expect(UsageLedger.fromColumns(options, columns()).total('text')).toEqual({ quantity: '0', records: 0 });
  });

  test.each<[string, Partial<LedgerColumnsInput>, string, string]>([
    ['a charge', { charge: [0, 2] }, 'unknown-charge', 'columns.charge[1]'],
    ['a charge that is not there', { charge: [0] }, 'unknown-charge', 'columns.charge[1]'],
    ['a product', { product: [2, 0] }, 'malformed-input', 'columns.product[0]'],
    ['a product that is not there', { product: [0] }, 'malformed-input', 'columns.product[1]'],
    ['a line', { line: [0, 2] }, 'malformed-input', 'columns.line[1]'],
    ['a line that is not there', { line: [0] }, 'malformed-input', 'columns.line[1]'],
    ['a reason', { notBilled: [2, 0] }, 'malformed-input', 'columns.notBilled[0]'],
    ['a reason that is not there', { notBilled: [0] }, 'malformed-input', 'columns.notBilled[1]'],
    ['a reason without names', { reasons: [] }, 'malformed-input', 'columns.notBilled[1]'],
    ['a length', { measured: [-1, 0] }, 'amount-out-of-range', 'columns.measured[0]'],
    ['a length that is not there', { measured: [1] }, 'amount-out-of-range', 'columns.measured[1]'],
    ['a start', { start: [noon / 1000, 0] }, 'outside-period', 'columns.start[1]'],
    ['one product too many', { products: many(257) }, 'amount-out-of-range', 'product'],
    ['one reason too many', { reasons: many(255) }, 'amount-out-of-range', 'notBilled'],
    ['a product without a name', { products: ['a', 7 as unknown as string] }, 'malformed-input', 'product'],
  ])('are refused for %s', (_, own, code, field) => {
    expect(thrownBy(() => UsageLedger.fromColumns(options, columns(own)))).toEqual([code, field]);
  });
});

describe('records', () => {
  const append = (own: object): [string, string] =>
    thrownBy(() => new UsageLedger(options).append({ ...record(), ...own }));

  test('are refused by the name of what is wrong', () => {
    expect(thrownBy(() => new UsageLedger(options).append(null as never))).toEqual(['malformed-input', 'record']);
    expect(append({ charge: 'fax' })).toEqual(['unknown-charge', 'record.charge']);
    expect(append({ product: 7 })).toEqual(['malformed-input', 'product']);
    expect(append({ line: undefined })).toEqual(['malformed-input', 'line']);
    expect(append({ notBilled: 7 })).toEqual(['malformed-input', 'notBilled']);
    expect(append({ id: '' })).toEqual(['malformed-input', 'record.id']);
    expect(append({ start: Date.parse('2026-10-01T00:00:00Z') })).toEqual(['outside-period', 'record.start']);
    expect(append({ start: Date.parse('2026-08-31T23:59:59Z') })).toEqual(['outside-period', 'record.start']);
    expect(thrownBy(() => UsageLedger.fromRecords(options, [record(), record({ charge: 'fax' })]))).toEqual([
      'unknown-charge',
      'records[1].charge',
    ]);
  });

  test('are found by the id that they came with, once', () => {
    const ledger = UsageLedger.fromRecords(options, [record({ id: 'a' }), record({ id: 'b' })]);
    expect([ledger.rowOf('a'), ledger.rowOf('b'), ledger.rowOf('c')]).toEqual([0, 1, undefined]);
    expect(thrownBy(() => ledger.append(record({ id: 'b' })))).toEqual(['duplicate-key', 'record.id']);
    ledger.remove(1);
    expect(ledger.rowOf('b')).toBeUndefined();
    expect(ledger.append(record({ id: 'b' }))).toBe(2);
    expect(ledger.rowOf('b')).toBe(2);
  });

  test('are corrected and removed only where they are', () => {
    const ledger = UsageLedger.fromRecords(options, [record()]);
    for (const row of [1, -1, 0.5, 4096]) {
      expect(thrownBy(() => ledger.remove(row))).toEqual(['malformed-input', 'row']);
      expect(thrownBy(() => ledger.correct(row, record()))).toEqual(['malformed-input', 'row']);
    }
    expect(thrownBy(() => ledger.correct(0, record({ charge: 'fax' })))).toEqual(['unknown-charge', 'record.charge']);
    ledger.remove(0);
    expect(thrownBy(() => ledger.remove(0))).toEqual(['malformed-input', 'row']);
    expect([ledger.size, ledger.total('operator').records]).toEqual([0, 0]);
  });

  test('have a usage for every day of the period', () => {
    const days = UsageLedger.fromRecords(options, [
      record({ measured: 1500 }),
      record({ charge: 'text', measured: 0 }),
    ]).usageDays();
    expect(days).toHaveLength(30);
    expect(days[0]).toEqual({ date: '2026-09-01', quantities: { operator: '0', text: '0' } });
    expect(days[1]).toEqual({ date: '2026-09-02', quantities: { operator: '1.5', text: '1' } });
  });

  test('take 20 bytes in blocks of 4096', () => {
    expect(new UsageLedger(options).bytes).toBe(0);
    expect(UsageLedger.fromRecords(options, [record()]).bytes).toBe(4096 * 20);
    expect(
      UsageLedger.fromRecords(
        options,
        Array.from({ length: 4097 }, () => record()),
      ).bytes,
    ).toBe(2 * 4096 * 20);
  });
});

test('names are numbered as they come, up to a limit', () => {
  const names = new Names('line', 2, ['first']);
  expect([names.add('second'), names.add('first'), names.add('second')]).toEqual([1, 0, 1]);
  expect(names.list).toEqual(['first', 'second']);
  expect([names.find('second'), names.find('third')]).toEqual([1, undefined]);
  expect(thrownBy(() => names.add('third'))).toEqual(['amount-out-of-range', 'line']);
  expect(new Names('line', 1).list).toEqual([]);
});
