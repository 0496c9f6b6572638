import { describe, expect, test } from 'vitest';
import {
  accountSchema,
  BillingError,
  capabilitiesSchema,
  check,
  invoicePageSchema,
  paymentMethodPageSchema,
  planPageSchema,
  subscriptionPageSchema,
  usageSchema,
  type Schema,
} from '../../src/api/index.js';
import { answers } from '../answers.js';

const good: [string, Schema<unknown>, unknown][] = [
  ['capabilities', capabilitiesSchema, answers.capabilities()],
  ['an account', accountSchema, answers.account()],
  ['subscriptions', subscriptionPageSchema, answers.subscriptions()],
  ['plans', planPageSchema, answers.plans()],
  ['usage', usageSchema, answers.usage()],
  ['payment methods', paymentMethodPageSchema, answers.paymentMethods()],
  ['invoices', invoicePageSchema, answers.invoices()],
];

test.each(good)('%s that fit the contract come out as they went in', (_name, schema, value) => {
  expect(check(schema, value, 'answer')).toEqual(value);
});

/** The fields that are found at fault when the answer has `value` at `path`. */
function refused(
  schema: Schema<unknown>,
  answer: object,
  path: string,
  value: unknown,
): Readonly<Record<string, string>> {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce(
    (object, key) => object[key] as Record<string, unknown>,
    answer as Record<string, unknown>,
  );
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  try {
    check(schema, answer, 'answer');
  } catch (error) {
    expect(error).toBeInstanceOf(BillingError);
    expect((error as BillingError).kind).toBe('contract');
    return (error as BillingError).fields;
  }
  return {};
}

const inAccount = (path: string, value: unknown) => Object.keys(refused(accountSchema, answers.account(), path, value));
const inInvoices = (path: string, value: unknown) =>
  Object.keys(refused(invoicePageSchema, answers.invoices(), path, value));
const inUsage = (path: string, value: unknown) => Object.keys(refused(usageSchema, answers.usage(), path, value));
const inPlans = (path: string, value: unknown) => Object.keys(refused(planPageSchema, answers.plans(), path, value));
const inMethods = (path: string, value: unknown) =>
  Object.keys(refused(paymentMethodPageSchema, answers.paymentMethods(), path, value));

describe('money', () => {
  test.each([19.99, 1999, '19.99', ' 1', '1e3', '1'.repeat(19), null])('%j is not an amount', (amount) => {
    expect(inInvoices('items.2.total.amount', amount)).toEqual(['items[2].total.amount']);
  });

  test.each([NaN, Infinity, 'NaN', 'Infinity', ''])('case 67: %o is not an amount', (amount) => {
    expect(inInvoices('items.2.total.amount', amount)).toEqual(['items[2].total.amount']);
  });

  test.each(['0', '-9260', '9'.repeat(18)])('%j is an amount', (amount) => {
    expect(inInvoices('items.2.total.amount', amount)).toEqual([]);
  });

  test.each(['US', 'usd', 'USDX', 840])('case 61: %j is not a currency', (currency) => {
    expect(inInvoices('items.0.amountDue.currency', currency)).toEqual(['items[0].amountDue.currency']);
  });

  test.each([-1, 5, 1.5, '2'])('%j is not an exponent', (exponent) => {
    expect(inAccount('exponent', exponent)).toEqual(['exponent']);
  });

  test.each([139, '139,00', '.5', '1.', 'Infinity', '+1'])('%j is not a decimal', (fee) => {
    expect(inPlans('items.0.baseFee', fee)).toEqual(['items[0].baseFee']);
  });
});

describe('dates and zones', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '2026-11-01T00:00:00Z', 1_790_000_000])(
    'case 74: %j is not a day',
    (date) => {
      expect(inInvoices('items.1.issueDate', date)).toEqual(['items[1].issueDate']);
    },
  );

  test('29 February of a leap year is a day', () => {
    expect(inInvoices('items.1.issueDate', '2028-02-29')).toEqual([]);
  });

  test.each([
    '2026-11-18',
    '2026-11-18T15:04:05',
    '2026-11-18T15:04:05+01:00',
    '2026-02-30T15:04:05Z',
    '2026-11-18T24:00:00Z',
    1_790_000_000,
  ])('case 74: %j is not an instant', (now) => expect(inAccount('now', now)).toEqual(['now']));

  test.each(['Mars/Olympus', '', 'EST5EDT4'])('%j is not a time zone', (zone) => {
    expect(inAccount('timeZone', zone)).toEqual(['timeZone']);
  });

  test('a period that ends before it starts is refused', () => {
    expect(inUsage('period.end', '2026-10-01')).toEqual(['period']);
  });

  test.each(['2027-13', '04/27', '2027-04-30'])('%j is not a month of expiry', (month) => {
    expect(inMethods('items.0.expires', month)).toEqual(['items[0].expires']);
  });
});

describe('what a newer or a hostile back end sends', () => {
  test('a state that is not known passes', () => {
    expect(inAccount('status', 'paused-v2')).toEqual([]);
  });

  test('keys that are not known are dropped', () => {
    expect(check(accountSchema, { ...answers.account(), secret: 'x' }, 'account')).toEqual(answers.account());
  });

  test('__proto__ is ignored wherever it stands', () => {
    const evil = (value: object) =>
      JSON.parse(JSON.stringify(value).replace('{', '{"__proto__":{"admin":"1"},')) as unknown;
    const account = check(accountSchema, evil(answers.account()), 'account');
    const usage = check(
      usageSchema,
      { ...answers.usage(), days: [{ date: '2026-11-02', quantities: evil({ operator: '1' }) }] },
      'usage',
    );
    expect(account).not.toHaveProperty('admin');
    expect(usage.days[0]?.quantities).toEqual({ operator: '1' });
    expect(usage.days[0]?.quantities).not.toHaveProperty('admin');
  });

  test('price models and policies that are not known are left for rating to refuse', () => {
    const plans = answers.plans();
    Object.assign(plans.items[0]?.usage[0]?.price ?? {}, { type: 'by-the-moon', phases: ['8'] });
    Object.assign(plans.items[0]?.policies ?? {}, { moon: 'full' });
    expect(check(planPageSchema, plans, 'plans')).toEqual(plans);
  });

  test('a price that is no object is refused', () => {
    expect(inPlans('items.0.usage.0.price', null)).toEqual(['items[0].usage[0].price']);
  });

  test('an item without its id is named', () => {
    expect(refused(invoicePageSchema, answers.invoices(), 'items.2.id', undefined)).toEqual({
      'items[2].id': 'is missing',
    });
  });

  test.each([null, undefined, [], 'text', 7])('%j in place of a page is refused', (answer) => {
    expect(() => check(invoicePageSchema, answer, 'listInvoices')).toThrow(BillingError);
  });

  test('names have a limit', () => {
    expect(inAccount('name', 'x'.repeat(10_000))).toEqual([]);
    expect(inAccount('name', 'x'.repeat(10_001))).toEqual(['name']);
    expect(inAccount('id', 'x'.repeat(256))).toEqual(['id']);
  });

  test('lists have a limit', () => {
    const items = Array.from({ length: 1001 }, () => null);
    expect(inInvoices('items', items)).toEqual(['items']);
  });

  test('a whole card number is refused, and not quoted', () => {
    const fields = refused(paymentMethodPageSchema, answers.paymentMethods(), 'items.0.last4', '4242424242424242');
    expect(fields).toEqual({ 'items[0].last4': 'expected the last four characters' });
  });

  test('an answer that is wrong all over names the first fields only', () => {
    const items = Array.from({ length: 1000 }, () => ({}));
    expect(Object.keys(refused(invoicePageSchema, answers.invoices(), 'items', items))).toHaveLength(20);
  });
});

test('the message names the answer, the field and what was expected', () => {
  const account = { ...answers.account(), exponent: 'secret' };
  expect(() => check(accountSchema, account, 'getAccount')).toThrow(/^getAccount: exponent: expected number$/);
});

test('schemas are Standard Schemas', async () => {
  const standard = accountSchema['~standard'];
  expect(standard.version).toBe(1);
  expect(await standard.validate(answers.account())).toEqual({ typed: true, value: answers.account() });
});
