import type { PlainDate } from '../rating/index.js';
import type { GraphLayout } from './usage-graph.layout.js';
import type { Side } from './usage-graph.svg.js';

const GAP = 12;

/**
 * Puts the card beside the crosshair, on the side with more room, and into the half of the plot that its point is not
 * in. Through the CSSOM: a strict content security policy refuses style attributes.
 */
export function placeCard(card: HTMLElement, layout: GraphLayout, side: Side, day: PlainDate): void {
  const { plot } = layout.scale;
  const at = side(layout.scale.x(day));
  const { offsetWidth: width, offsetHeight: height } = card;
  const beside = at > layout.width / 2 ? at - GAP - width : at + GAP;
  const point = layout.pointOn(day);
  const above = !point || point.y > plot.y + plot.height / 2;
  card.style.left = `${Math.min(Math.max(beside, 0), layout.width - width)}px`;
  card.style.top = `${above ? plot.y : plot.y + plot.height - height - 4}px`;
}
