import type { PlainDate } from '../rating/index.js';
import type { Measure } from './usage-graph.labels.js';
import type { Scale } from './usage-graph.scale.js';
import type { UsageGraphData } from './usage-graph.types.js';

/** The words on the graph. */
export interface GraphWords {
  readonly tick: (quantity: string) => string;
  readonly day: (date: PlainDate) => string;
  readonly today: string;
  readonly limit: (quantity: string) => string;
  readonly costEffectiveTo: (quantity: string) => string;
  readonly soFar: (quantity: string) => string;
  readonly outlook: (quantity: string) => string;
}

/** What every part of the graph is laid out with. */
export interface Drawing {
  readonly data: UsageGraphData;
  readonly words: GraphWords;
  readonly measure: Measure;
  readonly scale: Scale;
}

export const hasToday = ({ period, today }: UsageGraphData): boolean => today >= period.start && today < period.end;
