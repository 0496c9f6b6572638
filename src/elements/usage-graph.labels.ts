import type { Box, Point } from './usage-graph.scale.js';

/** What texts take up in the font of the graph. */
export interface Measure {
  readonly lineHeight: number;
  readonly width: (text: string) => number;
}

/** A text on the graph, in as many lines as it needs. */
export interface GraphLabel extends Box {
  readonly lines: readonly string[];
}

const STEP = 4;

/**
 * A text as near to `near` as there is room without touching an obstacle: in the first of the places, in as few lines
 * as will do. `undefined` where there is no room at all.
 */
export function placeLabel(
  text: string,
  near: Point,
  places: readonly Box[],
  obstacles: readonly Box[],
  measure: Measure,
): GraphLabel | undefined {
  const shapes = [1, 2, 3].map((count) => inLines(text, count));
  const tries = places.flatMap((place) => shapes.map((lines) => ({ place, lines })));
  for (const { place, lines } of tries) {
    const size = { width: Math.max(...lines.map(measure.width)), height: lines.length * measure.lineHeight };
    const free = spots(place, size).filter((spot) => !obstacles.some((obstacle) => overlap(spot, obstacle)));
    const nearest = free.sort((a, b) => distance(a, near) - distance(b, near))[0];
    if (nearest) return { ...nearest, lines };
  }
  return undefined;
}

/**
 * A text in one line above a rule or, where something is in the way, below it but not below the floor, or else higher up;
 * as near to the start as there is room.
 */
export function placeOnRule(
  text: string,
  rule: Box,
  floor: number,
  obstacles: readonly Box[],
  measure: Measure,
): GraphLabel {
  const size = { width: Math.min(measure.width(text), rule.width), height: measure.lineHeight };
  const strip = (y: number): Box => ({ ...rule, y, height: size.height });
  const above = { x: rule.x, y: rule.y - size.height - 2 };
  const below = rule.y + 3;
  const spot = [above.y, below, above.y - size.height, above.y - 2 * size.height]
    .filter((y) => y !== below || y + size.height <= floor)
    .flatMap((y) => spots(strip(y), size))
    .find((each) => !obstacles.some((obstacle) => overlap(each, obstacle)));
  return { ...(spot ?? { ...above, ...size }), lines: [text] };
}

/** The texts of an axis that fit beside each other, the ones that come first in the list winning. */
export function keepApart<T extends GraphLabel>(labels: readonly T[], gap: number): T[] {
  return labels.reduce<T[]>((kept, label) => {
    const wide = { ...label, x: label.x - gap, width: label.width + 2 * gap };
    return kept.some((other) => overlap(wide, other)) ? kept : [...kept, label];
  }, []);
}

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function spots(within: Box, { width, height }: Pick<Box, 'width' | 'height'>): Box[] {
  return range(within.height - height).flatMap((dy) =>
    range(within.width - width).map((dx) => ({ x: within.x + dx, y: within.y + dy, width, height })),
  );
}

/** 0 to `space`, both in it, a few pixels apart; nothing if there is no space. */
function range(space: number): number[] {
  if (space < 0) return [];
  return [...Array.from({ length: Math.ceil(space / STEP) }, (_, index) => index * STEP), space];
}

const distance = (box: Box, { x, y }: Point): number =>
  Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y);

/** Broken at the blanks that make the lines most alike; a text with fewer blanks has fewer lines. */
function inLines(text: string, count: number): string[] {
  const blanks = [...text.matchAll(/ /g)].map(({ index }) => index);
  const breaks = Array.from({ length: count - 1 }, (_, index) => {
    const ideal = ((index + 1) / count) * text.length;
    return blanks.toSorted((a, b) => Math.abs(a - ideal) - Math.abs(b - ideal))[0];
  }).filter((at) => at !== undefined);
  const ends = [...new Set(breaks), text.length];
  return ends.map((end, index) => text.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end));
}
