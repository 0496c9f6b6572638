import { describe, expect, test } from 'vitest';
import { prorateAmount, type ProrateInput, type ProrationPolicy } from '../../src/rating/index.js';
import { checkDerivation } from '../../src/rating/derivation.js';
import { thrownBy } from './thrown.js';

const BY_RATE: ProrationPolicy = { basis: 'calendar-days', round: { step: 'daily-rate', scale: 2 }, cap: 'full-price' };
const BY_RESULT: ProrationPolicy = { ...BY_RATE, round: { step: 'result' } };
const SEPTEMBER = { start: '2026-09-01', end: '2026-10-01' };
const FROM_11TH = { start: '2026-09-11', end: '2026-10-01' };

const of = (own: Partial<ProrateInput>): ProrateInput => ({
  amount: '139.00',
  currency: 'USD',
  full: SEPTEMBER,
  service: FROM_11TH,
  policy: BY_RATE,
  rounding: { mode: 'half-up', scale: 2 },
  ...own,
});
const total = (own: Partial<ProrateInput>): string => prorateAmount(of(own)).total;

describe('what is rounded', () => {
  test('the daily rate first: 4.63 × 20 = 92.60', () => expect(total({})).toBe('92.6'));
  test('only the result: 139.00 × 20 ÷ 30 = 92.67', () => expect(total({ policy: BY_RESULT })).toBe('92.67'));
  test('the factor, to its own digits and by its own mode', () => {
    const policy: ProrationPolicy = { ...BY_RATE, round: { step: 'factor', scale: 2, mode: 'down' } };
    expect(prorateAmount(of({ policy }))).toMatchObject({
      factor: '0.66',
      total: '91.74',
      serviceDays: '20',
      fullDays: '30',
    });
  });
  test('the result, to digits of its own before those of the line', () => {
    expect(total({ policy: { ...BY_RATE, round: { step: 'result', scale: 1 } } })).toBe('92.7');
  });
});

describe('how much of the period', () => {
  test('a whole period is the whole price, never a sum of rounded days', () =>
    expect(total({ service: SEPTEMBER })).toBe('139'));
  test('no days are nothing', () => expect(total({ service: { start: '2026-10-01', end: '2026-10-01' } })).toBe('0'));
  test('a basis of none charges a part like the whole', () =>
    expect(total({ policy: { ...BY_RATE, basis: 'none' } })).toBe('139'));
  test('a part that runs past the period is the whole price, or more where nothing caps it', () => {
    const dates = { amount: '100', full: SEPTEMBER, service: { start: '2026-09-01', end: '2026-10-16' } };
    expect(prorateAmount(of(dates))).toMatchObject({ factor: '1', total: '100', serviceDays: '45' });
    const policy: ProrationPolicy = { ...BY_RESULT, cap: 'none' };
    expect(prorateAmount(of({ ...dates, policy }))).toMatchObject({ factor: '1.5', total: '150' });
  });
  test('and so by seconds', () => {
    const full = { start: '2026-09-01T00:00:00Z', end: '2026-10-01T00:00:00Z' };
    const service = { start: full.start, end: '2026-10-16T00:00:00Z' };
    const by = (cap: ProrationPolicy['cap']): ProrationPolicy => ({ ...BY_RESULT, basis: 'seconds', cap });
    expect(total({ amount: '100', full, service, policy: by('full-price') })).toBe('100');
    expect(total({ amount: '100', full, service, policy: by('none') })).toBe('150');
  });
  test('numbers of days are taken as they are given', () => {
    const policy: ProrationPolicy = { ...BY_RESULT, basis: 'given-days' };
    expect(total({ amount: '100', policy, serviceDays: '16', fullDays: '31' })).toBe('51.61');
  });
  test('one boundary day is charged, or both, or neither', () => {
    const service = { start: '2026-09-11', end: '2026-09-30' };
    expect(prorateAmount(of({ service })).serviceDays).toBe('19');
    expect(prorateAmount(of({ service, policy: { ...BY_RATE, boundaryDays: 'both' } })).serviceDays).toBe('20');
    expect(prorateAmount(of({ service, policy: { ...BY_RATE, boundaryDays: 'neither' } })).serviceDays).toBe('18');
  });
  test('months of 30 days make May and June alike', () => {
    const policy: ProrationPolicy = {
      basis: 'fixed-days',
      monthDays: 30,
      round: { step: 'factor', scale: 9 },
      cap: 'full-price',
    };
    const may = {
      full: { start: '2023-05-15', end: '2023-06-15' },
      service: { start: '2023-05-23', end: '2023-06-15' },
    };
    const june = {
      full: { start: '2023-06-15', end: '2023-07-15' },
      service: { start: '2023-06-23', end: '2023-07-15' },
    };
    for (const dates of [may, june])
      expect(prorateAmount(of({ ...dates, amount: '100', policy }))).toMatchObject({
        factor: '0.733333333',
        total: '73.33',
      });
  });
  test('by seconds, November of New York has 721 hours', () => {
    const full = { start: '2024-11-01T00:00:00-04:00', end: '2024-12-01T00:00:00-05:00' };
    const service = { start: '2024-11-16T00:00:00-05:00', end: full.end };
    const rated = prorateAmount(of({ amount: '721', full, service, policy: { ...BY_RESULT, basis: 'seconds' } }));
    expect(rated).toMatchObject({ total: '360', fullSeconds: String(721 * 3600), serviceSeconds: String(360 * 3600) });
  });
});

describe('the cap', () => {
  const dear = {
    amount: '2.99',
    full: { start: '2024-01-01', end: '2024-02-01' },
    service: { start: '2024-01-02', end: '2024-02-01' },
  };
  test('30 of 31 days at a rate rounded up cost no more than the month', () => expect(total(dear)).toBe('2.99'));
  test('can be lifted', () => expect(total({ ...dear, policy: { ...BY_RATE, cap: 'none' } })).toBe('3'));
  test('holds for amounts below zero too', () => expect(total({ ...dear, amount: '-2.99' })).toBe('-2.99'));
});

describe('a credit', () => {
  const lago: Partial<ProrateInput> = {
    amount: '50',
    full: { start: '2023-02-08', end: '2023-03-08' },
    service: { start: '2023-02-09', end: '2023-03-08' },
    taxRate: '20',
    policy: BY_RESULT,
  };
  test('has its tax on the rounded net amount', () => {
    expect(prorateAmount(of({ ...lago, direction: 'credit' }))).toMatchObject({
      total: '-48.21',
      tax: '-9.64',
      gross: '-57.85',
    });
  });
  test.each(['half-up', 'half-even', 'half-down', 'up', 'down', 'ceil', 'floor'] as const)(
    'is the exact opposite of its charge when rounded %s',
    (mode) => {
      const rounding = { mode, scale: 2 };
      const [charge, credit] = [
        prorateAmount(of({ ...lago, rounding })),
        prorateAmount(of({ ...lago, rounding, direction: 'credit' })),
      ];
      expect([credit.total, credit.tax, credit.gross]).toEqual(
        [charge.total, charge.tax, charge.gross].map((text) => `-${text}`),
      );
      expect(Object.values(credit.derivations).flatMap((tree) => checkDerivation(tree))).toEqual([]);
    },
  );
});

describe('bad input is refused by name', () => {
  test('case 54: a period that is empty or ends before it starts gets no amount, and no days cost nothing', () => {
    const [day, before] = ['2026-09-11', '2026-09-10'];
    const refused = (own: Partial<ProrateInput>): unknown => thrownBy(() => prorateAmount(of(own)));
    expect(refused({ full: { start: day, end: day } })).toEqual(['period-empty', 'full']);
    expect(refused({ full: { start: day, end: before } })).toEqual(['period-reversed', 'full']);
    expect(refused({ service: { start: day, end: before } })).toEqual(['period-reversed', 'charged']);
    expect(total({ service: { start: day, end: day } })).toBe('0');
  });

  test.each([
    ['outside-period', 'charged', { service: { start: '2026-08-31', end: '2026-09-10' } }],
    ['outside-period', 'charged', { service: { start: '2026-10-01', end: '2026-10-02' } }],
    ['period-reversed', 'charged', { service: { start: '2026-09-20', end: '2026-09-10' } }],
    ['period-empty', 'full', { full: { start: '2026-09-01', end: '2026-09-01' } }],
    ['malformed-date', 'charged.end', { service: { start: '2026-09-11', end: '2026-09-31' } }],
    ['missing-policy', 'policy.monthDays', { policy: { ...BY_RATE, basis: 'fixed-days' } }],
    ['unknown-policy', 'policy.round.scale', { policy: { ...BY_RATE, round: { step: 'factor', scale: 1.5 } } }],
    ['missing-policy', 'service', { service: undefined }],
    ['malformed-number', 'amount', { amount: '1,39' }],
    ['percentage-out-of-range', 'taxRate', { taxRate: '-1' }],
    ['malformed-date', 'full.start', { policy: { ...BY_RATE, basis: 'seconds' } }],
  ] as [string, string, Partial<ProrateInput>][])('%s: %s', (code, field, own) => {
    expect(thrownBy(() => prorateAmount(of(own)))).toEqual([code, field]);
  });
});
