import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkDerivation,
  moneyText,
  rateCalls,
  type CallRecord,
  type CallRule,
  type CallTariff,
} from '../../src/rating/index.js';

const tariffOf = (own: Partial<CallTariff> = {}): CallTariff => ({
  currency: 'USD',
  exponent: 2,
  rule: {},
  ratePerMinute: '1.29',
  rounding: { mode: 'half-up', at: 'line' },
  ...own,
});
const steps = (initialSeconds: string, incrementSeconds: string): CallRule => ({
  steps: { initialSeconds, incrementSeconds },
});
const callsOf = (...lengths: string[]): CallRecord[] => lengths.map((recording) => ({ clocks: { recording } }));
const billed = (rule: CallRule, ...lengths: string[]): string[] =>
  rateCalls(callsOf(...lengths), tariffOf({ rule })).calls.map((call) => call.billedSeconds);
const total = (calls: readonly CallRecord[], own: Partial<CallTariff>): string =>
  moneyText(rateCalls(calls, tariffOf(own)).total);

describe('the billed seconds of a call', () => {
  test.each<[string, CallRule, string[], string[]]>([
    ['are the measured ones without a rule', {}, ['20', '9.2'], ['20', '9.2']],
    ['come in whole steps', steps('0', '6'), ['1', '6', '6.001'], ['6', '6', '12']],
    ['have an initial part of 20 seconds', steps('20', '1'), ['1', '20', '21'], ['20', '20', '21']],
    [
      'have steps that count from the initial part',
      steps('90', '60'),
      ['90', '91', '150', '151'],
      ['90', '150', '150', '210'],
    ],
    ['come by the half minute and then by 6 seconds', steps('30', '6'), ['30', '31', '37'], ['30', '36', '42']],
    ['come by the minute', steps('60', '60'), ['20', '60', '61'], ['60', '60', '120']],
    [
      'are rounded before steps',
      { durationRounding: { mode: 'half-up', scale: 0 }, ...steps('60', '60') },
      ['60.4', '60.5'],
      ['60', '120'],
    ],
    ['have the wrap-up time added after steps', { ...steps('60', '60'), wrapUpSeconds: '15' }, ['61'], ['135']],
    ['are none without a duration', { ...steps('60', '60'), wrapUpSeconds: '60' }, ['0'], ['0']],
    [
      'are none up to the free limit',
      { ...steps('60', '60'), free: { limit: 'up-to', seconds: '30' } },
      ['30', '31'],
      ['0', '60'],
    ],
    [
      'are none below the free limit',
      { ...steps('60', '60'), free: { limit: 'below', seconds: '30' } },
      ['29.9', '30'],
      ['0', '60'],
    ],
    [
      'look at the measured length for the limit',
      { durationRounding: { mode: 'up', scale: 0 }, free: { limit: 'below', seconds: '10' } },
      ['9.2'],
      ['0'],
    ],
    [
      'are none for so many short calls a month',
      { ...steps('60', '60'), free: { limit: 'up-to', seconds: '30', perMonth: 2 } },
      ['20', '30', '25', '31'],
      ['0', '0', '60', '60'],
    ],
  ])('%s', (_, rule, lengths, expected) => {
    expect(billed(rule, ...lengths)).toEqual(expected);
  });

  test('are those of the longest clock', () => {
    const [call] = rateCalls([{ clocks: { recording: '240', script: '180', patched: '241' } }], tariffOf()).calls;
    expect(call?.billedSeconds).toBe('241');
    expect(call?.derivation).toMatchObject({ value: '241', label: 'billed' });
  });

  test('are none for a call with a reason not to bill it', () => {
    const [call] = rateCalls([{ clocks: { recording: '240' }, notBilled: 'robocall' }], tariffOf()).calls;
    expect(call).toMatchObject({ billedSeconds: '0', charge: '0', notBilled: 'robocall' });
  });
});

describe('the price of calls', () => {
  test('rounds each call before adding: three calls of 20 seconds are 3 minutes', () => {
    expect(total(callsOf('20', '20', '20'), { rule: steps('60', '60') })).toBe('3.87');
  });

  test('has the connection fee once for each billed call', () => {
    const own = { rule: steps('60', '60'), ratePerMinute: '0.10', connectionFee: '0.02' };
    expect(total(callsOf('30', '90', '0'), own)).toBe('0.34');
  });

  test('begins beyond the included minutes', () => {
    const own = { rule: steps('60', '60'), baseFee: '1050', includedMinutes: '500', ratePerMinute: '2.05' };
    const rated = rateCalls(callsOf('30060'), tariffOf(own));
    expect(rated.overageMinutes).toBe('1');
    expect(moneyText(rated.total)).toBe('1052.05');
  });

  test('has the included minutes for nothing up to the last second', () => {
    expect(total(callsOf('6000'), { includedMinutes: '100' })).toBe('0.00');
    expect(total(callsOf('6001'), { includedMinutes: '100' })).toBe('0.02');
    expect(total(callsOf('6001'), { includedMinutes: '100', overageRounding: 'up' })).toBe('1.29');
  });

  test('has other kinds of minutes at their own rates outside the included ones', () => {
    const calls = [...callsOf('6000'), { clocks: { recording: '90' }, kind: 'automated' }];
    const rated = rateCalls(calls, tariffOf({ includedMinutes: '100', kinds: { automated: '0.15' } }));
    expect(rated.lines.map(({ item, quantity, amount }) => [item, quantity, amount])).toEqual([
      ['automated', '1.5', '0.23'],
    ]);
  });

  test('is rounded call by call, by line or once', () => {
    const calls = callsOf('1', '1', '1');
    expect(total(calls, { ratePerMinute: '0.30' })).toBe('0.02');
    expect(total(calls, { ratePerMinute: '0.30', perCallRounding: { mode: 'half-up', scale: 2 } })).toBe('0.03');
    const split = {
      ratePerMinute: '0.09',
      connectionFee: '0.0015',
      rounding: { mode: 'half-up', at: 'charge' },
    } as const;
    expect(rateCalls(calls, tariffOf(split))).toMatchObject({ precise: '0.009', total: { amount: '1' } });
    expect(total(calls, { ...split, rounding: { mode: 'half-up', at: 'line' } })).toBe('0.00');
  });

  test('uses the included minutes up call by call where each call is rounded', () => {
    const own = {
      includedMinutes: '2',
      ratePerMinute: '1.005',
      perCallRounding: { mode: 'half-up', scale: 2 },
    } as const;
    expect(rateCalls(callsOf('60', '90', '60'), tariffOf(own)).calls.map((call) => call.charge)).toEqual([
      '0',
      '0.5',
      '1.01',
    ]);
  });

  test.each<[string, CallRecord[], Partial<CallTariff>, string, string]>([
    ['a kind without a rate', [{ clocks: { recording: '1' }, kind: 'fax' }], {}, 'unknown-charge', 'tariff.kinds.fax'],
    ['a call without a clock', [{ clocks: {} }], {}, 'malformed-input', 'calls[0].clocks'],
    ['a negative length', callsOf('-1'), {}, 'negative-quantity', 'calls[0].clocks.recording'],
    ['steps of nothing', [], { rule: steps('60', '0') }, 'negative-quantity', 'tariff.rule.steps.incrementSeconds'],
    [
      'two roundings of the overage',
      [],
      { overageRounding: 'up', perCallRounding: { mode: 'up', scale: 2 } },
      'unknown-policy',
      'tariff.overageRounding',
    ],
  ])('is refused for %s', (_, calls, own, code, field) => {
    expect(() => rateCalls(calls, tariffOf(own))).toThrow(expect.objectContaining({ code, field }));
  });
});

describe('any list of calls', () => {
  const tenths = (max: number): fc.Arbitrary<string> => fc.nat(max).map((n) => `${Math.floor(n / 10)}.${n % 10}`);
  const call = fc.record({
    clocks: fc.record({ recording: tenths(4000), script: tenths(4000) }),
    kind: fc.constantFrom(undefined, 'automated'),
  });
  const list = fc.array(
    call.map(({ clocks, kind }): CallRecord => ({ clocks, ...(kind && { kind }) })),
    { maxLength: 12 },
  );
  const rule = fc.record({
    initialSeconds: tenths(900),
    incrementSeconds: fc.integer({ min: 1, max: 60 }).map(String),
  });
  const tariff = fc.record({ rule, wrapUpSeconds: tenths(300), includedMinutes: tenths(200), each: fc.boolean() });

  test('costs the same in any order, and explains every amount', () => {
    fc.assert(
      fc.property(list, tariff, fc.nat(), (calls, own, seed) => {
        const rated = tariffOf({
          rule: { steps: own.rule, wrapUpSeconds: own.wrapUpSeconds },
          kinds: { automated: '0.15' },
          connectionFee: '0.035',
          ...(own.each
            ? { perCallRounding: { mode: 'half-even', scale: 2 } }
            : { includedMinutes: own.includedMinutes }),
        });
        const result = rateCalls(calls, rated);
        const shuffled = calls
          .map((each, index) => ({ each, rank: ((index + 1) * (seed + 7)) % 13 }))
          .sort((a, b) => a.rank - b.rank);
        expect(
          rateCalls(
            shuffled.map(({ each }) => each),
            rated,
          ).total,
        ).toEqual(result.total);
        expect(checkDerivation(result.derivation)).toEqual([]);
        for (const { derivation, amount } of result.lines) {
          expect(checkDerivation(derivation)).toEqual([]);
          expect(derivation.value).toBe(amount);
        }
      }),
    );
  });
});
