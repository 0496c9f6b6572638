import { describe, expect, test } from 'vitest';
import { memoryAdapter, type MemoryAdapter } from '../../src/adapters/memory.js';
import { checkDerivation } from '../../src/rating/index.js';
import { preview } from '../mock-api/preview.js';
import { answering, anew, backendOf, cancel, change, monthEnd, plan, quote } from './memory.js';

const usd = (amount: string) => ({ amount, currency: 'USD', exponent: 2 });

/** The account has changed to the year that begins with November 2026. */
async function onYear(id = 'minutes-220-yearly'): Promise<MemoryAdapter> {
  const backend = backendOf();
  await change(backend, plan(id));
  return backend;
}

describe('a change to a plan by the year', () => {
  test('credits the month and charges the year: 2790.00 - 279.00 = 2511.00', async () => {
    const backend = backendOf();
    const { quote: quoted, subscription } = await change(backend, plan('minutes-220-yearly'));
    expect(quoted).toMatchObject({ timing: 'now', dueNow: usd('251100') });
    expect(quoted.lines.map(({ unit, period }) => [unit, period.end])).toEqual([
      ['month', '2026-12-01'],
      ['year', '2027-11-01'],
    ]);
    for (const { derivation } of quoted.lines) expect(checkDerivation(derivation)).toEqual([]);
    expect(subscription).toMatchObject({ yearStart: '2026-11-01', plan: { interval: 'year' } });
    expect(subscription.history?.map(({ interval }) => interval)).toEqual([undefined, 'year']);
  });

  test('says what a year costs: the fee, and 60.00 of lines and add-ons each month', async () => {
    const quoted = await quote(backendOf(), plan('minutes-220-yearly'));
    expect([quoted.recurringBefore, quoted.recurring]).toEqual([usd('33900'), usd('351000')]);
    expect(quoted.notes.join()).toContain('paid until November 1, 2027');
  });

  test('costs nothing in a trial, whose first invoice has the whole year from the day after it', async () => {
    const backend = backendOf('trial-ended');
    const { subscription } = await change(backend, plan('minutes-100-yearly'));
    const { trialEnd, yearStart = '' } = subscription;
    expect(yearStart > (trialEnd ?? '')).toBe(true);
    const expected = await preview(backend);
    expect(expected.lines[0]).toMatchObject({ amount: usd('139000'), period: { start: yearStart } });
    expect(await monthEnd(backend)).toContainEqual(['base', '139000']);
  });
});

describe('a plan by the year', () => {
  test('has no base fee on the invoices until its year is over, which the page knows as well', async () => {
    const backend = await onYear();
    for (let month = 0; month < 13; month += 1) {
      const expected = await preview(backend);
      const lines = await monthEnd(backend);
      const base = lines.filter(([kind]) => kind === 'base');
      expect(base).toEqual(month === 11 ? [['base', '279000']] : []);
      expect(expected.lines.filter(({ kind }) => kind === 'base')).toHaveLength(base.length);
    }
    expect((await answering(backend)).yearStart).toBe('2027-11-01');
  });

  test('waits for the end of its year with a smaller one or one by the month, and goes back by undo', async () => {
    const backend = await onYear();
    for (const id of ['minutes-100-yearly', 'minutes-220']) {
      const { quote: quoted, subscription } = await change(backend, plan(id));
      expect(quoted).toMatchObject({ timing: 'next-period', effective: '2027-11-01', dueNow: usd('0') });
      expect(subscription.scheduledChange).toMatchObject({ on: '2027-11-01' });
      const undone = await backend.undoScheduledChange('sub_answering', 'plan', anew(subscription.version));
      expect(undone).toMatchObject({ scheduledChange: null, yearStart: '2026-11-01' });
    }
  });

  test('has its unused days credited against a larger one, for the rest of the same year', async () => {
    const backend = await onYear('minutes-100-yearly');
    const { quote: quoted, subscription } = await change(backend, plan('minutes-500-yearly'));
    // 348 of 365 days: 3.81 × 348 back, 15.86 × 348 due
    expect(quoted.lines.map(({ amount }) => amount.amount)).toEqual(['-132588', '551928']);
    expect(subscription).toMatchObject({ yearStart: '2026-11-01', plan: { id: 'minutes-500-yearly' } });
  });

  test('runs to the end of what is paid for when it is cancelled, and can’t be paused', async () => {
    const backend = await onYear();
    await expect(quote(backend, { kind: 'pause', until: null })).rejects.toMatchObject({ code: 'paid-yearly' });
    expect((await change(backend, cancel)).subscription.end).toBe('2027-11-01');
  });

  test('goes on where it was from a snapshot', async () => {
    const backend = await onYear();
    const other = memoryAdapter(backend.control.snapshot());
    expect((await answering(other)).yearStart).toBe('2026-11-01');
    expect(await monthEnd(other)).toEqual(await monthEnd(backend));
  });
});
