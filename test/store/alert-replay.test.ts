import { beforeAll, describe, expect, test } from 'vitest';
import { createBackend } from '../../mock-api/index.js';
import type { AlertThreshold } from '../../src/api/index.js';
import { addDays, billingDay, monthOf } from '../../src/rating/index.js';
import {
  replayedPeriod,
  replayOf,
  replayThreshold,
  type ReplayInput,
  type ThresholdTerms,
} from '../../src/store/alert-replay.js';
import { todayOf } from '../../src/store/today.js';

let input: ReplayInput;

beforeAll(async () => {
  const backend = createBackend('mid-month');
  const account = await backend.getAccount();
  const { items: subscriptions } = await backend.listSubscriptions();
  const { items: plans } = await backend.listPlans();
  const period = replayedPeriod(todayOf(account));
  const usage = await Promise.all(subscriptions.map(({ id }) => backend.getUsage(id, { period })));
  input = { account, subscriptions, plans, usage };
}, 30_000);

const about = (measure: AlertThreshold['measure'], at: string, charge = 'operator'): ThresholdTerms =>
  measure === 'amount'
    ? { measure, at, subscription: null, charge: null }
    : { measure, at, subscription: 'sub_answering', charge };
const fired = (terms: ThresholdTerms) => replayThreshold(replayOf(input), terms);

describe('a threshold, replayed over past usage', () => {
  test('fires once a month, on the first day on which its share of the allowance is used', () => {
    const found = fired(about('allowance-percent', '90'));
    expect(found?.on).toEqual(['2026-10-27', '2026-09-30', '2026-08-31', '2026-07-29']);
    expect(found?.wholeMonths).toBe(6);
  });

  test('fires on the same days for a quantity as for the share that it is', () => {
    expect(fired(about('quantity', '198'))?.on).toEqual(fired(about('allowance-percent', '90'))?.on);
  });

  test('fires for exactly what was used, and not for a sixtieth more', () => {
    const usage = [{ ...input.usage[0]!, subscription: 'sub_answering', days: [day('2026-10-05', '600')] }];
    const replay = replayOf({ ...input, usage });
    const on = (at: string) => replayThreshold(replay, about('quantity', at))?.on;
    expect(on('10')).toEqual(['2026-10-05']);
    expect(on('10.01')).toEqual([]);
  });

  test('never fires for a share of nothing', () => {
    expect(fired(about('allowance-percent', '50', 'patched'))).toMatchObject({ on: [], isReachable: false });
  });

  test('goes by the charged days alone: what a trial used is free', () => {
    const usage = [{ ...input.usage[0]!, subscription: 'sub_answering', days: [day('2026-10-05', '60000')] }];
    const trial = input.subscriptions.map((each) => ({ ...each, trialEnd: '2026-10-10' }));
    const replay = replayOf({ ...input, usage, subscriptions: trial });
    expect(replayThreshold(replay, about('quantity', '10'))?.on).toEqual([]);
  });

  test('is measured by the plan of its time', () => {
    const [large] = input.plans.filter(({ id }) => id === 'minutes-1000');
    const held = { plan: large!.id, name: large!.name, baseFee: large!.baseFee, currency: 'USD', exponent: 2 };
    const subscriptions = input.subscriptions.map((each) => ({
      ...each,
      history: [
        { ...held, from: '2025-11-01' },
        { ...held, plan: each.plan.id, from: '2026-10-01' },
      ],
    }));
    const replay = replayOf({ ...input, subscriptions });
    expect(replayThreshold(replay, about('allowance-percent', '90'))?.on).toEqual(['2026-10-27']);
    expect(replay.isByCurrentPlan).toBe(false);
  });

  test('isn’t known for months on a plan that isn’t on offer any more', () => {
    const [first] = input.subscriptions;
    const held = { plan: 'gone', name: '', baseFee: '1', currency: 'USD', exponent: 2 };
    const history = [
      { ...held, from: '2025-11-01' },
      { ...held, plan: first!.plan.id, from: '2026-10-01' },
    ];
    const replay = replayOf({ ...input, subscriptions: [{ ...first!, history }] });
    expect(replayThreshold(replay, about('quantity', '1'))?.wholeMonths).toBe(1);
    expect(replayThreshold(replay, about('amount', '1'))?.wholeMonths).toBe(1);
  });

  test('isn’t known for a charge or a measure that isn’t there', () => {
    expect(fired(about('quantity', '1', 'gone'))).toBeUndefined();
    expect(fired(about('calls-a-day', '1'))).toBeUndefined();
  });

  test('refuses a value that is no number', () => {
    expect(() => fired(about('quantity', 'many'))).toThrow(expect.objectContaining({ code: 'malformed-number' }));
  });

  test('fires for an amount that was reached only for a day, where more usage costs less', () => {
    const tiers = [
      { upTo: '100', unitAmount: '2.00' },
      { upTo: null, unitAmount: '0.50' },
    ];
    const subscriptions = input.subscriptions.map((each) => {
      const [charge] = each.plan.usage;
      const volume = { ...charge!, included: '0', price: { type: 'volume' as const, tiers } };
      return { ...each, addOns: [], lines: 1, plan: { ...each.plan, baseFee: '10.00', usage: [volume] } };
    });
    const days = [day('2026-11-03', '6000'), day('2026-11-05', '3000')];
    const usage = [{ ...input.usage[0]!, subscription: 'sub_answering', days }];
    const on = (at: string) => replayThreshold(replayOf({ ...input, subscriptions, usage }), about('amount', at))?.on;
    expect(on('210')).toEqual(['2026-11-03']);
    expect(on('85')).toEqual(['2026-11-03']);
    expect(on('210.01')).toEqual([]);
  });

  test('of an amount comes to the invoices that were issued, to the cent', async () => {
    const backend = createBackend('mid-month');
    const { items } = await backend.listInvoices();
    const replay = replayOf(input);
    const issued = items.filter(({ issueDate }) => issueDate > '2026-06-01' && issueDate <= '2026-11-01');
    expect(issued.length).toBeGreaterThan(4);
    for (const { issueDate, total } of issued) {
      const at = `${total.amount.slice(0, -2)}.${total.amount.slice(-2)}`;
      const more = String(Number(total.amount) + 1);
      const month = monthOf(addDays(issueDate, -1));
      const inMonth = (value: string) =>
        replayThreshold(replay, about('amount', value))?.on.filter((date) => monthOf(date).start === month.start);
      expect(inMonth(at)).toHaveLength(1);
      expect(inMonth(`${more.slice(0, -2)}.${more.slice(-2)}`)).toEqual([]);
    }
  });

  test('fires on the days on which the back end does', async () => {
    const thresholds = [
      { id: 'a', ...about('allowance-percent', '90') },
      { id: 'b', ...about('amount', '380') },
      { id: 'c', ...about('quantity', '150') },
    ];
    const backend = createBackend('mid-month', { now: '2026-07-01T12:00:00Z' });
    const { version: ifVersion, enabled, snoozedUntil, choices } = await backend.getAlertPreferences();
    const wanted = { enabled, snoozedUntil, choices, thresholds };
    await backend.saveAlertPreferences(wanted, { idempotencyKey: 'k', ifVersion });
    backend.control.now = input.account.now;
    const sent = backend.control.outbox().filter(({ kind }) => kind === 'usage-threshold');
    const replay = replayOf(input);
    const sentFor = (words: string): string[] =>
      sent.filter(({ subject }) => subject.includes(words)).map(({ at }) => dayBefore(at));
    for (const [index, words] of ['90 %', '380', '150'].entries()) {
      const { on = [] } = replayThreshold(replay, thresholds[index]!) ?? {};
      const since = on.filter((date) => date >= '2026-07-01' && date < '2026-11-18').toReversed();
      expect(sentFor(words)).toEqual(since);
    }
  });
});

/** It looks at each day when that is over. */
const dayBefore = (at: string): string => addDays(billingDay(Date.parse(at), 'America/New_York'), -1);

const day = (date: string, operator: string) => ({ date, quantities: { operator } });
