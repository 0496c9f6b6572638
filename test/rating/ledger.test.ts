import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  rateCalls,
  UsageLedger,
  type CallRule,
  type LedgerOptions,
  type LedgerRecord,
} from '../../src/rating/index.js';

const rule: CallRule = { steps: { initialSeconds: '60', incrementSeconds: '6' }, wrapUpSeconds: '0.5' };
const september = { start: '2026-09-01', end: '2026-10-01' };
const options: LedgerOptions = {
  period: september,
  timeZone: 'America/New_York',
  charges: [{ id: 'operator', calls: rule }, { id: 'text' }],
};
const at = (instant: string): number => Date.parse(instant);
const recordOf = (own: Partial<LedgerRecord> = {}): LedgerRecord => ({
  start: at('2026-09-02T12:00:00Z'),
  measured: 61_000,
  charge: 'operator',
  product: 'answering',
  line: '555-0100',
  ...own,
});

describe('a usage ledger', () => {
  test('bills each record by the rule of its charge, and counts where there is none', () => {
    const ledger = UsageLedger.fromRecords(options, [
      recordOf(),
      recordOf({ measured: 1 }),
      recordOf({ charge: 'text' }),
    ]);
    expect(ledger.total('operator')).toEqual({ quantity: '127', records: 2 });
    expect(ledger.total('text')).toEqual({ quantity: '1', records: 1 });
  });

  test('puts a call over midnight on the day that it started on, in the account’s zone', () => {
    const ledger = UsageLedger.fromRecords(options, [recordOf({ start: at('2026-09-03T03:59:59Z') })]);
    expect(ledger.totalsBy('day')).toEqual([{ key: '2026-09-02', charge: 'operator', quantity: '66.5', records: 1 }]);
  });

  test('has totals by product and line', () => {
    const ledger = UsageLedger.fromRecords(options, [recordOf(), recordOf({ product: 'voicemail', line: '555-0199' })]);
    expect(ledger.totalsBy('product').map(({ key }) => key)).toEqual(['answering', 'voicemail']);
    expect(ledger.totalsBy('line').map(({ key, quantity }) => [key, quantity])).toEqual([
      ['555-0100', '66.5'],
      ['555-0199', '66.5'],
    ]);
  });

  test('gives the usage of every day of the period', () => {
    const days = UsageLedger.fromRecords(options, [recordOf()]).usageDays();
    expect(days).toHaveLength(30);
    expect(days.slice(0, 2).map((day) => day.quantities)).toEqual([
      { operator: '0', text: '0' },
      { operator: '66.5', text: '0' },
    ]);
  });

  test('keeps a record that is not billed without charging it', () => {
    const ledger = UsageLedger.fromRecords(options, [recordOf({ notBilled: 'robocall' })]);
    expect([ledger.size, ledger.total('operator').records]).toEqual([1, 0]);
  });

  test('finds a record by its id, and refuses the same id twice', () => {
    const ledger = new UsageLedger(options);
    const row = ledger.append(recordOf({ id: 'call-1' }));
    expect(ledger.rowOf('call-1')).toBe(row);
    expect(() => ledger.append(recordOf({ id: 'call-1' }))).toThrow(expect.objectContaining({ code: 'duplicate-key' }));
    ledger.remove(row);
    expect(ledger.rowOf('call-1')).toBeUndefined();
    expect(() => ledger.remove(row)).toThrow(expect.objectContaining({ code: 'malformed-input', field: 'row' }));
  });

  test.each<[string, Partial<LedgerRecord>, string, string]>([
    ['of another month', { start: at('2026-09-01T03:59:59Z') }, 'outside-period', 'record.start'],
    ['of another charge', { charge: 'fax' }, 'unknown-charge', 'record.charge'],
    ['of a part of a millisecond', { measured: 0.5 }, 'amount-out-of-range', 'record.measured'],
    ['without a start', { start: NaN }, 'outside-period', 'record.start'],
  ])('refuses a record %s and is as before', (_, own, code, field) => {
    const ledger = UsageLedger.fromRecords(options, [recordOf()]);
    expect(() => ledger.append(recordOf(own))).toThrow(expect.objectContaining({ code, field }));
    expect(() => ledger.correct(0, recordOf(own))).toThrow(expect.objectContaining({ code }));
    expect(ledger.total('operator')).toEqual({ quantity: '66.5', records: 1 });
  });

  test('refuses free calls that are limited per month: they depend on the order', () => {
    const free = { limit: 'up-to', seconds: '30', perMonth: 2 } as const;
    const charges = [{ id: 'operator', calls: { free } }];
    expect(() => new UsageLedger({ ...options, charges })).toThrow(
      expect.objectContaining({ field: 'charges[0].calls.free.perMonth' }),
    );
  });
});

describe('any month of records', () => {
  const names = {
    product: fc.constantFrom('answering', 'voicemail', 'chat'),
    line: fc.constantFrom('1', '2', '3', '4', '5', '6'),
  };
  const record = fc
    .record({
      start: fc.integer({ min: at('2026-09-01T04:00:00Z'), max: at('2026-10-01T03:59:59Z') }),
      measured: fc.nat(400_000),
      charge: fc.constantFrom('operator', 'text'),
      ...names,
      notBilled: fc.option(fc.constantFrom('robocall', 'dead-air'), { nil: undefined, freq: 5 }),
    })
    .map(({ notBilled, ...own }): LedgerRecord => ({ ...own, ...(notBilled && { notBilled }) }));
  const facts = (ledger: UsageLedger): unknown => [
    ledger.size,
    ledger.usageDays(),
    ...(['day', 'product', 'line'] as const).map((by) =>
      [...ledger.totalsBy(by)].sort((a, b) => (a.key + a.charge < b.key + b.charge ? -1 : 1)),
    ),
  ];
  const change = fc.record({ at: fc.nat(), to: fc.option(record) });

  test('is the same after any corrections and removals as a new ledger of what is left', () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 30 }),
        fc.array(change, { maxLength: 30 }),
        (records, changes) => {
          const ledger = UsageLedger.fromRecords(options, records);
          const left = new Map(records.map((each, row) => [row, each]));
          for (const { at: pick, to } of changes) {
            const row = pick % records.length;
            if (!left.has(row)) continue;
            if (to === null) ledger.remove(row);
            else ledger.correct(row, to);
            if (to === null) left.delete(row);
            else left.set(row, to);
          }
          expect(facts(ledger)).toEqual(facts(UsageLedger.fromRecords(options, [...left.values()].reverse())));
        },
      ),
    );
  });

  test('bills what each call alone is billed, by any rule', () => {
    const seconds = (max: number): fc.Arbitrary<string> =>
      fc.nat(max).map((ms) => `${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}`);
    const mode = fc.constantFrom('half-up', 'half-even', 'half-down', 'up', 'down', 'ceil', 'floor');
    const rules = fc.record(
      {
        free: fc.record({ limit: fc.constantFrom('up-to', 'below'), seconds: seconds(20_000) }),
        durationRounding: fc.record({ mode, scale: fc.nat(4) }),
        steps: fc.record({
          initialSeconds: seconds(90_000),
          incrementSeconds: seconds(60_000).map((text) => (Number(text) === 0 ? '1' : text)),
        }),
        wrapUpSeconds: seconds(9000),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<CallRule>;
    const lengths = fc.array(
      fc.oneof(
        fc.nat(300_000),
        fc.nat(300).map((n) => n * 500),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(rules, lengths, (calls, measured) => {
        const tariff = {
          currency: 'USD',
          exponent: 2,
          rule: calls,
          ratePerMinute: '1',
          rounding: { mode: 'half-up', at: 'line' },
        } as const;
        const rated = rateCalls(
          measured.map((ms) => ({
            clocks: { recording: `${Math.floor(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}` },
          })),
          tariff,
        );
        const records = measured.map((ms) => recordOf({ measured: ms }));
        const own = UsageLedger.fromRecords(
          { ...options, timeZone: 'UTC', charges: [{ id: 'operator', calls }] },
          records,
        );
        const other = UsageLedger.fromRecords(options, records);
        expect(Number(own.total('operator').quantity)).toBe(Number(rated.billedSeconds));
        expect(other.billedUnder('operator', calls)).toBe(own.total('operator').quantity);
      }),
      { numRuns: 100 },
    );
  });

  test('bills as exactly where many of the longest calls begin many steps', () => {
    const records = Array.from({ length: 5000 }, () => recordOf({ measured: 2 ** 31 - 1 }));
    const ledger = UsageLedger.fromRecords(options, records);
    const under = (incrementSeconds: string): string =>
      ledger.billedUnder('operator', { steps: { initialSeconds: '0', incrementSeconds } });
    expect(under('1')).toBe(String(5000 * 2_147_484));
    expect(under('1.001')).toBe(String(5000 * 2_147_484.339));
    expect(under('0.001')).toBe(String(5000 * 2_147_483.647));
  });

  test('is the same from columns as from records', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 30 }), (records) => {
        const [products, lines, reasons] = [
          ['answering', 'voicemail', 'chat'],
          ['1', '2', '3', '4', '5', '6'],
          ['robocall', 'dead-air'],
        ];
        const whole = records.map((each) => ({ ...each, start: Math.floor(each.start / 1000) * 1000 }));
        const columns = {
          start: whole.map((each) => each.start / 1000),
          measured: Uint32Array.from(whole, (each) => each.measured),
          charge: Uint8Array.from(whole, (each) => ['operator', 'text'].indexOf(each.charge)),
          product: Uint8Array.from(whole, (each) => products.indexOf(each.product)),
          line: Uint8Array.from(whole, (each) => lines.indexOf(each.line)),
          notBilled: Uint8Array.from(whole, (each) => (each.notBilled ? reasons.indexOf(each.notBilled) + 1 : 0)),
          ...{ products, lines, reasons },
        };
        expect(facts(UsageLedger.fromColumns(options, columns))).toEqual(
          facts(UsageLedger.fromRecords(options, whole)),
        );
      }),
    );
  });
});
