import { expect, test } from 'vitest';
import { holdsCardNumber, refuseCardNumber } from '../../src/api/index.js';

test.each([
  '4242424242424242',
  '4242 4242 4242 4242',
  '4242-4242-4242-4242',
  'my card 4242 4242 4242 4242 exp 12 27',
  '4242 4242 4242 4242 123',
  'x4242424242424242y',
  '378282246310005',
  '4222222222222',
  '6304000000000000000',
  '４２４２４２４２４２４２４２４２',
  '4242\u00a04242\u20134242 4242',
])('%j holds a card number', (text) => expect(holdsCardNumber(text)).toBe(true));

test.each([
  '',
  '4242424242424241',
  '424242424242',
  '42424242424242424242',
  '+16175550150',
  '+86 138 0013 8006',
  'pm_4242424242424242',
  '00000000-0000-0000-0000-000000000000',
  '2026-11-21T22:10:42.123456789Z',
  '4242.4242.4242.4242',
])('%j holds none', (text) => expect(holdsCardNumber(text)).toBe(false));

test('a payload is searched to its depth, and the field is named', () => {
  const refuse = () => refuseCardNumber({ contacts: [{ name: 'Jo' }, { notes: { text: '4242 4242 4242 4242' } }] });
  expect(refuse).toThrow(
    expect.objectContaining({ code: 'card-number', fields: { 'contacts[1].notes.text': 'card-number' } }),
  );
  expect(() => refuseCardNumber({ name: 'Jo', amount: 12, none: null })).not.toThrow();
});
