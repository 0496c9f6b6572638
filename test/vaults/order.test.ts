import { describe, expect, test } from 'vitest';
import type { PaymentMethod } from '../../src/api/index.js';
import { arranged, movedTo, rolesOf, withBackup, withDefault } from '../../src/elements/payment-methods.order.js';

const method = (id: string, role: PaymentMethod['role']): PaymentMethod => ({
  id,
  kind: 'card',
  brand: 'visa',
  last4: '4242',
  expires: null,
  role,
  holder: '',
});
const list = [method('a', 'default'), method('b', 'backup'), method('c', 'backup'), method('d', 'unused')];
const roles = rolesOf(list);

describe('the order of payment methods', () => {
  test('is read off the list', () => {
    expect(roles).toEqual({ default: 'a', backups: ['b', 'c'] });
  });

  test('has the former default as its first back-up', () => {
    expect(withDefault(roles, 'c', true)).toEqual({ default: 'c', backups: ['a', 'b'] });
    expect(withDefault(roles, 'd', true)).toEqual({ default: 'd', backups: ['a', 'b', 'c'] });
  });

  test('has no back-ups where the back end has none', () => {
    expect(withDefault(roles, 'b', false)).toEqual({ default: 'b', backups: [] });
  });

  test('takes one more back-up at its end', () => {
    expect(withBackup(roles, 'd').backups).toEqual(['b', 'c', 'd']);
  });

  test('lets a back-up be moved to any place, and to no other', () => {
    expect(movedTo(roles, 'b', 1).backups).toEqual(['c', 'b']);
    expect(movedTo(roles, 'c', 0).backups).toEqual(['c', 'b']);
    expect(movedTo(roles, 'b', 0)).toBe(roles);
    expect(movedTo(roles, 'b', -1)).toBe(roles);
    expect(movedTo(roles, 'b', 2)).toBe(roles);
  });

  test('is shown before the back end has agreed', () => {
    const shown = arranged(list, { default: 'c', backups: ['a'] });
    expect(shown.map(({ id, role }) => `${id} ${role}`)).toEqual(['c default', 'a backup', 'b unused', 'd unused']);
  });
});
