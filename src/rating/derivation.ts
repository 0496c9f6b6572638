import * as exact from './decimal.js';
import type { Exact } from './decimal.js';
import { RatingError } from './errors.js';
import {
  dayCount,
  type DaySpan,
  type Figure,
  type Label,
  type Operation,
  type RoundingStep,
  type Unit,
} from './figure.js';
import { secondsBetween, type Instant } from './instant.js';

interface Stated {
  /** A decimal where it ends, else a fraction `n/d`: never rounded for display. */
  readonly value: string;
  readonly unit: Unit;
  readonly label?: Label;
}

/**
 * How an amount came about: a tree whose leaves are inputs (`input`, the `days` or `seconds` of a span, the amount of another `line`)
 * and whose rounding steps are named. Plain JSON; `checkDerivation` recomputes it.
 */
export type Derivation = Stated &
  (
    | { readonly op: 'input' }
    | { readonly op: 'line'; readonly line: string }
    | ({ readonly op: 'days' } & DaySpan)
    | { readonly op: 'seconds'; readonly start: Instant; readonly end: Instant }
    | { readonly op: Operation; readonly of: readonly Derivation[] }
    | { readonly op: 'round'; readonly of: readonly [Derivation]; readonly rounding: RoundingStep }
  );

/** Where a derivation states another value than its operands give. */
export interface DerivationDifference {
  /** The way to the node, by operand index: `[]` is the root. */
  readonly path: readonly number[];
  readonly stated: string;
  readonly computed: string;
}

/** The figure's tree as plain JSON. A part that several figures share is written once. */
export const explain = (figure: Figure): Derivation => (figure.tree ??= write(figure));

/** Field by field, not by spreading: an invoice of a few lines has a hundred of these. */
function write(figure: Figure): Derivation {
  const { op, unit, label } = figure;
  const tree = { op, value: exact.toText(figure.exact), unit } as Writable;
  if (label !== undefined) tree.label = label;
  if ('of' in figure) tree.of = figure.of.map(explain);
  if (figure.op === 'round') tree.rounding = figure.rounding;
  else if (figure.op === 'line') tree.line = figure.line;
  else if (figure.op === 'days') Object.assign(tree, spanOf(figure));
  else if (figure.op === 'seconds') Object.assign(tree, { start: figure.start, end: figure.end });
  return tree as Derivation;
}

type Writable = { -readonly [Key in keyof Stated]: Stated[Key] } & {
  of?: readonly Derivation[];
  rounding?: RoundingStep;
  line?: string;
};

const spanOf = ({ start, end, policy, monthDays }: DaySpan): DaySpan => ({
  start,
  end,
  ...(policy !== undefined && { policy }),
  ...(monthDays !== undefined && { monthDays }),
});

/** The figure that a tree of plain JSON was written from, so that another rule can go on with it. Not checked. */
export function figureOf(tree: Derivation): Figure {
  const { value, ...rest } = tree;
  const own = { ...rest, exact: exact.parseExact(value, tree.label), tree: undefined };
  return 'of' in tree ? ({ ...own, of: tree.of.map(figureOf) } as Figure) : (own as Figure);
}

/**
 * Recomputes a derivation from its leaves and returns every node whose stated value differs, the root last; an empty
 * list when the tree holds. Each node is recomputed from the values that its operands state, so that one slip is
 * reported once, where it was made. `lineAmounts` gives the amounts that `line` leaves must state. Throws
 * `malformed-input` for what is not a derivation.
 */
export function checkDerivation(tree: Derivation, lineAmounts?: LineAmounts): DerivationDifference[] {
  const found: DerivationDifference[] = [];
  check(tree, [], found, lineAmounts);
  return found;
}

type LineAmounts = ReadonlyMap<string, Exact>;

/** Adds what differs in a node, after what differs below it, and returns the value that the node states. */
function check(node: Derivation, path: readonly number[], found: DerivationDifference[], lines?: LineAmounts): Exact {
  if (typeof node !== 'object' || node === null || path.length >= 64) throw malformed(path, 'expected a derivation');
  const below =
    'of' in node ? operandsOf(node.of, path).map((child, index) => check(child, [...path, index], found, lines)) : [];
  const stated = valueOf(node, path);
  const computed = recompute(node, stated, below, path, lines);
  if (exact.compare(stated, computed) !== 0) found.push({ path, stated: node.value, computed: exact.toText(computed) });
  return stated;
}

function operandsOf(of: readonly Derivation[], path: readonly number[]): readonly Derivation[] {
  const list: unknown = of;
  if (!Array.isArray(list)) throw malformed(path, 'expected a list of operands');
  return of;
}

function valueOf(node: Derivation, path: readonly number[]): Exact {
  try {
    return exact.parseExact(node.value);
  } catch {
    throw new RatingError(
      'malformed-number',
      pathName(path),
      `expected a decimal or a fraction, got ${exact.shown(node.value)}`,
    );
  }
}

function recompute(
  node: Derivation,
  stated: Exact,
  of: readonly Exact[],
  path: readonly number[],
  lines?: LineAmounts,
): Exact {
  switch (node.op) {
    case 'input':
      return stated;
    case 'line':
      return lines ? (lines.get(node.line) ?? exact.ZERO) : stated;
    case 'days':
      return dayCount(node);
    case 'seconds':
      return secondsBetween(node.start, node.end);
    case 'round':
      return exact.round(operand(of, 0, path), node.rounding.scale, node.rounding.mode);
    case 'add':
      return of.reduce(exact.add, exact.ZERO);
    default:
      return binary(node.op, operand(of, 0, path), operand(of, 1, path), path);
  }
}

function binary(op: Operation, a: Exact, b: Exact, path: readonly number[]): Exact {
  switch (op) {
    case 'subtract':
      return exact.subtract(a, b);
    case 'multiply':
      return exact.multiply(a, b);
    case 'divide':
      return exact.divide(a, b, 'derivation');
    case 'min':
      return exact.compare(a, b) <= 0 ? a : b;
    case 'max':
      return exact.compare(a, b) >= 0 ? a : b;
    default:
      throw malformed(path, `unknown operation ${exact.shown(op)}`);
  }
}

function operand(of: readonly Exact[], index: number, path: readonly number[]): Exact {
  const value = of[index];
  if (value === undefined) throw malformed(path, `operand ${index} is missing`);
  return value;
}

const malformed = (path: readonly number[], message: string): RatingError =>
  new RatingError('malformed-input', pathName(path), message);

const pathName = (path: readonly number[]): string => `derivation${path.map((index) => `.of[${index}]`).join('')}`;
