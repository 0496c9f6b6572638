import { parseExact, round, toText } from '../rating/decimal.js';
import type { MessageKey } from './catalogue.js';
import { en } from './en.js';
import type { LanguageTag } from './intl.js';
import { pattern, text } from './messages.js';
import { exactParts, numberText, type Digits, type NumberPart } from './numbers.js';

/** Units that Intl has the words of, in every language and plural form. */
const KNOWN: ReadonlySet<string> = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year']);

/** A quantity with its unit in words, `67 minutes`; a unit that has no words is named as the back end names it. */
export function quantityParts(tag: LanguageTag, value: string, unit: string, digits: Digits): NumberPart[] {
  if (KNOWN.has(unit)) return exactParts(tag, value, digits, { style: 'unit', unit, unitDisplay: 'long' });
  const number = exactParts(tag, value, digits);
  if (unit === '') return number;
  const [before = '', after = ''] = unitPattern(tag, value, unit).split('{count}');
  return [literal(before), ...number, literal(after)].filter((part) => part.value !== '');
}

/**
 * A quantity for the eye, with at most one digit behind the point: `171.2 minutes`. What is used is shown rounded down
 * and what is left rounded up, so that the two still add up.
 */
export function formatQuantity(tag: LanguageTag, value: string, unit: string, mode: 'down' | 'up' = 'down'): string {
  const shown = toText(round(parseExact(value), 1, mode));
  if (KNOWN.has(unit)) return numberText(tag, shown, 1, { style: 'unit', unit, unitDisplay: 'long' });
  const number = numberText(tag, shown, 1);
  return unit === '' ? number : unitPattern(tag, shown, unit).replace('{count}', number);
}

/** The unit itself, in the singular, as in "per minute". */
export function unitName(tag: LanguageTag, unit: string): string {
  const key = `unit-name.${unit}`;
  return isKey(key) ? text(tag, key as 'unit-name.minute') : unit;
}

function unitPattern(tag: LanguageTag, value: string, unit: string): string {
  const key = `unit.${unit}`;
  return isKey(key) ? pattern(tag, key, value.includes('/') ? '0.5' : value) : `{count} ${unit}`;
}

const isKey = (key: string): key is MessageKey => Object.hasOwn(en, key);
const literal = (value: string): NumberPart => ({ type: 'literal', value });
