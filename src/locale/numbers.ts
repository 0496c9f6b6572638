import { compare, parseExact, round, toFixedText, toText } from '../rating/decimal.js';
import { numberFormat, type LanguageTag } from './intl.js';

/** A piece of a formatted number, as Intl tells them apart: `integer`, `decimal`, `fraction`, `currency`, `unit`. */
export type NumberPart = Intl.NumberFormatPart;

/** How many digits behind the point are shown: at least, and at most. */
export interface Digits {
  readonly min: number;
  readonly max: number;
}

/** Digits of a fraction that never ends, before the ellipsis. */
const UNFINISHED = 4;
const WHOLE: Digits = { min: 0, max: 0 };

/**
 * A decimal string in parts, exactly: it goes to Intl as text, never through a float. A hyphen becomes a real minus.
 * The options' own digits count, so they must have room for those of `value`.
 */
export function decimalParts(tag: LanguageTag, value: string, options: Intl.NumberFormatOptions): NumberPart[] {
  const parts = numberFormat(tag, options).formatToParts(value as `${number}`);
  return parts.map((part) => (part.type === 'minusSign' ? { ...part, value: part.value.replace('-', '−') } : part));
}

/**
 * An exact number (`"66.6"`, `"139/30"`) in parts. What has more digits than `digits.max` is cut, not rounded, and ends
 * in an ellipsis, so that no figure is shown that was never computed with.
 */
export function exactParts(
  tag: LanguageTag,
  value: string,
  digits: Digits,
  options: Intl.NumberFormatOptions = {},
): NumberPart[] {
  const { text, cut } = cutTo(value, digits);
  const scale = text.split('.')[1]?.length ?? 0;
  const fraction = {
    minimumFractionDigits: Math.max(scale, digits.min),
    maximumFractionDigits: Math.max(scale, digits.min),
  };
  const parts = decimalParts(tag, text, { ...options, ...fraction });
  return cut ? withEllipsis(parts) : parts;
}

/** A number of at most `max` digits as text, cut without an ellipsis: `"171.2"` of `"10274/60"`. For the eye only. */
export function numberText(
  tag: LanguageTag,
  value: string,
  max = WHOLE.max,
  options: Intl.NumberFormatOptions = {},
): string {
  const shown = toText(round(parseExact(value), max, 'down'));
  return textOf(decimalParts(tag, shown, { ...options, minimumFractionDigits: 0, maximumFractionDigits: max }));
}

/** The parts as one text. */
export const textOf = (parts: readonly { readonly value: string }[]): string =>
  parts.map((part) => part.value).join('');

function cutTo(value: string, { max }: Digits): { text: string; cut: boolean } {
  const exact = parseExact(value);
  const scale = value.includes('/') ? Math.min(UNFINISHED, max) : max;
  const shown = round(exact, scale, 'down');
  const cut = compare(shown, exact) !== 0;
  return { text: cut ? toFixedText(shown, scale) : toText(shown), cut };
}

function withEllipsis(parts: readonly NumberPart[]): NumberPart[] {
  const last = parts.findLastIndex((part) => part.type === 'fraction' || part.type === 'integer');
  return parts.map((part, index) => (index === last ? { ...part, value: `${part.value}…` } : part));
}
