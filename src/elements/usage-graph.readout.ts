import type { PlainDate } from '../rating/index.js';
import { formatDate } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import { formatMoney } from '../locale/money.js';
import { formatQuantity } from '../locale/units.js';
import { wordsOf } from './usage-graph.text.js';
import type { UsageGraphData, UsageGraphDay, UsageGraphOutlook } from './usage-graph.types.js';

/** What is said of one day: the crosshair's card, and what a screen reader hears. */
export interface Readout {
  readonly day: string;
  /** Set where the day is still to come: the word that tells expectation from fact. */
  readonly outlook: string | undefined;
  readonly rows: readonly { readonly name: string; readonly value: string }[];
}

export function readoutOf(tag: LanguageTag, data: UsageGraphData, date: PlainDate): Readout {
  const day = formatDate(tag, date, 'weekday');
  const past = data.days.find((each) => each.date === date);
  if (past) return { day, outlook: undefined, rows: pastRows(tag, data, past) };
  const outlook = data.forecast.find((each) => each.date === date);
  if (!outlook) return { day, outlook: text(tag, 'graph.nothing-known'), rows: [] };
  return { day, outlook: text(tag, 'graph.if-it-goes-on'), rows: outlookRows(tag, data, outlook) };
}

/** A readout in one line. */
export const readoutText = ({ day, outlook, rows }: Readout): string =>
  [day, ...(outlook === undefined ? [] : [outlook]), ...rows.map(({ name, value }) => `${name}: ${value}`)].join('. ');

/** The graph in one line. */
export function summaryOf(tag: LanguageTag, data: UsageGraphData): string {
  const quantity = (value: string): string => formatQuantity(tag, value, data.unit);
  const { limit, costEffectiveTo: other } = data;
  const final = data.forecast.at(-1);
  return [
    wordsOf(tag, data).soFar(data.days.at(-1)?.total ?? '0'),
    ...(limit === null ? [] : [text(tag, 'graph.limit', { quantity: quantity(limit) })]),
    ...(other === null
      ? []
      : [text(tag, 'graph.plan-cheaper', { quantity: quantity(other.quantity), plan: isolate(other.plan) })]),
    ...(final ? [text(tag, 'graph.outlook', { quantity: quantity(final.expected) })] : []),
  ].join('. ');
}

function pastRows(tag: LanguageTag, { unit, today }: UsageGraphData, day: UsageGraphDay): Readout['rows'] {
  const name = day.date === today ? text(tag, 'graph.used-today') : text(tag, 'graph.used-on-day');
  return [
    { name, value: formatQuantity(tag, day.quantity, unit) },
    { name: text(tag, 'graph.total'), value: formatQuantity(tag, day.total, unit) },
    ...(day.cost ? [{ name: text(tag, 'graph.cost'), value: formatMoney(tag, day.cost) }] : []),
  ];
}

function outlookRows(tag: LanguageTag, { unit }: UsageGraphData, outlook: UsageGraphOutlook): Readout['rows'] {
  return [
    { name: text(tag, 'graph.expected'), value: formatQuantity(tag, outlook.expected, unit) },
    { name: text(tag, 'graph.range'), value: rangeText(tag, outlook, unit) },
  ];
}

/** From the lowest to the highest: the unit is said once. */
export function rangeText(tag: LanguageTag, { low, high }: UsageGraphOutlook, unit: string): string {
  return text(tag, 'graph.between', { low: formatQuantity(tag, low, ''), high: formatQuantity(tag, high, unit) });
}
