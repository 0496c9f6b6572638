import { addDays, type Period } from '../src/rating/index.js';
import type { UsageGraphData, UsageGraphDay, UsageGraphOutlook } from '../src/elements/usage-graph.types.js';

interface Shape {
  readonly period: Period;
  readonly today: string;
  /** Whole units on each day so far. */
  readonly used: readonly number[];
  /** Whole units expected on each day to come, and how far a day may be off. */
  readonly expected?: number;
  readonly spread?: number;
  readonly limit: string | null;
  readonly costEffectiveTo?: UsageGraphData['costEffectiveTo'];
}

/** A period's data from a few whole numbers. */
export function graphData({
  period,
  today,
  used,
  expected,
  spread = 2,
  limit,
  costEffectiveTo = null,
}: Shape): UsageGraphData {
  const days = used.map((quantity, index): UsageGraphDay => {
    const total = used.slice(0, index + 1).reduce((sum, each) => sum + each, 0);
    return { date: addDays(period.start, index), quantity: String(quantity), total: String(total) };
  });
  const total = Number(days.at(-1)?.total ?? 0);
  const forecast: UsageGraphOutlook[] = [];
  for (let date = addDays(today, 1); expected !== undefined && date < period.end; date = addDays(date, 1)) {
    const ahead = forecast.length + 1;
    const middle = total + ahead * expected;
    const off = Math.round(spread * Math.sqrt(ahead) * 3);
    forecast.push({ date, expected: String(middle), low: String(middle - off), high: String(middle + off) });
  }
  return { period, today, unit: 'minute', days, limit, costEffectiveTo, forecast };
}

const november = { start: '2026-11-01', end: '2026-12-01' };
const weekdays = [0, 12, 9, 11, 8, 14, 2, 1, 10, 13, 7, 12, 9, 3, 0, 11, 10, 5];

export const midMonth: UsageGraphData = graphData({
  period: november,
  today: '2026-11-18',
  used: weekdays,
  expected: 9,
  limit: '220',
  costEffectiveTo: { quantity: '1210/4', plan: '500 minutes' },
});

export const closeLines: UsageGraphData = { ...midMonth, costEffectiveTo: { quantity: '226', plan: '500 minutes' } };

export const over: UsageGraphData = graphData({
  period: { start: '2026-09-11', end: '2026-10-01' },
  today: '2026-09-30',
  used: [4, 6, 0, 0, 5, 7, 3, 6, 4, 0, 1, 5, 4, 6, 3, 5, 1, 0, 8, 9],
  limit: '67',
  costEffectiveTo: { quantity: '108', plan: '220 minutes' },
});

export const nothingYet: UsageGraphData = graphData({
  period: november,
  today: '2026-11-18',
  used: weekdays.map(() => 0),
  limit: '220',
});

export const firstDay: UsageGraphData = graphData({ period: november, today: '2026-11-01', used: [0], limit: '220' });

export const noLimit: UsageGraphData = graphData({
  period: november,
  today: '2026-11-09',
  used: weekdays.slice(0, 9),
  expected: 7,
  limit: null,
});

export const finished: UsageGraphData = {
  ...graphData({ period: november, today: '2026-12-03', used: [...weekdays, ...weekdays.slice(0, 12)], limit: '220' }),
  forecast: [],
};

export const early: UsageGraphData = graphData({
  period: november,
  today: '2026-11-03',
  used: [0, 12, 4],
  expected: 8,
  spread: 6,
  limit: '220',
});
