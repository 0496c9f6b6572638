import { describe, expect, test } from 'vitest';
import {
  rateCalls,
  UsageLedger,
  type CallRule,
  type LedgerOptions,
  type LedgerRecord,
} from '../../src/rating/index.js';
import { thrownBy } from './thrown.js';

const options: LedgerOptions = {
  period: { start: '2026-09-02', end: '2026-09-03' },
  timeZone: 'UTC',
  charges: [{ id: 'operator' }],
};
const recordOf = (measured: number, own: Partial<LedgerRecord> = {}): LedgerRecord => ({
  start: Date.parse('2026-09-02T12:00:00Z'),
  measured,
  charge: 'operator',
  product: 'answering',
  line: '1',
  ...own,
});
const mode = (name: NonNullable<CallRule['durationRounding']>['mode'], scale = 0): CallRule => ({
  durationRounding: { mode: name, scale },
});
const steps = (initialSeconds: string, incrementSeconds: string): CallRule => ({
  steps: { initialSeconds, incrementSeconds },
});

describe('a call bills the same as a record, in another rule’s total, and by itself', () => {
  test.each<[string, CallRule, [number, string][]]>([
    [
      'as it is',
      {},
      [
        [1, '0.001'],
        [61_234, '61.234'],
        [2 ** 31 - 1, '2147483.647'],
      ],
    ],
    ['in thousandths, which change nothing', mode('up', 3), [[1, '0.001']]],
    ['in finer parts, which change nothing', mode('up', 5), [[1, '0.001']]],
    [
      'half up',
      mode('half-up'),
      [
        [499, '0'],
        [500, '1'],
        [1499, '1'],
        [1500, '2'],
        [2500, '3'],
      ],
    ],
    [
      'half up to tenths',
      mode('half-up', 1),
      [
        [149, '0.1'],
        [150, '0.2'],
      ],
    ],
    [
      'half down',
      mode('half-down'),
      [
        [500, '0'],
        [501, '1'],
        [1500, '1'],
        [1501, '2'],
      ],
    ],
    [
      'half to even',
      mode('half-even'),
      [
        [500, '0'],
        [501, '1'],
        [1499, '1'],
        [1500, '2'],
        [2500, '2'],
        [2501, '3'],
        [3500, '4'],
      ],
    ],
    [
      'up',
      mode('up'),
      [
        [1, '1'],
        [1000, '1'],
        [1001, '2'],
      ],
    ],
    [
      'to the ceiling',
      mode('ceil'),
      [
        [1, '1'],
        [1000, '1'],
        [1001, '2'],
      ],
    ],
    [
      'down',
      mode('down'),
      [
        [999, '0'],
        [1000, '1'],
        [1999, '1'],
      ],
    ],
    [
      'to the floor',
      mode('floor'),
      [
        [999, '0'],
        [1000, '1'],
        [1999, '1'],
      ],
    ],
    [
      'in steps of 6 after 60',
      steps('60', '6'),
      [
        [0, '0'],
        [1, '60'],
        [60_000, '60'],
        [60_001, '66'],
        [66_000, '66'],
        [66_001, '72'],
      ],
    ],
    [
      'in steps of a second',
      steps('0', '1'),
      [
        [1, '1'],
        [1000, '1'],
        [1001, '2'],
      ],
    ],
    [
      'in steps of half a second',
      steps('0', '0.5'),
      [
        [1, '0.5'],
        [500, '0.5'],
        [501, '1'],
      ],
    ],
    [
      'in steps of a third of a second or so',
      steps('1', '0.333'),
      [
        [1000, '1'],
        [1001, '1.333'],
        [1333, '1.333'],
        [1334, '1.666'],
      ],
    ],
    [
      'with a wrap-up',
      { ...steps('60', '6'), wrapUpSeconds: '15' },
      [
        [0, '0'],
        [1, '75'],
        [60_001, '81'],
      ],
    ],
    [
      'with a wrap-up, but none for what rounds to nothing',
      { ...mode('down'), wrapUpSeconds: '15' },
      [
        [999, '0'],
        [1000, '16'],
      ],
    ],
    [
      'unless it is short',
      { free: { limit: 'up-to', seconds: '5' } },
      [
        [5000, '0'],
        [5001, '5.001'],
      ],
    ],
    [
      'unless it is shorter',
      { free: { limit: 'below', seconds: '5' } },
      [
        [4999, '0'],
        [5000, '5'],
      ],
    ],
    [
      'unless it is of a thousandth',
      { ...steps('0', '1'), free: { limit: 'up-to', seconds: '0.001' } },
      [
        [1, '0'],
        [2, '1'],
      ],
    ],
    [
      'unless it is of a thousandth and a half',
      { free: { limit: 'up-to', seconds: '0.0015' } },
      [
        [1, '0'],
        [2, '0.002'],
      ],
    ],
    [
      'unless it is below a thousandth and a half',
      { free: { limit: 'below', seconds: '0.0015' } },
      [
        [1, '0'],
        [2, '0.002'],
      ],
    ],
    ['never, where the longest is free', { free: { limit: 'below', seconds: '99999999999' } }, [[2 ** 31 - 1, '0']]],
  ])('%s', (_, rule, lengths) => {
    for (const [measured, seconds] of lengths) {
      const own = UsageLedger.fromRecords({ ...options, charges: [{ id: 'operator', calls: rule }] }, [
        recordOf(measured),
      ]);
      expect([measured, own.total('operator').quantity]).toEqual([measured, seconds]);
      expect([measured, UsageLedger.fromRecords(options, [recordOf(measured)]).billedUnder('operator', rule)]).toEqual([
        measured,
        seconds,
      ]);
      const tariff = {
        currency: 'USD',
        exponent: 2,
        rule,
        ratePerMinute: '1',
        rounding: { mode: 'half-up', at: 'line' },
      } as const;
      const call = {
        clocks: { recording: `${Math.floor(measured / 1000)}.${String(measured % 1000).padStart(3, '0')}` },
      };
      expect([measured, rateCalls([call], tariff).billedSeconds]).toEqual([measured, seconds]);
    }
  });
});

test('a length is a whole number of milliseconds, zero or more and below 2^31', () => {
  const ledger = new UsageLedger(options);
  for (const measured of [-1, 0.5, NaN, 2 ** 31])
    expect(thrownBy(() => ledger.append(recordOf(measured)))).toEqual(['amount-out-of-range', 'record.measured']);
});

describe('another rule’s total', () => {
  test.each([
    ['steps of seconds', steps('60', '6'), 66],
    ['steps of less', steps('60', '0.5'), 61],
  ])('is that of the charge’s own calls which are billed, over many blocks of rows, in %s', (_, rule, each) => {
    const charges = [{ id: 'operator' }, { id: 'text' }];
    const records = Array.from({ length: 4200 }, (_each, row) =>
      recordOf(61_000, {
        charge: row % 2 === 0 ? 'operator' : 'text',
        ...(row % 3 === 0 && { measured: 0 }),
        ...(row % 5 === 0 && { notBilled: 'robocall' }),
      }),
    );
    const ledger = UsageLedger.fromRecords({ ...options, charges }, records);
    const billed = records.filter((record) => record.charge === 'operator' && record.measured > 0 && !record.notBilled);
    expect(ledger.billedUnder('operator', rule)).toBe(String(billed.length * each));
    ledger.remove(2);
    expect(ledger.billedUnder('operator', rule)).toBe(String((billed.length - 1) * each));
    ledger.correct(4, recordOf(61_000, { notBilled: 'test' }));
    expect(ledger.billedUnder('operator', rule)).toBe(String((billed.length - 2) * each));
  });

  test('is refused for a rule or a charge that the ledger cannot bill', () => {
    const ledger = new UsageLedger(options);
    expect(thrownBy(() => ledger.billedUnder('fax', {}))).toEqual(['unknown-charge', 'charge']);
    expect(thrownBy(() => ledger.billedUnder('operator', { wrapUpSeconds: '-1' }))).toEqual([
      'negative-quantity',
      'rule.wrapUpSeconds',
    ]);
    expect(thrownBy(() => ledger.total('fax'))).toEqual(['unknown-charge', 'charge']);
  });
});
