import type { PlainDate } from '../rating/index.js';
import { dayAxis, valueAxis, type AxisLabel } from './usage-graph.axes.js';
import { barOf, curvesOf, pointOn, type Curves } from './usage-graph.curves.js';
import { hasToday, type GraphWords } from './usage-graph.drawing.js';
import type { Measure } from './usage-graph.labels.js';
import { notesOf, rulesOf, type Note, type Rule } from './usage-graph.notes.js';
import { scaleOf, ticksOf, topOf, type Box, type Point, type Scale } from './usage-graph.scale.js';
import type { UsageGraphData } from './usage-graph.types.js';

export type Size = Pick<Box, 'width' | 'height'>;

/** Everything that is drawn, in pixels from the inline start. */
export interface GraphLayout extends Size {
  readonly scale: Scale;
  readonly bars: readonly Box[];
  readonly curves: Curves;
  readonly rules: readonly Rule[];
  readonly grid: readonly number[];
  /** `undefined` where today is not in the period. */
  readonly today: number | undefined;
  readonly axis: readonly AxisLabel[];
  readonly notes: readonly Note[];
  /** Where the running total is, or is expected to be, on a day. */
  readonly pointOn: (date: PlainDate) => Point | undefined;
}

/** Room for half a dot at the end. */
const AFTER = 6;

/** Works out the whole graph for a size. */
export function layoutOf(data: UsageGraphData, size: Size, words: GraphWords, measure: Measure): GraphLayout {
  const { width, height } = size;
  const top = topOf(quantitiesOf(data));
  const ticks = ticksOf(top);
  const before = Math.ceil(Math.max(...ticks.map((tick) => measure.width(words.tick(tick))))) + 12;
  const [above, below] = [measure.lineHeight + 8, measure.lineHeight + 12];
  const plot = { x: before, y: above, width: width - before - AFTER, height: height - above - below };
  const scale = scaleOf(plot, data.period, top);
  const drawing = { data, words, measure, scale };
  const curves = curvesOf(drawing);
  const rules = rulesOf(drawing, curves);
  return {
    width,
    height,
    scale,
    curves,
    rules,
    bars: data.days.map((day) => barOf(scale, day)),
    grid: ticks.map(scale.y),
    today: hasToday(data) ? scale.x(data.today) : undefined,
    axis: [...valueAxis(drawing, ticks), ...dayAxis(drawing, width)],
    notes: notesOf(drawing, curves, rules),
    pointOn: (date) => pointOn(drawing, date),
  };
}

const quantitiesOf = ({ limit, costEffectiveTo, days, forecast }: UsageGraphData): string[] =>
  [limit, costEffectiveTo?.quantity, days.at(-1)?.total, forecast.at(-1)?.high].map((quantity) => quantity ?? '0');
