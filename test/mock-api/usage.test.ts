import { describe, expect, test } from 'vitest';
import { createBackend } from '../../mock-api/index.js';
import type { MemoryAdapter } from '../../src/adapters/memory.js';
import type { UsageDay, UsageRecord } from '../../src/api/index.js';
import { usageTable } from '../../src/api/usage-table.js';
import type { Period } from '../../src/rating/index.js';

const year = { start: '2025-11-01', end: '2026-12-01' };
const november = { start: '2026-11-01', end: '2026-11-19' };

const usageOf = async (backend: MemoryAdapter, period: Period): Promise<readonly UsageDay[]> =>
  (await backend.getUsage('sub_answering', { period })).days;

async function recordsOf(backend: MemoryAdapter, period: Period): Promise<UsageRecord[]> {
  const all: UsageRecord[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await backend.listUsageRecords('sub_answering', { period, ...(cursor !== undefined && { cursor }) });
    all.push(...page.items);
    cursor = page.next;
  }
  return all;
}

async function rowsOf(backend: MemoryAdapter, period: Period): Promise<UsageRecord[]> {
  const all: UsageRecord[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = { period, ...(cursor !== undefined && { cursor }) };
    const table = usageTable(await backend.listUsageColumns('sub_answering', query));
    for (let row = 0; row < table.count; row++) all.push(table.record(row));
    cursor = table.next;
  }
  return all;
}

function sumsOf(records: readonly UsageRecord[]): Map<string, number> {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', dateStyle: 'short' });
  const sums = new Map<string, number>();
  for (const { startedAt, charge, quantity } of records) {
    if (charge === null) continue;
    const key = `${day.format(Date.parse(startedAt))} ${charge}`;
    sums.set(key, (sums.get(key) ?? 0) + Number(quantity));
  }
  return sums;
}

describe('usage', () => {
  test('of each day is the sum of its billed records', async () => {
    const backend = createBackend('mid-month');
    const days = (await usageOf(backend, year)).flatMap(({ date, quantities }) =>
      Object.entries(quantities).map(([charge, quantity]) => [`${date} ${charge}`, Number(quantity)] as const),
    );
    expect(new Map(days)).toEqual(sumsOf(await rowsOf(backend, year)));
  });

  test('ends with the clock, and only grows as it goes on', async () => {
    const backend = createBackend('mid-month', { now: '2026-11-18T12:00:00Z' });
    const sums: number[] = [];
    for (const now of [
      '2026-11-18T12:00:00Z',
      '2026-11-18T15:20:00Z',
      '2026-11-18T20:00:00Z',
      '2026-11-19T04:59:59Z',
    ]) {
      backend.control.now = now;
      const [day] = await usageOf(backend, { start: '2026-11-18', end: '2026-11-19' });
      sums.push(Number(day?.quantities['automated'] ?? 0));
    }
    expect(sums).toEqual([...sums].sort((a, b) => a - b));
    expect(new Set(sums).size).toBe(sums.length);
  });

  test('stays as it was when the clock goes on', async () => {
    const backend = createBackend('mid-month');
    const period = { start: '2026-11-01', end: '2026-11-18' };
    const before = await usageOf(backend, period);
    backend.control.now = '2027-03-15T12:00:00Z';
    expect(await usageOf(backend, period)).toEqual(before);
  });

  test.each(['2026-03-08', '2026-11-01'])('is there on %s, when the clocks change', async (date) => {
    const period = { start: date, end: date.replace(/\d$/, (digit) => String(Number(digit) + 1)) };
    expect((await usageOf(createBackend('mid-month'), period)).map((day) => day.date)).toEqual([date]);
  });
});

describe('usage records', () => {
  test('come in pages, to the end of the period, each once and in order', async () => {
    const backend = createBackend('mid-month');
    const all = await recordsOf(backend, november);
    const times = all.map(({ startedAt }) => startedAt);
    expect(all.length).toBeGreaterThan(500);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(times).toEqual([...times].sort());
  });

  test('are the same as objects and as columns', async () => {
    const backend = createBackend('mid-month');
    expect(await rowsOf(backend, november)).toEqual(await recordsOf(backend, november));
  });

  test('bill the longer of recording and agent, and say why a call costs nothing', async () => {
    for (const record of await recordsOf(createBackend('mid-month'), { start: '2026-11-16', end: '2026-11-17' })) {
      const { charge, quantity, notBilled, recordedSeconds, agentSeconds } = record;
      expect(quantity).toBe(notBilled === null ? String(Math.max(recordedSeconds, agentSeconds)) : '0');
      expect(charge === null).toBe(notBilled !== null);
    }
  });
});
