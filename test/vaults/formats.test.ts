import { describe, expect, test } from 'vitest';
import { beginsTestCard, securityCodeLength, testCard } from '../../src/vaults/sandbox/cards.js';
import { cardNumber, expiry, isFuture } from '../../src/vaults/sandbox/formats.js';

describe('a card number', () => {
  test('is shown in fours', () => {
    expect(cardNumber('4242424242424242')).toBe('4242 4242 4242 4242');
    expect(cardNumber('42424')).toBe('4242 4');
  });

  test('is shown as 4-6-5 on American Express', () => {
    expect(cardNumber('378282246310005')).toBe('3782 822463 10005');
    expect(cardNumber('37828')).toBe('3782 8');
  });

  test('loses what is no digit, and what is too long', () => {
    expect(cardNumber('4242-4242 abc')).toBe('4242 4242');
    expect(cardNumber('1'.repeat(25))).toBe('1111 1111 1111 1111 111');
  });
});

describe('a month of expiry', () => {
  test.each([
    ['1', '1'],
    ['12', '12'],
    ['4', '04'],
    ['042', '04 / 2'],
    ['428', '04 / 28'],
    ['04/28', '04 / 28'],
    ['4/2028', '04 / 28'],
    ['1/', '01'],
    ['1/28', '01 / 28'],
    ['04 / ', '04'],
    ['', ''],
  ])('%j is shown as %j', (typed, shown) => {
    expect(expiry(typed)).toBe(shown);
  });

  test('is good to the end of the month that it names', () => {
    const now = new Date('2026-11-30T12:00:00Z');
    expect(isFuture('11 / 26', now)).toBe(true);
    expect(isFuture('10 / 26', now)).toBe(false);
    expect(isFuture('13 / 30', now)).toBe(false);
    expect(isFuture('11', now)).toBe(false);
  });
});

describe('test cards', () => {
  test('are known by their whole number', () => {
    expect(testCard('4242424242424242')?.token).toBe('test_visa_ok');
    expect(testCard('424242424242424')).toBeUndefined();
    expect(testCard('4000000000003220')).toEqual({ token: 'test_visa_3ds', asks: 'here' });
  });

  test('are told from others while they are typed', () => {
    expect(beginsTestCard('40000000')).toBe(true);
    expect(beginsTestCard('4111')).toBe(false);
  });

  test('have four digits at their back on American Express', () => {
    expect(securityCodeLength('3782')).toBe(4);
    expect(securityCodeLength('4242')).toBe(3);
  });
});
