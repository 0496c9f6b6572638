import type { Derivation } from './derivation.js';
import type { Label, Operation, RoundingStep, Unit } from './figure.js';
import type { Period } from './period.js';

/** A number that a step takes or gives. `value` is exact: a decimal, or a fraction `n/d` where no decimal ends. */
export interface StepFigure {
  readonly value: string;
  readonly unit: Unit;
  readonly label?: Label;
  /** Where the number counts the days of a period, or its seconds: which one. */
  readonly period?: Period;
  /** Where the number is another line of the same invoice: its key. */
  readonly line?: string;
}

/** How the result of a step was rounded; `exact` is what it was before. */
export interface StepRounding extends RoundingStep {
  readonly exact: string;
}

/** One arithmetic step of a derivation: 139.00 per month ÷ 30 days = 4.63 per day. */
export interface Step {
  /** `round` only where a number is rounded that no step of this list gave. */
  readonly op: Operation | 'round';
  readonly operands: readonly StepFigure[];
  readonly result: StepFigure;
  /** Only where rounding changed the result. */
  readonly rounding?: StepRounding;
  /** The setting that chose the days which the step counts. */
  readonly policy?: string;
}

/**
 * A derivation as the list of its arithmetic steps, in the order in which a person would redo them. A rounding is part
 * of the step that it rounds and is left out where it changes nothing; equal steps are there once; a number that was
 * only read has no step.
 *
 * @example 92.60: 139 USD/month ÷ 30 day = 4.63 USD/day · 4.63 USD/day × 20 day = 92.6 USD
 */
export function steps(derivation: Derivation): Step[] {
  const found = new Map<string, Step>();
  collect(derivation, (step) => {
    const key = JSON.stringify(step);
    if (!found.has(key)) found.set(key, step);
  });
  return [...found.values()];
}

function collect(node: Derivation, emit: (step: Step) => void): void {
  if (!('of' in node)) return;
  const rounded = node.op === 'round' ? node.of[0] : undefined;
  if (rounded && rounded.value === node.value) return collect(rounded, emit);
  const worked = rounded && 'of' in rounded && rounded.op !== 'round' ? rounded : node;
  worked.of.forEach((operand) => collect(operand, emit));
  emit(stepOf(worked, node));
}

/** The step of `worked`, which ends in `final`: the same node, or the rounding around it. */
function stepOf(worked: Extract<Derivation, { of: unknown }>, final: Derivation): Step {
  const policy = worked.of
    .map((operand) => ('policy' in operand ? operand.policy : undefined))
    .find((name) => name !== undefined);
  const exact = worked === final ? worked.of[0]?.value : worked.value;
  return {
    op: worked.op,
    operands: worked.of.map(figureOf),
    result: figureOf(final),
    ...(final.op === 'round' && exact !== undefined && { rounding: { ...final.rounding, exact } }),
    ...(policy !== undefined && { policy }),
  };
}

function figureOf(node: Derivation): StepFigure {
  return {
    value: node.value,
    unit: node.unit,
    ...(node.label !== undefined && { label: node.label }),
    ...((node.op === 'days' || node.op === 'seconds') && { period: { start: node.start, end: node.end } }),
    ...(node.op === 'line' && { line: node.line }),
  };
}
