import * as exact from './decimal.js';
import type { Exact } from './decimal.js';
import { need, RatingError } from './errors.js';
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

/** The figure's tree as plain JSON. */
export function explain(figure: Figure): Derivation {
  const { exact: value, ...rest } = figure;
  const own = { ...rest, value: exact.toText(value) };
  return 'of' in figure ? ({ ...own, of: figure.of.map(explain) } as Derivation) : (own as Derivation);
}

/** The figure that a tree of plain JSON was written from, so that another rule can go on with it. Not checked. */
export function figureOf(tree: Derivation): Figure {
  const { value, ...rest } = tree;
  const own = { ...rest, exact: exact.parseExact(value, tree.label) };
  return 'of' in tree ? ({ ...own, of: tree.of.map(figureOf) } as Figure) : (own as Figure);
}

/**
 * Recomputes a derivation from its leaves and returns every node whose stated value differs, the root last; an empty
 * list when the tree holds. Each node is recomputed from the values that its operands state, so that one slip is
 * reported once, where it was made. `lineAmounts` gives the amounts that `line` leaves must state. Throws
 * `malformed-input` for what is not a derivation.
 */
export function checkDerivation(tree: Derivation, lineAmounts?: ReadonlyMap<string, Exact>): DerivationDifference[] {
  const found: DerivationDifference[] = [];
  visit(tree, [], (node, path) => {
    const stated = exact.parseExact(node.value, pathName(path));
    const computed = recompute(node, stated, path, lineAmounts);
    if (exact.compare(stated, computed) !== 0)
      found.push({ path, stated: node.value, computed: exact.toText(computed) });
  });
  return found;
}

function visit(
  node: Derivation,
  path: readonly number[],
  act: (node: Derivation, path: readonly number[]) => void,
): void {
  need(
    typeof node === 'object' && node !== null && path.length < 64,
    'malformed-input',
    pathName(path),
    'expected a derivation',
  );
  if ('of' in node) {
    need(Array.isArray(node.of), 'malformed-input', pathName(path), 'expected a list of operands');
    node.of.forEach((child, index) => visit(child, [...path, index], act));
  }
  act(node, path);
}

function recompute(
  node: Derivation,
  stated: Exact,
  path: readonly number[],
  lines?: ReadonlyMap<string, Exact>,
): Exact {
  switch (node.op) {
    case 'input':
      return stated;
    case 'line':
      return lines?.get(node.line) ?? (lines ? exact.ZERO : stated);
    case 'days':
      return dayCount(node);
    case 'seconds':
      return secondsBetween(node.start, node.end, pathName(path));
    case 'round':
      return exact.round(operand(node.of, 0, path), node.rounding.scale, node.rounding.mode);
    case 'add':
      return node.of.map((_, index) => operand(node.of, index, path)).reduce(exact.add, exact.ZERO);
    default:
      return binary(node.op, operand(node.of, 0, path), operand(node.of, 1, path), path);
  }
}

function binary(op: Operation, a: Exact, b: Exact, path: readonly number[]): Exact {
  switch (op) {
    case 'subtract':
      return exact.subtract(a, b);
    case 'multiply':
      return exact.multiply(a, b);
    case 'divide':
      return exact.divide(a, b, pathName(path));
    case 'min':
      return exact.compare(a, b) <= 0 ? a : b;
    case 'max':
      return exact.compare(a, b) >= 0 ? a : b;
    default:
      throw new RatingError('malformed-input', pathName(path), `unknown operation ${exact.shown(op)}`);
  }
}

function operand(of: readonly Derivation[], index: number, path: readonly number[]): Exact {
  const child = of[index];
  need(child !== undefined, 'malformed-input', pathName(path), `operand ${index} is missing`);
  return exact.parseExact(child.value, pathName([...path, index]));
}

const pathName = (path: readonly number[]): string => `derivation${path.map((index) => `.of[${index}]`).join('')}`;
