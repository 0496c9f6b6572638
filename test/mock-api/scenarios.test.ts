import { describe, expect, test } from 'vitest';
import { createBackend, scenarios, type ScenarioName } from '../../mock-api/index.js';
import { moneyText } from '../../src/rating/index.js';
import { preview } from './preview.js';

const names = Object.keys(scenarios) as ScenarioName[];

test.each(names)('%s has the same data each time it is made', (name) => {
  const [one, other] = [createBackend(name), createBackend(name)];
  const all = { start: '2025-11-01', end: '2026-12-01' };
  expect(one.subscriptions()).toEqual(other.subscriptions());
  expect(one.invoices()).toEqual(other.invoices());
  expect(one.calls('sub_answering', all)).toEqual(other.calls('sub_answering', all));
});

describe('trial-ended', () => {
  const backend = createBackend('trial-ended');

  test('is the evening of the last free day', () => {
    expect(backend.today).toBe('2026-09-10');
    expect(backend.account().status).toBe('trialing');
    expect(backend.invoices()).toEqual([]);
  });

  test('has usage in the trial', () => {
    const { days } = backend.usage('sub_answering', { start: '2026-08-27', end: '2026-09-11' }) ?? { days: [] };
    expect(days.length).toBeGreaterThan(8);
  });

  test('previews 4.63 a day for 20 days: 92.60, on the day after the trial', () => {
    const { dates, lines, total } = preview(backend);
    expect(dates.issueDate).toBe('2026-09-11');
    expect(lines.map(({ kind }) => kind)).toEqual(['base']);
    expect(moneyText(total)).toBe('92.60');
  });
});

describe('over-allowance', () => {
  const backend = createBackend('over-allowance');
  const september = { start: '2026-09-11', end: '2026-10-01' };

  test('is the evening of 30 September in New York, which is October elsewhere', () => {
    expect(backend.now).toBe('2026-10-01T00:30:00Z');
    expect(backend.today).toBe('2026-09-30');
    expect(backend.account().status).toBe('active');
  });

  test('has 4,620 seconds with an operator after the trial, and nothing else that is billed', () => {
    const { days } = backend.usage('sub_answering', september) ?? { days: [] };
    expect(days.reduce((total, { quantities }) => total + Number(quantities['operator']), 0)).toBe(4620);
    expect(new Set(days.flatMap(({ quantities }) => Object.keys(quantities)))).toEqual(new Set(['operator']));
  });

  test('previews 10 minutes over at 1.29: 12.90 and not 11.90, so 151.90 in all', () => {
    const { lines, allowances, total } = preview(backend);
    expect(lines.map(({ kind, amount }) => [kind, moneyText(amount)])).toEqual([
      ['base', '139.00'],
      ['overage', '12.90'],
    ]);
    expect(allowances[0]).toMatchObject({ charge: 'operator', included: '67', used: '77', over: '10' });
    expect(moneyText(total)).toBe('151.90');
  });

  test('shows the first invoice of 92.60, paid', () => {
    expect(backend.invoices().map(({ issueDate, status, total }) => [issueDate, status, moneyText(total)])).toEqual([
      ['2026-09-11', 'paid', '92.60'],
    ]);
  });
});

describe('mid-month', () => {
  const backend = createBackend('mid-month');

  test('has three lines, two add-ons and twelve monthly invoices after the first one', () => {
    const [subscription] = backend.subscriptions();
    expect(subscription).toMatchObject({ status: 'active', lines: 3, plan: { id: 'minutes-220' } });
    expect(subscription?.addOns.map(({ name }) => name)).toEqual(['On-Call', 'Transcription']);
    expect(backend.invoices()).toHaveLength(13);
  });

  test('is below the allowance of its month, and passes it by the end', () => {
    const over = (now: string): string | undefined => preview(createBackend('mid-month', { now })).allowances[0]?.over;
    expect(over(backend.now)).toBe('0');
    expect(over('2026-12-01T04:59:59Z')).not.toBe('0');
  });

  test('has some tens of thousands of calls, more than one kind of them not billed', () => {
    const calls = backend.calls('sub_answering', { start: '2025-11-01', end: '2026-12-01' }) ?? [];
    expect(calls.length).toBeGreaterThan(20_000);
    expect(new Set(calls.map(({ stream }) => stream.notBilled))).toEqual(
      new Set([null, 'robocall', 'fax-tone', 'dead-air', 'test-call']),
    );
  });

  test('has given up a product whose plan is no longer sold', () => {
    expect(backend.subscriptions()[1]).toMatchObject({
      status: 'ended',
      end: '2026-06-01',
      plan: { status: 'retired' },
    });
    expect(backend.plans().every(({ status }) => status === 'public')).toBe(true);
    expect(createBackend('mid-month', { now: '2026-04-10T12:00:00Z' }).plans().at(-1)?.status).toBe('retired');
  });
});

test('nothing-yet has a trial that began today, and neither usage, cards nor invoices', () => {
  const backend = createBackend('nothing-yet');
  expect(backend.subscriptions()[0]).toMatchObject({
    status: 'trialing',
    start: backend.today,
    trialEnd: '2026-12-01',
  });
  expect(backend.usage('sub_answering', { start: '2026-11-01', end: '2026-12-01' })?.days).toEqual([]);
  expect(backend.calls('sub_answering', { start: '2026-11-01', end: '2026-12-01' })).toEqual([]);
  expect(backend.paymentMethods()).toEqual([]);
  expect(backend.invoices()).toEqual([]);
});
