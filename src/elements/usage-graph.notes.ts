import { barOf, curveBoxes, type Curves } from './usage-graph.curves.js';
import { hasToday, type Drawing } from './usage-graph.drawing.js';
import { placeLabel, placeOnRule, type GraphLabel } from './usage-graph.labels.js';
import type { Box } from './usage-graph.scale.js';

/** A line across the graph with its text on it. */
export interface Rule {
  readonly kind: 'limit' | 'cost-effective-to';
  readonly y: number;
  readonly label: GraphLabel;
}

/** A figure beside its end of a line. */
export interface Note extends GraphLabel {
  readonly kind: 'so-far' | 'outlook';
}

/** The lines that the running total is read against. */
export function rulesOf(drawing: Drawing, curves: Curves): Rule[] {
  // The higher one first: its text has the free room above it, and the lower one gives way.
  const { plot } = drawing.scale;
  const floor = plot.y + plot.height;
  const known = linesOf(drawing).sort((a, b) => a.box.y - b.box.y);
  return known.reduce<Rule[]>((placed, { kind, text, box }) => {
    const others = known.filter((other) => other.kind !== kind).map((other) => thick(other.box));
    const labels = placed.map(({ label }) => ({ ...label, x: label.x - 12, width: label.width + 24 }));
    const obstacles = [...others, ...labels, ...curveBoxes(curves)];
    return [...placed, { kind, y: box.y, label: placeOnRule(text, box, floor, obstacles, drawing.measure) }];
  }, []);
}

/** The figures at the end of the running total and at the end of its forecast, each with its word. */
export function notesOf(drawing: Drawing, curves: Curves, rules: readonly Rule[]): Note[] {
  const { data, words } = drawing;
  const [last, final] = [data.days.at(-1), data.forecast.at(-1)];
  const { plot } = drawing.scale;
  const now = curves.soFar.at(-1) ?? plot;
  const before = { ...plot, width: now.x - plot.x };
  const ahead = { ...plot, x: now.x, width: plot.width - before.width };
  const wanted = [
    // First, because it has less room. Never among the days that have passed: there it would be read as a fact.
    final && {
      kind: 'outlook' as const,
      text: words.outlook(final.expected),
      end: curves.expected.at(-1) ?? now,
      below: 32,
      places: [ahead],
    },
    last && { kind: 'so-far' as const, text: words.soFar(last.total), end: now, below: -12, places: [before, plot] },
  ];
  return wanted.reduce<Note[]>((placed, note) => {
    if (!note) return placed;
    const near = { x: note.end.x, y: note.end.y + note.below };
    const place = (around: Curves): GraphLabel | undefined =>
      placeLabel(note.text, near, note.places, [...placed, ...obstaclesOf(drawing, around, rules)], drawing.measure);
    // Over the pale band rather than nowhere.
    const label = place(curves) ?? place({ ...curves, low: curves.expected, high: curves.expected });
    return label ? [...placed, { ...label, kind: note.kind }] : placed;
  }, []);
}

function linesOf({ data, words, scale: { plot, y } }: Drawing): { kind: Rule['kind']; text: string; box: Box }[] {
  const box = (quantity: string): Box => ({ x: plot.x, y: y(quantity), width: plot.width, height: 0 });
  const { limit, costEffectiveTo: other } = data;
  return [
    ...(limit === null ? [] : [{ kind: 'limit' as const, text: words.limit(limit), box: box(limit) }]),
    ...(other === null
      ? []
      : [
          { kind: 'cost-effective-to' as const, text: words.costEffectiveTo(other.quantity), box: box(other.quantity) },
        ]),
  ];
}

function obstaclesOf({ data, scale }: Drawing, curves: Curves, rules: readonly Rule[]): Box[] {
  const { plot } = scale;
  const lines = rules.map((rule) => thick({ ...plot, y: rule.y, height: 0 }));
  const today = hasToday(data) ? [thick({ ...plot, x: scale.x(data.today), width: 0 })] : [];
  const bars = data.days.map((day) => barOf(scale, day));
  return [...lines, ...today, ...bars, ...rules.map((rule) => rule.label), ...curveBoxes(curves)];
}

const thick = ({ x, y, width, height }: Box): Box => ({ x: x - 3, y: y - 3, width: width + 6, height: height + 6 });
