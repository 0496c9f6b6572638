import type { Currency, StepFigure } from '../rating/index.js';
import type { LanguageTag } from './intl.js';
import { pattern } from './messages.js';
import { priceParts } from './money.js';
import type { MessageKey } from './catalogue.js';
import { textOf, type NumberPart } from './numbers.js';
import { quantityParts, unitName } from './units.js';

/** A piece of an explanation: a number, or the words around it, which may be drawn lighter. */
export interface Run {
  readonly kind: 'number' | 'words';
  readonly text: string;
}

/** How figures are put into words: the language, the invoice's currency, and the names of its lines by key. */
export interface Wording {
  readonly tag: LanguageTag;
  readonly currency: Currency;
  readonly nameOf?: (line: string) => string | undefined;
}

const QUANTITY_DIGITS = { min: 0, max: 12 };
const DIGITS: ReadonlySet<string> = new Set(['integer', 'group', 'decimal', 'fraction', 'minusSign', 'plusSign']);
const NAMED: Readonly<Record<string, MessageKey>> = {
  used: 'figure.used',
  allowance: 'figure.allowance',
  'lines-included': 'figure.allowance',
  over: 'figure.over',
};

/** A figure in words: `139.00 per month`, `20 days`, `77 minutes used`. */
export function figureRuns(figure: StepFigure, wording: Wording): Run[] {
  const bare = bareRuns(figure, wording);
  const key = NAMED[figure.label ?? ''];
  const name = figure.line === undefined ? undefined : wording.nameOf?.(figure.line);
  if (name !== undefined) return [words(`${name} `), ...bare];
  return key ? fill(wording.tag, key, { figure: bare }) : bare;
}

/** The same without the word for what it is. `digits` are those behind the point of a quantity that is shown at least. */
export function bareRuns({ value, unit }: StepFigure, { tag, currency }: Wording, digits = 0): Run[] {
  const [counted = '', per] = unit.split('/');
  const parts =
    counted === currency.currency
      ? priceParts(tag, value, currency)
      : quantityParts(tag, value, counted, { ...QUANTITY_DIGITS, min: digits });
  const amount = runsOf(parts);
  return per === undefined ? amount : fill(tag, 'figure.per', { amount, unit: [words(unitName(tag, per))] });
}

/** A text with runs in its placeholders. */
export function fill(tag: LanguageTag, key: MessageKey, values: Readonly<Record<string, readonly Run[]>>): Run[] {
  const pieces = pattern(tag, key).split(/(\{\w+\})/);
  return pieces.flatMap((piece) => values[piece.slice(1, -1)] ?? words(piece)).filter((run) => run.text !== '');
}

export const words = (text: string): Run => ({ kind: 'words', text });

function runsOf(parts: readonly NumberPart[]): Run[] {
  const isNumber = (part: NumberPart): boolean => DIGITS.has(part.type);
  const first = parts.findIndex(isNumber);
  const last = parts.findLastIndex(isNumber) + 1;
  const runs = [
    words(textOf(parts.slice(0, first))),
    number(textOf(parts.slice(first, last))),
    words(textOf(parts.slice(last))),
  ];
  return runs.filter((run) => run.text !== '');
}

const number = (text: string): Run => ({ kind: 'number', text });
