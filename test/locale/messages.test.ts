import { describe, expect, test } from 'vitest';
import { BillingError } from '../../src/api/index.js';
import { failureText } from '../../src/locale/errors.js';
import { isolate, message, registerMessages, spoken, text } from '../../src/locale/messages.js';
import { formatQuantity, quantityParts } from '../../src/locale/units.js';
import { textOf } from '../../src/locale/numbers.js';

describe('messages', () => {
  test('are filled in, in the plural form of the count', () => {
    expect(text('en', 'payment.backups', { count: '1' })).toBe('1 back-up on file');
    expect(text('en', 'payment.backups', { count: '1200' })).toBe('1,200 back-ups on file');
  });

  test('of a region fall back to the language, and then to English, one by one', () => {
    registerMessages('de', { 'common.retry': 'Noch einmal' });
    expect(text('de-AT', 'common.retry')).toBe('Noch einmal');
    expect(text('de-AT', 'summary.plan')).toBe('Plan');
    expect(message('fr', 'common.retry')).toBe('Try again');
  });

  test('a language without texts is not half spoken', () => {
    expect(spoken('fi')).toBe('en');
    expect(spoken('en-GB')).toBe('en-GB');
    expect(spoken('no such tag')).toBe('en');
  });

  test('case 78: a name can’t turn the text around it, and keeps what its own letters need', () => {
    expect(isolate('👩‍👩‍👧 a\u200cb')).toBe('\u2068👩‍👩‍👧 a\u200cb\u2069');
    expect(isolate('\u202eevil\u0000')).toBe('\u2068evil\u2069');
  });
});

describe('failures', () => {
  test('say what happened, what it means for the money, and what to do', () => {
    expect(failureText('en', 'usage.failed', new BillingError('timeout', ''))).toBe(
      'We couldn’t load your usage. Nothing was charged. Try again.',
    );
    expect(failureText('en', 'invoice.failed', new BillingError('network', ''))).toContain('Check your connection');
  });
});

describe('quantities', () => {
  test('have their unit in words, also one that only the back end knows', () => {
    expect(formatQuantity('en', '1', 'minute')).toBe('1 minute');
    expect(formatQuantity('en', '67', 'call')).toBe('67 calls');
    expect(formatQuantity('en', '3', 'gigawatt')).toBe('3 gigawatt');
  });

  test('used are rounded down and left are rounded up, so that both add up', () => {
    expect(formatQuantity('en', '9339/60', 'minute')).toBe('155.6 minutes');
    expect(formatQuantity('en', '3861/60', 'minute', 'up')).toBe('64.4 minutes');
  });

  test('that never end are cut with an ellipsis', () => {
    expect(textOf(quantityParts('en', '139/30', 'minute', { min: 0, max: 12 }))).toBe('4.6333… minutes');
  });
});
