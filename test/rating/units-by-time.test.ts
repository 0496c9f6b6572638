import { describe, expect, test } from 'vitest';
import {
  checkDerivation,
  moneyText,
  rateCommitment,
  rateSeatTime,
  rateUnitsInAdvance,
  type SeatChange,
  type SeatTimeInput,
} from '../../src/rating/index.js';
import { failure } from './charges.js';

const usd = { currency: 'USD', exponent: 2 };

const september: SeatTimeInput = {
  ...usd,
  price: {
    type: 'graduated',
    tiers: [
      { upTo: '5', unitAmount: '10', flatAmount: '100' },
      { upTo: '15', unitAmount: '5', flatAmount: '50' },
      { upTo: null, unitAmount: '2' },
    ],
  },
  period: { start: '2023-09-01', end: '2023-10-01' },
  opening: '0',
  changes: [],
  removalEffective: 'same-day',
};

function seats(changes: readonly SeatChange[], more: Partial<SeatTimeInput> = {}): string {
  const { total, derivation } = rateSeatTime({ ...september, ...more, changes });
  expect(checkDerivation(derivation)).toEqual([]);
  return moneyText(total);
}

describe('seats by time', () => {
  const changes = [
    { at: '2023-09-10', delta: '2' },
    { at: '2023-09-16', delta: '5' },
    { at: '2023-09-20', delta: '-6' },
    { at: '2023-09-25', delta: '10' },
    { at: '2023-09-26', delta: '4' },
    { at: '2023-09-30', delta: '60' },
  ];

  test.each([
    [0, '100.00'],
    [1, '114.00'],
    [2, '184.00'],
    [3, '165.67'],
    [4, '179.67'],
    [5, '183.00'],
    [6, '187.00'],
  ])('after %i changes in a month cost %s', (count, amount) => {
    expect(seats(changes.slice(0, count))).toBe(amount);
  });

  test('of a whole month are never the sum of days', () => {
    const october = { period: { start: '2023-10-01', end: '2023-11-01' }, opening: '75' };
    expect(seats([], october)).toBe('370.00');
    expect(seats([{ at: '2023-10-17', delta: '20' }], october)).toBe('389.35');
  });

  test('are charged for the day of their removal where it counts', () => {
    const held = [
      { at: '2023-09-10', delta: '1' },
      { at: '2023-09-12', delta: '-1' },
    ];
    expect(seats(held)).toBe('100.67');
    expect(seats(held, { removalEffective: 'next-day' })).toBe('101.00');
    const lastDay = [{ at: '2023-09-30', delta: '-1' }];
    expect(seats(lastDay, { opening: '1', removalEffective: 'next-day' })).toBe('110.00');
  });

  test('have to be there to be removed, within the period and in order', () => {
    const bad = (...all: SeatChange[]): string => failure(() => seats(all));
    expect(bad({ at: '2023-09-10', delta: '-1' })).toBe('negative-quantity at changes[0].delta');
    expect(bad({ at: '2023-10-01', delta: '1' })).toBe('outside-period at changes[0].at');
    expect(bad({ at: '2023-09-10', delta: '1' }, { at: '2023-09-09', delta: '1' })).toBe(
      'unsorted-changes at changes[1].at',
    );
  });
});

test('units in advance are charged only above what was paid', () => {
  const { phases, total } = rateUnitsInAdvance({ ...usd, unitAmount: '10', readings: ['10', '5', '15', '15', '15.5'] });
  expect(phases.map((phase) => moneyText(phase.total))).toEqual(['100.00', '0.00', '50.00', '0.00', '5.00']);
  expect(phases.flatMap(({ derivation }) => checkDerivation(derivation))).toEqual([]);
  expect(moneyText(total)).toBe('155.00');
});

describe('the true-up of a commitment', () => {
  const span = {
    fullPeriod: { start: '2024-01-01', end: '2024-04-01' },
    servicePeriod: { start: '2024-03-12', end: '2024-04-01' },
  };
  const trueUp = (fees: string[], more: object = {}): string => {
    const list = fees.map((amount, index) => ({ ref: `${index}`, amount, prorate: index === 0 }));
    const { total, derivation } = rateCommitment({ ...usd, minimum: '10000', fees: list, ...more });
    expect(checkDerivation(derivation)).toEqual([]);
    return moneyText(total);
  };

  test('is what the fees fall short of it, and never below zero', () => {
    expect(trueUp([])).toBe('10000.00');
    expect(trueUp(['9999.99'])).toBe('0.01');
    expect(trueUp(['10000', '1'])).toBe('0.00');
  });

  test('is prorated with the fees that say so', () => {
    expect(trueUp(['100', '70'], { span, roundProratedMinimum: true })).toBe('2105.82');
  });

  test('rounds the prorated minimum only where it says so', () => {
    const third = { minimum: '1', span: { ...span, servicePeriod: { start: '2024-01-01', end: '2024-01-31' } } };
    expect(rateCommitment({ ...usd, fees: [], ...third }).minimum).toBe('30/91');
    expect(rateCommitment({ ...usd, fees: [], ...third, roundProratedMinimum: true }).minimum).toBe('0.33');
  });

  test('needs service within its period', () => {
    const outside = { ...span, servicePeriod: { start: '2023-12-31', end: '2024-01-05' } };
    expect(failure(() => trueUp([], { span: outside }))).toBe('outside-period at span.servicePeriod');
  });
});
