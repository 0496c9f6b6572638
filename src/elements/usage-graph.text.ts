import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { formatQuantity } from '../locale/units.js';
import type { GraphWords } from './usage-graph.drawing.js';
import type { Measure } from './usage-graph.labels.js';
import type { UsageGraphData } from './usage-graph.types.js';

/** The words on the graph in a language. */
export function wordsOf(tag: LanguageTag, { unit, period, today }: UsageGraphData): GraphWords {
  const inUnits = (value: string): { quantity: string } => ({ quantity: formatQuantity(tag, value, unit) });
  return {
    tick: (value) => formatQuantity(tag, value, ''),
    day: (date) => formatDate(tag, date, 'short'),
    today: text(tag, 'graph.today'),
    limit: (value) => text(tag, 'graph.limit', inUnits(value)),
    costEffectiveTo: (value) => text(tag, 'graph.cost-effective-to', inUnits(value)),
    soFar: (value) => text(tag, today < period.end ? 'graph.so-far' : 'graph.in-all', inUnits(value)),
    outlook: (value) => text(tag, 'graph.outlook', inUnits(value)),
  };
}

/** Measures texts as `element` would show them. */
export function measureIn(element: Element): Measure {
  const style = getComputedStyle(element);
  const context = document.createElement('canvas').getContext('2d');
  const size = pixels(style.fontSize);
  if (context) context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  return {
    lineHeight: Math.ceil(size * 1.25),
    width: (words) => Math.ceil(context?.measureText(words).width ?? words.length * size),
  };
}

const pixels = (length: string): number => Number(length.replace('px', ''));
