import type { PlainDate } from '../rating/index.js';
import type { Drawing } from './usage-graph.drawing.js';
import type { Box, Point, Scale } from './usage-graph.scale.js';
import type { UsageGraphDay } from './usage-graph.types.js';

/** The running total and how it may go on, each from its first point to its last. */
export interface Curves {
  readonly soFar: readonly Point[];
  /** These three start where `soFar` ends, and are empty without a forecast. */
  readonly expected: readonly Point[];
  readonly low: readonly Point[];
  readonly high: readonly Point[];
}

export function curvesOf({ data: { days, forecast }, scale: { x, y, plot } }: Drawing): Curves {
  const origin = { x: plot.x, y: plot.y + plot.height };
  const soFar = [origin, ...days.map(({ date, total }) => ({ x: x(date), y: y(total) }))];
  const now = soFar.at(-1) ?? origin;
  const along = (which: 'expected' | 'low' | 'high'): Point[] =>
    forecast.length === 0 ? [] : [now, ...forecast.map((day) => ({ x: x(day.date), y: y(day[which]) }))];
  return { soFar, expected: along('expected'), low: along('low'), high: along('high') };
}

/** Where the running total is, or is expected to be, at the end of a day. */
export function pointOn({ data: { days, forecast }, scale: { x, y } }: Drawing, date: PlainDate): Point | undefined {
  const total = days.find((day) => day.date === date)?.total ?? forecast.find((day) => day.date === date)?.expected;
  return total === undefined ? undefined : { x: x(date), y: y(total) };
}

/** The bar of a day's own use, on the same scale as the line. */
export function barOf({ x, y, slot, plot }: Scale, { date, quantity }: UsageGraphDay): Box {
  const width = Math.min(Math.max(slot * 0.4, 1), 8);
  return { x: x(date) - width / 2, y: y(quantity), width, height: plot.y + plot.height - y(quantity) };
}

/** What the curves cover, day by day. */
export function curveBoxes({ soFar, low, high }: Curves): Box[] {
  return [...columns(soFar, soFar), ...columns(high, low)];
}

function columns(upper: readonly Point[], lower: readonly Point[]): Box[] {
  return upper.slice(1).flatMap((to, index) => {
    const corners = [upper[index], to, lower[index], lower[index + 1]].filter((corner) => corner !== undefined);
    return [around(corners)];
  });
}

/** The box around some points, with a little air. */
function around(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs) - 3, Math.min(...ys) - 3];
  return { x, y, width: Math.max(...xs) + 3 - x, height: Math.max(...ys) + 3 - y };
}
