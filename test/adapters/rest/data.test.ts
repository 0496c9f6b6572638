import { expect, test } from 'vitest';
import {
  accountSchema,
  capabilitiesSchema,
  check,
  invoicePageSchema,
  subscriptionPageSchema,
  type BillingAdapter,
  type Schema,
} from '../../../src/api/index.js';
import { answers } from '../../answers.js';
import { adapterOf, failure } from './script.js';

/** What a page gets of an answer: read by the adapter, checked by the contract. */
function checked<T>(text: string, schema: Schema<T>, read: (adapter: BillingAdapter) => Promise<unknown>): Promise<T> {
  const { adapter } = adapterOf(() => new Response(text));
  return read(adapter).then((answer) => check(schema, answer, 'answer'));
}

const invoices = (text: string) => checked(text, invoicePageSchema, async (adapter) => adapter.listInvoices?.());
const account = (text: string) => checked(text, accountSchema, (adapter) => adapter.getAccount());

test.each(['19.99', '"19.99"', '9260'])('case 62: an amount of %s is refused', async (amount) => {
  const text = JSON.stringify(answers.invoices()).replaceAll('"amount":"9260"', `"amount":${amount}`);
  const error = await failure(invoices(text));
  expect(error.kind).toBe('contract');
  expect(error.message).toContain('items[0].total.amount');
});

test('case 63: an amount beyond exact numbers is exact as text and refused as a number', async () => {
  const withAmount = (amount: string) =>
    JSON.stringify(answers.invoices()).replaceAll('"amount":"9260"', `"amount":${amount}`);
  expect((await invoices(withAmount('"9007199254740993"'))).items[0]?.total.amount).toBe('9007199254740993');
  expect((await failure(invoices(withAmount('9007199254740993')))).kind).toBe('contract');
});

test.each(['1790000000', '1790000000000', '"1790000000"'])(
  'case 74: %s is no moment: seconds and milliseconds are never told apart by guessing',
  async (now) => {
    const text = JSON.stringify(answers.account()).replace(/"now":"[^"]*"/, `"now":${now}`);
    expect(text).toContain(`"now":${now}`);
    expect(await failure(account(text))).toMatchObject({
      kind: 'contract',
      fields: { now: expect.any(String) as string },
    });
  },
);

test('case 81: keys that reach for a prototype are left out', async () => {
  const text = JSON.stringify(answers.account()).replace('{', '{"__proto__":{"name":"x"},"constructor":{"a":1},');
  const read = await account(text);
  expect(Object.keys(read)).toEqual(expect.not.arrayContaining(['__proto__', 'constructor']));
  expect(read.name).toBe('Cedar & Pine Dental');
  expect(({} as { a?: number }).a).toBeUndefined();
});

test('case 82: a status that nobody knows passes', async () => {
  const text = JSON.stringify(answers.subscriptions()).replace('"active"', '"paused_v2"');
  const page = await checked(text, subscriptionPageSchema, (adapter) => adapter.listSubscriptions());
  expect(page.items[0]?.status).toBe('paused_v2');
});

test('case 83: an item without an id is refused, by its place', async () => {
  const error = await failure(invoices(JSON.stringify(answers.invoices()).replace('"id":"in-2",', '')));
  expect(error).toMatchObject({ kind: 'contract', fields: { 'items[1].id': 'is missing' } });
});

test.each(['{"items":null,"next":null}', 'null', '[]', '{"items":[null],"next":null}'])(
  'case 86: %s in place of a list is refused, and breaks nothing',
  async (text) => {
    expect((await failure(invoices(text))).kind).toBe('contract');
    expect((await failure(account(text))).kind).toBe('contract');
  },
);

test('case 16: what may not be written says why', async () => {
  const capabilities = await checked(JSON.stringify(answers.capabilities()), capabilitiesSchema, (adapter) =>
    adapter.capabilities(),
  );
  expect(capabilities['payment-methods']).toEqual({ read: true, write: false, reason: 'Ask an owner.' });
});
