import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { PlainDate } from '../rating/index.js';
import type { GraphLabel } from './usage-graph.labels.js';
import type { GraphLayout } from './usage-graph.layout.js';
import type { Box, Point } from './usage-graph.scale.js';

/** Where a place, counted from the inline start, is on the screen. */
export type Side = (x: number) => number;

export const sideOf = (width: number, rtl: boolean): Side => (rtl ? (x) => width - x : (x) => x);

/** The graph without its crosshair, from back to front. */
export function drawGraph(layout: GraphLayout, side: Side): SVGTemplateResult {
  const { bars, curves, rules, grid, axis, notes, today } = layout;
  const end = curves.soFar.at(-1);
  return svg`
    ${grid.map((y) => across(layout, side, y, 'grid'))}
    ${bars.map((bar) => drawBar(bar, side))}
    <path class="band" d=${path([...curves.high, ...curves.low.toReversed()], side)}></path>
    ${today === undefined ? nothing : drawDay(layout, side, today, 'today')}
    ${rules.map((rule) => across(layout, side, rule.y, rule.kind))}
    <path class="expected" d=${path(curves.expected, side)}></path>
    <path class="total" d=${path(curves.soFar, side)}></path>
    ${end && drawDot(end, side)}
    ${[...rules.map(({ kind, label }) => ({ ...label, kind })), ...notes, ...axis].map((label) => drawText(label, side))}
  `;
}

/** The day under the crosshair. */
export function drawCrosshair(layout: GraphLayout, side: Side, day: PlainDate): SVGTemplateResult {
  const point = layout.pointOn(day);
  return svg`
    ${drawDay(layout, side, layout.scale.x(day), 'crosshair')}
    ${point ? drawDot(point, side) : nothing}
  `;
}

function across({ scale: { plot } }: GraphLayout, side: Side, y: number, kind: string): SVGTemplateResult {
  // Half a pixel: a hairline that lies between two rows of pixels is drawn as two grey ones.
  const at = Math.round(y) + 0.5;
  return svg`<line class="across ${kind}" x1=${side(plot.x)} x2=${side(plot.x + plot.width)} y1=${at} y2=${at}></line>`;
}

function drawDay({ scale: { plot } }: GraphLayout, side: Side, x: number, kind: string): SVGTemplateResult {
  const at = Math.round(side(x)) + 0.5;
  return svg`<line class=${kind} x1=${at} x2=${at} y1=${plot.y} y2=${plot.y + plot.height}></line>`;
}

function drawBar({ x, y, width, height }: Box, side: Side): SVGTemplateResult {
  return svg`<rect class="bar" x=${Math.min(side(x), side(x + width))} y=${y} width=${width} height=${height}></rect>`;
}

const drawDot = ({ x, y }: Point, side: Side): SVGTemplateResult =>
  svg`<circle class="dot" cx=${side(x)} cy=${y} r="4"></circle>`;

/** Anchored at its start, which `direction` puts on the side where the text begins. A line is an element: bidi ends there. */
function drawText({ x, y, height, lines, kind }: GraphLabel & { kind: string }, side: Side): SVGTemplateResult[] {
  const lineHeight = height / lines.length;
  return lines.map((line, index) => {
    const baseline = y + (index + 0.77) * lineHeight;
    return svg`<text class=${kind} x=${side(x)} y=${baseline}>${line}</text>`;
  });
}

const path = (points: readonly Point[], side: Side): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${tenths(side(x))} ${tenths(y)}`).join(' ');

const tenths = (pixels: number): number => Math.round(pixels * 10) / 10;
