import { compare, parse, round, toText, whole } from '../rating/decimal.js';
import type { Decimal } from '../rating/index.js';
import { numberFormat, type LanguageTag } from '../locale/intl.js';
import { decimalParts, textOf } from '../locale/numbers.js';

/** As many as a field has room for, and far fewer than rating takes. */
const MOST_DIGITS = 15;

/**
 * A positive number as it is typed in a language, exactly; `undefined` for anything else. A separator of thousands counts
 * only where it parts thousands: "1,5" is no number where the comma isn't the decimal point.
 */
export function decimalOf(tag: LanguageTag, typed: string): Decimal | undefined {
  const { group, point, digits } = marksOf(tag);
  const latin = [...typed.replace(/[\s\u00a0\u202f\p{Cf}]/gu, '')]
    .map((each) => (digits.includes(each) ? String(digits.indexOf(each)) : each))
    .join('');
  const [before = '', behind, ...more] = latin.split(point);
  const joined = /^\d+$/.test(before) ? before : grouped(before, group);
  if (joined === undefined || more.length > 0 || !/^\d*$/.test(behind ?? '') || behind === '') return undefined;
  if (joined.length + (behind?.length ?? 0) > MOST_DIGITS) return undefined;
  const value = parse(behind === undefined ? joined : `${joined}.${behind}`);
  return compare(value, whole(0)) > 0 ? toText(value) : undefined;
}

/** A number as it is typed: with the language's decimal point, without parting thousands. */
export const typedOf = (tag: LanguageTag, value: Decimal): string =>
  textOf(decimalParts(tag, value, { useGrouping: false, maximumFractionDigits: 20 }));

/** Whether a number has no more digits behind the point than that. */
export const fits = (value: Decimal, scale: number): boolean =>
  compare(round(parse(value), scale, 'down'), parse(value)) === 0;

/** The digits without the marks between thousands, where those stand right; the last part has three, others may have two. */
function grouped(text: string, group: string): string | undefined {
  const [first = '', ...others] = text.split(group);
  const last = others.pop();
  const isRight =
    /^\d{1,3}$/.test(first) && /^\d{3}$/.test(last ?? '') && others.every((each) => /^\d{2,3}$/.test(each));
  return isRight ? [first, ...others, last].join('') : undefined;
}

function marksOf(tag: LanguageTag): { group: string; point: string; digits: readonly string[] } {
  const parts = numberFormat(tag, { useGrouping: true, minimumFractionDigits: 1 }).formatToParts(12345678.9);
  const mark = (type: Intl.NumberFormatPartTypes): string | undefined =>
    parts.find((each) => each.type === type)?.value;
  const plain = numberFormat(tag, { useGrouping: false });
  // Blanks between thousands are gone by then.
  return {
    group: mark('group')?.trim() || '\u0000',
    point: mark('decimal') ?? '.',
    digits: Array.from({ length: 10 }, (_, digit) => plain.format(digit)),
  };
}
