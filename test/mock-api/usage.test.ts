import { describe, expect, test } from 'vitest';
import { createBackend, type MockBackend } from '../../mock-api/index.js';
import type { Period } from '../../src/rating/index.js';
import { pages } from './read.js';

interface Records {
  columns: {
    id: string[];
    startedAt: string[];
    charge: (string | null)[];
    quantity: string[];
    notBilled: (string | null)[];
    recordedSeconds: number[];
    agentSeconds: number[];
    kind: string[];
  };
  count: number;
  next: string | null;
}

const year = { start: '2025-11-01', end: '2026-12-01' };

const usageOf = (backend: MockBackend, period: Period) => backend.usage('sub_answering', period)?.days ?? [];

const recordsOf = (backend: MockBackend, { start, end }: Period) =>
  pages<Records>(backend, `/subscriptions/sub_answering/usage-records?from=${start}&to=${end}`);

describe('usage', () => {
  test('of each day is the sum of its billed calls', () => {
    const backend = createBackend('mid-month');
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', dateStyle: 'short' });
    const sums = new Map<string, number>();
    for (const { startedAt, stream, quantity } of backend.calls('sub_answering', year) ?? []) {
      if (stream.charge === null) continue;
      const key = `${day.format(startedAt)} ${stream.charge}`;
      sums.set(key, (sums.get(key) ?? 0) + quantity);
    }
    const days = usageOf(backend, year).flatMap(({ date, quantities }) =>
      Object.entries(quantities).map(([charge, quantity]) => [`${date} ${charge}`, Number(quantity)] as const),
    );
    expect(new Map(days)).toEqual(sums);
  });

  test('ends with the clock, and only grows as it goes on', () => {
    const seconds = (now: string): number => {
      const days = usageOf(createBackend('mid-month', { now }), { start: '2026-11-18', end: '2026-11-19' });
      return days.reduce((total, { quantities }) => total + Number(quantities['automated']), 0);
    };
    const hours = ['2026-11-18T12:00:00Z', '2026-11-18T15:20:00Z', '2026-11-18T20:00:00Z', '2026-11-19T04:59:59Z'];
    const sums = hours.map(seconds);
    expect(sums).toEqual([...sums].sort((a, b) => a - b));
    expect(new Set(sums).size).toBe(sums.length);
  });

  test('stays as it was when the clock goes on', () => {
    const backend = createBackend('mid-month');
    const before = usageOf(backend, { start: '2026-11-01', end: '2026-11-18' });
    backend.now = '2027-03-15T12:00:00Z';
    expect(usageOf(backend, { start: '2026-11-01', end: '2026-11-18' })).toEqual(before);
  });

  test('is there on the days on which the clocks change', () => {
    const backend = createBackend('mid-month');
    for (const [start, end] of [
      ['2026-03-08', '2026-03-09'],
      ['2026-11-01', '2026-11-02'],
    ] as const) {
      expect(usageOf(backend, { start, end }).map(({ date }) => date)).toEqual([start]);
    }
  });
});

describe('usage records', () => {
  test('come in pages, to the end of the period, each once and in order', async () => {
    const backend = createBackend('mid-month');
    const all = await recordsOf(backend, { start: '2026-11-01', end: '2026-11-19' });
    const ids = all.flatMap(({ columns }) => columns.id);
    const times = all.flatMap(({ columns }) => columns.startedAt);
    expect(all.slice(0, -1).every(({ count }) => count === 100)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(backend.calls('sub_answering', { start: '2026-11-01', end: '2026-11-19' })?.length ?? 0);
    expect(times).toEqual([...times].sort());
  });

  test('add up to the usage of the month', async () => {
    const backend = createBackend('over-allowance');
    const [records] = await recordsOf(backend, { start: '2026-09-11', end: '2026-09-13' });
    const quantities = records?.columns.quantity.map(Number) ?? [];
    const days = usageOf(backend, { start: '2026-09-11', end: '2026-09-13' });
    expect(quantities.reduce((a, b) => a + b, 0)).toBe(
      days.reduce((total, day) => total + Number(day.quantities['operator']), 0),
    );
  });

  test('bill the longer of recording and agent, and say why a call costs nothing', async () => {
    const [records] = await recordsOf(createBackend('mid-month'), { start: '2026-11-16', end: '2026-11-17' });
    const { kind, charge, quantity, notBilled, recordedSeconds, agentSeconds } = (records as Records).columns;
    kind.forEach((_, i) => {
      const longer = Math.max(recordedSeconds[i] ?? 0, agentSeconds[i] ?? 0);
      expect(quantity[i]).toBe(notBilled[i] === null ? String(longer) : '0');
      expect(charge[i] === null).toBe(notBilled[i] !== null);
    });
  });
});
