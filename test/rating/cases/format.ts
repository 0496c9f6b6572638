/** A decimal string, or a whole number. */
export type Numeric = string | number;

export interface Span {
  start: string;
  end: string;
}

export interface CaseRounding {
  mode: string;
  scale: number;
  at?: 'line' | 'charge';
}

export interface Conversion {
  operation: 'multiply' | 'divide';
  factor: string;
  rounding?: string;
  precision?: number;
}

export interface CasePrice {
  type: string;
  [field: string]: unknown;
}

/** What the cases of every calculation may state. */
export interface Money {
  currency?: string;
  rounding?: CaseRounding;
}

/** One worked case. `expected` holds only the figures that are checked. */
export interface RatingCase {
  id: string;
  op: string;
  model: string;
  title?: string;
  inputs: unknown;
  expected: Readonly<Record<string, unknown>>;
}

export interface CaseFile {
  source: string;
  cases: readonly RatingCase[];
}

/** What a calculation gave, under the names of the format. */
export type Got = Readonly<Record<string, unknown>>;
