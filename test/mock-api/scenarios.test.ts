import { describe, expect, test } from 'vitest';
import { createBackend, scenarios, type ScenarioName } from '../../mock-api/index.js';
import * as schemas from '../../src/api/index.js';
import { moneyText } from '../../src/rating/index.js';
import { invoices, lastSecondBefore, preview } from './preview.js';

const names = (Object.keys(scenarios) as ScenarioName[]).filter((name) => name !== 'failing');
const year = { start: '2025-11-01', end: '2026-12-01' };

describe.each(names)('%s', (name) => {
  test('has the same data each time it is made', () => {
    const [one, other] = [createBackend(name).control.snapshot(), createBackend(name).control.snapshot()];
    expect({ ...one, usage: null }).toEqual({ ...other, usage: null });
    expect(one.usage['sub_answering']?.id).toEqual(other.usage['sub_answering']?.id);
  });

  test('answers as the contract has it', async () => {
    const backend = createBackend(name);
    const [{ id } = { id: '' }] = (await backend.listSubscriptions()).items;
    const answers: [schemas.Schema<unknown>, unknown][] = [
      [schemas.capabilitiesSchema, await backend.capabilities()],
      [schemas.accountSchema, await backend.getAccount()],
      [schemas.subscriptionPageSchema, await backend.listSubscriptions()],
      [schemas.planPageSchema, await backend.listPlans()],
      [schemas.addOnPageSchema, await backend.listAddOns(id)],
      [schemas.usageSchema, await backend.getUsage(id, { period: year })],
      [schemas.usageRecordPageSchema, await backend.listUsageRecords(id, { period: year })],
      [schemas.usageColumnsSchema, await backend.listUsageColumns(id, { period: year })],
      [schemas.nextInvoiceSchema, await backend.previewNextInvoice()],
      [schemas.invoicePageSchema, await backend.listInvoices()],
      [schemas.paymentMethodPageSchema, await backend.listPaymentMethods()],
      [schemas.contactPageSchema, await backend.listContacts()],
      [schemas.alertPreferencesSchema, await backend.getAlertPreferences()],
      [schemas.memberPageSchema, await backend.listMembers()],
    ];
    for (const [schema, answer] of answers) expect(schemas.check(schema, answer, name)).toEqual(answer);
    for (const invoice of await invoices(backend))
      expect(schemas.check(schemas.invoiceSchema, invoice, name)).toEqual(invoice);
  });

  test('says of the next invoice what the page works out', async () => {
    const backend = createBackend(name);
    const { dates, lines, total } = await preview(backend);
    expect(await backend.previewNextInvoice()).toEqual({ dates, lines, total });
  });

  test('issues at the end of the month what the page says just before', async () => {
    const backend = createBackend(name);
    const { issueDate } = (await preview(backend)).dates;
    backend.control.now = lastSecondBefore(issueDate);
    const expected = await preview(backend);
    const invoice = await backend.getInvoice(backend.control.endMonth() ?? '');
    expect(backend.control.today).toBe(issueDate);
    expect(invoice.lines.items).toEqual(expected.lines);
    expect(invoice.total).toEqual(expected.total);
  });
});

describe('trial-ended', () => {
  const backend = createBackend('trial-ended');

  test('is the evening of the last free day', async () => {
    expect(backend.control.today).toBe('2026-09-10');
    expect((await backend.getAccount()).status).toBe('trialing');
    expect(await invoices(backend)).toEqual([]);
  });

  test('has usage in the trial', async () => {
    const { days } = await backend.getUsage('sub_answering', { period: { start: '2026-08-27', end: '2026-09-11' } });
    expect(days.length).toBeGreaterThan(8);
  });

  test('previews 4.63 a day for 20 days: 92.60, on the day after the trial', async () => {
    const { dates, lines, total } = await preview(backend);
    expect(dates.issueDate).toBe('2026-09-11');
    expect(lines.map(({ kind }) => kind)).toEqual(['base']);
    expect(moneyText(total)).toBe('92.60');
  });
});

describe('over-allowance', () => {
  const backend = createBackend('over-allowance');
  const september = { start: '2026-09-11', end: '2026-10-01' };

  test('is the evening of 30 September in New York, which is October elsewhere', () => {
    expect(backend.control.now).toBe('2026-10-01T00:30:00Z');
    expect(backend.control.today).toBe('2026-09-30');
  });

  test('has 4,620 seconds with an operator after the trial, and nothing else that is billed', async () => {
    const { days } = await backend.getUsage('sub_answering', { period: september });
    expect(days.reduce((total, { quantities }) => total + Number(quantities['operator']), 0)).toBe(4620);
    expect(new Set(days.flatMap(({ quantities }) => Object.keys(quantities)))).toEqual(new Set(['operator']));
  });

  test('previews 10 minutes over at 1.29: 12.90 and not 11.90, so 151.90 in all', async () => {
    const { lines, allowances, total } = await preview(backend);
    expect(lines.map(({ kind, amount }) => [kind, moneyText(amount)])).toEqual([
      ['base', '139.00'],
      ['overage', '12.90'],
    ]);
    expect(allowances[0]).toMatchObject({ charge: 'operator', included: '67', used: '77', over: '10' });
    expect(moneyText(total)).toBe('151.90');
  });

  test('shows the first invoice of 92.60, paid', async () => {
    const issued = await invoices(backend);
    expect(issued.map(({ issueDate, status, total }) => [issueDate, status, moneyText(total)])).toEqual([
      ['2026-09-11', 'paid', '92.60'],
    ]);
  });
});

describe('mid-month', () => {
  const backend = createBackend('mid-month');

  test('has three lines, two add-ons and twelve monthly invoices after the first one', async () => {
    const [subscription] = (await backend.listSubscriptions()).items;
    expect(subscription).toMatchObject({ status: 'active', lines: 3, plan: { id: 'minutes-220' } });
    expect(subscription?.addOns.map(({ name }) => name)).toEqual(['On-Call', 'Transcription']);
    expect(await invoices(backend)).toHaveLength(13);
  });

  test('is below the allowance of its month, and passes it by the end', async () => {
    const over = async (now: string): Promise<string | undefined> =>
      (await preview(createBackend('mid-month', { now }))).allowances[0]?.over;
    expect(await over(backend.control.now)).toBe('0');
    expect(await over('2026-12-01T04:59:59Z')).not.toBe('0');
  });

  test('has some tens of thousands of calls, more than one kind of them not billed', async () => {
    const { count, notBilled, next } = await backend.listUsageColumns('sub_answering', { period: year });
    expect(count).toBe(20_000);
    expect(next).not.toBeNull();
    expect(new Set(notBilled.names)).toEqual(new Set(['', 'robocall', 'fax', 'dead-air', 'test-call']));
  });

  test('has given up a product whose plan is no longer sold', async () => {
    expect((await backend.listSubscriptions()).items[1]).toMatchObject({
      status: 'ended',
      end: '2026-06-01',
      plan: { status: 'retired' },
    });
    expect((await backend.listPlans()).items.every(({ status }) => status === 'public')).toBe(true);
    const spring = createBackend('mid-month', { now: '2026-04-10T12:00:00Z' });
    expect((await spring.listPlans()).items.at(-1)?.status).toBe('retired');
  });

  test('has an invitation that nobody has answered yet', async () => {
    const { items } = await backend.listMembers();
    expect(items.filter(({ status }) => status === 'invited').map(({ name }) => name)).toEqual(['Noor Haddad']);
  });
});

test('nothing-yet has a trial that began today, and neither usage, cards nor invoices', async () => {
  const backend = createBackend('nothing-yet');
  expect((await backend.listSubscriptions()).items[0]).toMatchObject({
    status: 'trialing',
    start: backend.control.today,
    trialEnd: '2026-12-01',
  });
  const period = { start: '2026-11-01', end: '2026-12-01' };
  expect((await backend.getUsage('sub_answering', { period })).days).toEqual([]);
  expect((await backend.listUsageRecords('sub_answering', { period })).items).toEqual([]);
  expect((await backend.listPaymentMethods()).items).toEqual([]);
  expect(await invoices(backend)).toEqual([]);
});

test('bounced-card is paid by the first back-up on the first of December', async () => {
  const backend = createBackend('bounced-card');
  const { attempts, status } = await backend.getInvoice(backend.control.endMonth() ?? '');
  expect(status).toBe('paid');
  expect(attempts.map(({ method, code }) => [method.brand, code])).toEqual([
    ['visa', 'insufficient-funds'],
    ['mastercard', null],
  ]);
});

test('read-only answers everything, refuses every write and says why', async () => {
  const backend = createBackend('read-only');
  const { invoices: access } = await backend.capabilities();
  expect(access).toMatchObject({ read: true, write: false });
  const contact = { name: 'A', email: 'a@b.example', phone: '', receives: [] };
  await expect(backend.addContact(contact, { idempotencyKey: 'k' })).rejects.toMatchObject({
    kind: 'forbidden',
    message: access?.reason,
  });
});

test('failing answers nothing', async () => {
  await expect(createBackend('failing').getAccount()).rejects.toMatchObject({ kind: 'unavailable' });
});
