import { addDays, daysBetween, type PlainDate } from '../rating/index.js';
import { hasToday, type Drawing } from './usage-graph.drawing.js';
import { keepApart, type GraphLabel } from './usage-graph.labels.js';
import type { UsageGraphData } from './usage-graph.types.js';

export interface AxisLabel extends GraphLabel {
  readonly kind: 'quantity' | 'day' | 'today';
}

/** The round quantities, before the plot. */
export function valueAxis({ words, measure, scale: { plot, y } }: Drawing, ticks: readonly string[]): AxisLabel[] {
  return ticks.map((tick) => {
    const width = measure.width(words.tick(tick));
    const box = { x: plot.x - 8 - width, y: y(tick) - measure.lineHeight / 2, width, height: measure.lineHeight };
    return { ...box, kind: 'quantity', lines: [words.tick(tick)] };
  });
}

/** Today, the first day, the last day and the weeks between them, below the plot and as far as there is room. */
export function dayAxis({ data, words, measure, scale: { plot, x } }: Drawing, graphWidth: number): AxisLabel[] {
  const label = (date: PlainDate, text: string, kind: AxisLabel['kind']): AxisLabel => {
    const width = measure.width(text);
    const at = Math.min(Math.max(x(date) - width / 2, plot.x), graphWidth - width);
    return { x: at, y: plot.y + plot.height + 8, width, height: measure.lineHeight, kind, lines: [text] };
  };
  const days = daysOf(data).map((date) => label(date, words.day(date), 'day'));
  return keepApart(hasToday(data) ? [label(data.today, words.today, 'today'), ...days] : days, 12);
}

function daysOf({ period: { start, end }, today }: UsageGraphData): PlainDate[] {
  const weeks = Array.from({ length: Math.floor(daysBetween(start, end) / 7) }, (_, index) =>
    addDays(start, 7 * (index + 1)),
  );
  return [start, addDays(end, -1), ...weeks].filter((date) => date < end && date !== today);
}
