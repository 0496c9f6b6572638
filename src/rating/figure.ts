import { fixedDays } from './calendar.js';
import * as exact from './decimal.js';
import type { Exact, RoundingMode } from './decimal.js';
import type { Derivation } from './derivation.js';
import { secondsBetween, type Instant } from './instant.js';
import { daysBetween, type Period } from './period.js';

/**
 * What a figure counts, and per what: `USD`, `USD/month`, `USD/day`, `minute`, `minute/day`, `day`, `line`. The first
 * part is a currency code or a kind of unit; empty for a bare number.
 */
export type Unit = string;

/** What a figure is, as a key that a renderer turns into words. Rules may add their own. */
export type Label =
  | 'base-fee'
  | 'days-in-period'
  | 'days-charged'
  | 'rate-per-day'
  | 'prorated'
  | 'included'
  | 'included-per-day'
  | 'allowance'
  | 'metered'
  | 'used'
  | 'over'
  | 'unit-price'
  | 'quantity'
  | 'lines'
  | 'lines-included'
  | 'lines-charged'
  | 'line-fee'
  | 'add-on-fee'
  | 'already-charged'
  | 'flat-fee'
  | 'tier-quantity'
  | 'tier-start'
  | 'line-total'
  | 'total'
  | 'full-price'
  | (string & {});

/** How and why a figure was rounded: `policy` is the name of the setting that asked for it. */
export interface RoundingStep {
  readonly mode: RoundingMode;
  readonly scale: number;
  readonly policy: string;
}

/** Days that are counted. `policy` says which boundary day is among them, where that is a choice. */
export interface DaySpan extends Period {
  readonly policy?: string;
  /** Where every month counts as so many days, whatever its length. */
  readonly monthDays?: number;
}

interface Known {
  readonly exact: Exact;
  readonly unit: Unit;
  readonly label?: Label | undefined;
  /** What `explain` has written of it, once it was asked to. There from the start: a field that comes later costs time. */
  tree: Derivation | undefined;
}

/**
 * An exact number that knows how it came about. Rules compute with figures only, so an amount and its explanation can
 * never part ways; `explain` writes the tree out as plain JSON.
 */
export type Figure = Known &
  (
    | { readonly op: 'input' }
    | { readonly op: 'line'; readonly line: string }
    | ({ readonly op: 'days' } & DaySpan)
    | { readonly op: 'seconds'; readonly start: Instant; readonly end: Instant }
    | { readonly op: Operation; readonly of: readonly Figure[] }
    | { readonly op: 'round'; readonly of: readonly [Figure]; readonly rounding: RoundingStep }
  );

/** What a figure is worked out by. */
export type Operation = 'add' | 'subtract' | 'multiply' | 'divide' | 'min' | 'max';

interface Naming {
  unit?: Unit;
  label?: Label;
}

/** The measure of a unit, without its "per": `USD/month` gives `USD`. */
export const measure = (unit: Unit): Unit => unit.split('/')[0] ?? '';

/** A number that comes from outside: a price, a count, a quantity. */
export const input = (value: Exact, unit: Unit, label: Label): Figure => ({
  op: 'input',
  exact: value,
  unit,
  label,
  tree: undefined,
});

/** The amount of another line of the same invoice, by its key. */
export const lineRef = (line: string, value: Exact, unit: Unit): Figure => ({
  op: 'line',
  line,
  exact: value,
  unit,
  label: 'line-total',
  tree: undefined,
});

/** The number of days of a span. */
export const days = (span: DaySpan, label: Label): Figure => ({
  op: 'days',
  ...span,
  exact: dayCount(span),
  unit: 'day',
  label,
  tree: undefined,
});

/** How many days a span has, by the calendar or in months of one length. */
export const dayCount = (span: DaySpan): Exact =>
  exact.whole(span.monthDays === undefined ? daysBetween(span.start, span.end) : fixedDays(span, span.monthDays));

/** The true length of a span between two instants. */
export const seconds = (start: Instant, end: Instant, label: Label): Figure => ({
  op: 'seconds',
  start,
  end,
  exact: secondsBetween(start, end),
  unit: 'second',
  label,
  tree: undefined,
});

/** The sum; zero of `unit` when there is nothing to add. */
export function plus(parts: readonly Figure[], naming: Naming): Figure {
  return node('add', parts, parts.map((part) => part.exact).reduce(exact.add, exact.ZERO), naming);
}

/** The first less the second, in the unit of the first unless named. */
export const minus = (a: Figure, b: Figure, naming: Naming = {}): Figure =>
  node('subtract', [a, b], exact.subtract(a.exact, b.exact), naming);

/** The unit is the first one's without its "per", unless named. */
export const times = (a: Figure, b: Figure, naming: Naming = {}): Figure =>
  node('multiply', [a, b], exact.multiply(a.exact, b.exact), { unit: measure(a.unit), ...naming });

/** The first divided by the second. Throws `division-by-zero`. */
export const over = (a: Figure, b: Figure, naming: Naming): Figure =>
  node('divide', [a, b], exact.divide(a.exact, b.exact), naming);

/** The smaller of two. */
export const least = (a: Figure, b: Figure, naming: Naming = {}): Figure =>
  node('min', [a, b], exact.compare(a.exact, b.exact) <= 0 ? a.exact : b.exact, naming);

/** The greater of two. */
export const greatest = (a: Figure, b: Figure, naming: Naming = {}): Figure =>
  node('max', [a, b], exact.compare(a.exact, b.exact) >= 0 ? a.exact : b.exact, naming);

/** Rounds. The step stays in the tree even where it changes nothing: the reader may want to know that it was there. */
export const rounded = (a: Figure, rounding: RoundingStep, { unit, label }: Naming = {}): Figure => ({
  op: 'round',
  of: [a],
  rounding,
  exact: exact.round(a.exact, rounding.scale, rounding.mode),
  unit: unit ?? a.unit,
  label: label ?? a.label,
  tree: undefined,
});

/** The same figure under another name. */
export const named = (a: Figure, naming: Naming): Figure => ({ ...a, ...naming, tree: undefined });

/** A zero that nothing has to explain. */
export const nothing = (unit: Unit, label: Label): Figure => input(exact.ZERO, unit, label);

function node(op: Operation, of: readonly Figure[], value: Exact, { unit, label }: Naming): Figure {
  return { op, of, exact: value, unit: unit ?? of[0]?.unit ?? '', label, tree: undefined };
}

/** The opposite: what a credit is to its charge. */
export const opposite = (a: Figure, naming: Naming = {}): Figure =>
  times(a, input(exact.whole(-1), '', 'credit'), naming);
