import { describe, expect, test } from 'vitest';
import {
  checkCharge,
  checkDerivation,
  fromMoney,
  moneyText,
  rateProgressive,
  type ProgressiveInput,
} from '../../src/rating/index.js';
import { failure } from './charges.js';

const usd = { currency: 'USD', exponent: 2 };
const volume = {
  type: 'volume',
  tiers: [
    { upTo: '15', unitAmount: '10' },
    { upTo: null, unitAmount: '5' },
  ],
} as const;

/** The total of each bill; sees that explanations hold. */
function bills(
  terms: Omit<ProgressiveInput, 'currency' | 'exponent' | 'readings'>,
  ...readings: (string | null)[]
): string[] {
  const known = readings.filter((reading) => reading !== null);
  const last = readings.at(-1) === null ? known.length - 1 : -1;
  const steps = known.map((cumulative, index) => ({ cumulative, final: index === last }));
  const { phases } = rateProgressive({ ...usd, ...terms, readings: steps });
  const charged = new Map(phases.map(({ total }, index) => [`phase-${index + 1}`, fromMoney(total)]));
  for (const { running, derivation } of phases) {
    expect(checkCharge(running)).toEqual([]);
    expect(checkDerivation(derivation, new Map([...charged, ['running', fromMoney(running.total)]]))).toEqual([]);
  }
  return phases.map(({ total }) => moneyText(total));
}

describe('a charge billed several times in a period', () => {
  test('charges what it comes to so far, less what was billed before', () => {
    expect(bills({ price: { type: 'per-unit', unitAmount: '0.001' } }, '333', '666')).toEqual(['0.33', '0.34']);
    expect(bills({ price: { type: 'dynamic', multiplier: '10' }, maximum: '100' }, '8', '12')).toEqual([
      '80.00',
      '20.00',
    ]);
  });

  test('gives money back when a cheaper tier reprices it, or usage falls', () => {
    expect(bills({ price: volume }, '15', '16', '16')).toEqual(['150.00', '-70.00', '0.00']);
    expect(bills({ price: { type: 'per-unit', unitAmount: '10' } }, '8', '5', '0')).toEqual([
      '80.00',
      '-30.00',
      '-50.00',
    ]);
  });

  test('adds the minimum with the final reading only', () => {
    expect(bills({ price: volume, minimum: '150' }, '10', '10', null)).toEqual(['100.00', '50.00']);
    expect(bills({ price: volume, minimum: '150' }, '10', '10')).toEqual(['100.00', '0.00']);
  });

  test('charges a flat amount in advance with the first bill and in arrears with the final one', () => {
    expect(bills({ price: { type: 'flat', amount: '9', term: 'advance' } }, '0', '0', null)).toEqual(['9.00', '0.00']);
    expect(bills({ price: { type: 'flat', amount: '9', term: 'arrears' } }, '0', '0', null)).toEqual(['0.00', '9.00']);
  });

  test('opens no second pack for units that the first one held', () => {
    const conversion = { operation: 'divide', factor: '1000', rounding: 'ceil' } as const;
    expect(bills({ price: { type: 'per-unit', unitAmount: '10' }, conversion }, '1247', '1500')).toEqual([
      '20.00',
      '0.00',
    ]);
  });

  test('ends with the final reading', () => {
    const readings = [{ cumulative: '1', final: true }, { cumulative: '2' }];
    expect(failure(() => rateProgressive({ ...usd, price: volume, readings }))).toBe(
      'malformed-input at readings[0].final',
    );
  });
});
