import { steps, type Derivation, type Step, type StepFigure } from '../rating/index.js';
import { bareRuns, figureRuns, fill, type Run, type Wording } from './figure-runs.js';

/** An operand or a result with the sign before it, if any. A line may be broken before each. */
export interface Term {
  readonly sign: string;
  readonly runs: readonly Run[];
}

/** One line of arithmetic. */
export type Sentence = readonly Term[];

const SIGNS: Partial<Record<Step['op'], string>> = { add: '+', subtract: '−', multiply: '×', divide: '÷' };

/**
 * How an amount came about, in words: `139.00 per month ÷ 30 days = 4.63 per day × 20 days = 92.60`. Steps that go on
 * from the result before them stand in one line; any other step begins a new one. Nothing is computed here: every number
 * is one of the derivation's. Empty for an amount that was only read.
 */
export function explain(derivation: Derivation, wording: Wording): Sentence[] {
  const chains = chainsOf(workedSteps(derivation));
  return chains.map((chain) => chain.flatMap((step, index) => termsOf(step, index === 0, wording)));
}

/** Where an amount was rounded to its currency on the way, in words: `4.6333… per day, rounded to 4.63 per day`. */
export function roundings(derivation: Derivation, wording: Wording): string[] {
  return workedSteps(derivation).flatMap((step) => {
    if (!step.rounding || isNamed(step, wording)) return [];
    const figure = bareRuns({ value: step.rounding.exact, unit: step.result.unit }, wording);
    const rounded = bareRuns(step.result, wording);
    return runsText(fill(wording.tag, 'figure.rounded', { figure, rounded }));
  });
}

/** A line of arithmetic as plain text. */
export const sentenceText = (sentence: Sentence): string =>
  sentence.map(({ sign, runs }) => `${sign} ${runsText(runs)}`.trim()).join(' ');

const runsText = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

/** The steps that did something, the last of which ends in the unit of the whole. */
function workedSteps(derivation: Derivation): Step[] {
  const all = steps(derivation).filter(({ op, operands }) => op !== 'subtract' || operands[1]?.value !== '0');
  return all.map((step, index) =>
    index === all.length - 1 ? { ...step, result: { ...step.result, unit: derivation.unit } } : step,
  );
}

function chainsOf(all: readonly Step[]): Step[][] {
  const chains: Step[][] = [];
  for (const step of all) {
    const chain = chains.at(-1);
    const before = chain?.at(-1);
    if (chain && before && isSame(before.result, step.operands[0]) && step.op in SIGNS) chain.push(step);
    else chains.push([step]);
  }
  return chains;
}

const isSame = (a: StepFigure, b: StepFigure | undefined): boolean => a.value === b?.value && a.unit === b.unit;

function termsOf(step: Step, isFirst: boolean, wording: Wording): Term[] {
  return [...operandsOf(step, wording).slice(isFirst ? 0 : 1), ...resultOf(step, wording)];
}

function operandsOf(step: Step, wording: Wording): Term[] {
  const runs = step.operands.map((operand) => figureRuns(operand, wording));
  const [a = [], b = []] = runs;
  if (step.op === 'min' || step.op === 'max') {
    return [{ sign: '', runs: fill(wording.tag, step.op === 'min' ? 'figure.least' : 'figure.most', { a, b }) }];
  }
  return runs.map((each, index) => ({ sign: index === 0 ? '' : (SIGNS[step.op] ?? ''), runs: each }));
}

/** `= 4.63 per day`, `= 66.60, rounded to 67 minutes`. */
function resultOf(step: Step, wording: Wording): Term[] {
  const { result, rounding } = step;
  if (!rounding || !isNamed(step, wording)) return [{ sign: '=', runs: figureRuns(result, wording) }];
  const exact = bareRuns({ value: rounding.exact, unit: '' }, wording, 2);
  return [
    { sign: '=', runs: fill(wording.tag, 'figure.rounded', { figure: exact, rounded: bareRuns(result, wording) }) },
  ];
}

/** Whether a rounding is named where it happens: to whole units. One to some digits would only be in the way there. */
const isNamed = ({ op, result, rounding }: Step, { currency }: Wording): boolean =>
  op !== 'round' && rounding?.scale === 0 && result.unit.split('/')[0] !== currency.currency;
