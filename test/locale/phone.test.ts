import { expect, test } from 'vitest';
import { formatPhone } from '../../src/locale/phone.js';

test('a number of North America stands in its groups', () => {
  expect(formatPhone('+16175550150')).toBe('+1\u00a0617\u00a0555\u00a00150');
});

test('any other number stays as it is stored', () => {
  for (const stored of ['', '+442071838750', '+1617555015', '617 555 0150']) expect(formatPhone(stored)).toBe(stored);
});
