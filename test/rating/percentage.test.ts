import { describe, expect, test } from 'vitest';
import type { GraduatedPercentagePrice, PercentagePrice } from '../../src/rating/index.js';
import { charge, failure, rows, total } from './charges.js';

const price: PercentagePrice = { type: 'percentage', rate: '1', fixedPerEvent: '5' };

describe('a percentage price', () => {
  test('takes its rate of the events and its fixed amount for each', () => {
    expect(rows(price, { events: ['100', '10.5'] })).toEqual(['rate: 110.5 × 0.01', 'fixed: 2 × 5']);
    expect(total(price, { events: [] })).toBe('0.00');
  });

  test('takes a quantity for the events where nothing depends on single ones', () => {
    expect(charge({ type: 'percentage', rate: '2.9' }, '4').precise).toBe('0.116');
    expect(failure(() => total(price, '4'))).toBe('missing-usage at usage.events');
  });

  test.each([
    [['10', '10', '10'], '0.00'],
    [['10', '10', '10', '10'], '5.10'],
    [['10', '10', '10', '10', '0'], '10.10'],
  ])('leaves three events free: %j cost %s', (events, amount) => {
    expect(total({ ...price, free: { events: 3 } }, { events })).toBe(amount);
  });

  test.each([
    [['4', '4', '4'], '0.00'],
    [['5', '10'], '0.00'],
    [['4', '4', '4', '4'], '5.01'],
    [['15', '10'], '5.10'],
    [['16'], '5.01'],
  ])('leaves 15.00 free and splits the event that passes it: %j cost %s', (events, amount) => {
    expect(total({ ...price, free: { amount: '15' } }, { events })).toBe(amount);
  });

  test.each([
    [['1', '1', '1', '1'], '5.01'],
    [['10', '10'], '5.05'],
    [['10', '10', '10'], '10.15'],
  ])('ends what is free with the first of two limits: %j cost %s', (events, amount) => {
    expect(total({ ...price, free: { events: 3, amount: '15' } }, { events })).toBe(amount);
  });

  test('holds each charged event between its least and its most, the fixed amount among it', () => {
    const ranged: PercentagePrice = { type: 'percentage', rate: '2.99', perEvent: { min: '1.75', max: '12' } };
    const exact = (more: Partial<PercentagePrice>): string =>
      charge({ ...ranged, ...more }, { events: ['10', '80', '10000'] }).precise;
    expect(exact({})).toBe('16.142');
    expect(exact({ fixedPerEvent: '2' })).toBe('18.691');
    expect(exact({ free: { events: 2 } })).toBe('12');
    expect(exact({ free: { amount: '30' } })).toBe('13.794');
    expect(exact({ free: { events: 3, amount: '10000' } })).toBe('2.691');
  });

  test('refuses a part whose free events earlier parts may have used', () => {
    const later = { events: ['1'], position: 'mid' } as const;
    expect(failure(() => total({ ...price, free: { events: 1 } }, later))).toBe('missing-usage at usage.position');
  });

  test('needs to know what is free, and a least that is not above the most', () => {
    expect(failure(() => total({ ...price, free: {} }, { events: [] }))).toBe('malformed-input at price.free');
    const reversed = { ...price, perEvent: { min: '2', max: '1' } };
    expect(failure(() => total(reversed, { events: [] }))).toBe('minimum-above-maximum at price.perEvent.min');
  });
});

const graduated: GraduatedPercentagePrice = {
  type: 'graduated-percentage',
  tiers: [
    { upTo: '10', rate: '1', flatAmount: '200' },
    { upTo: '20', rate: '2', flatAmount: '300' },
    { upTo: null, rate: '3', flatAmount: '400' },
  ],
};

describe('a graduated percentage', () => {
  test.each([
    ['0', '0.00'],
    ['1', '200.01'],
    ['10', '200.10'],
    ['11', '500.12'],
    ['12', '500.14'],
    ['20', '500.30'],
    ['21', '900.33'],
  ])('of %s costs %s', (quantity, amount) => {
    expect(total(graduated, quantity)).toBe(amount);
  });

  test('of events is one of their sum', () => {
    expect(total(graduated, { events: ['5', '6'] })).toBe('500.12');
    expect(total(graduated, { quantity: '10', events: ['5', '6'] })).toBe('200.10');
  });

  test('pays the flat amount of a tier once over the parts of a period', () => {
    expect(total(graduated, { quantity: '1', priorQuantity: '10', position: 'mid' })).toBe('300.02');
    expect(total(graduated, { quantity: '1', position: 'mid' })).toBe('200.01');
  });
});
