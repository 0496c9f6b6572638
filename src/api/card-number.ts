import { BillingError } from './errors.js';

/** What looks like a card number and is none: random ids, ids with a prefix such as `pm_`, phone numbers of E.164. */
const NO_CARDS = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|_\d+|\+\d(?:[\s\p{Pd}]?\d){6,14}(?![\s\p{Pd}]?\d)/giu;

/** Digits with at most spaces and dashes between them. */
const DIGITS = /\d(?:[\s\p{Pd}]*\d)*/gu;

/**
 * Whether 13 to 19 digits of a text, beginning and ending with a group, pass Luhn's check (ISO/IEC 7812). Spaces and
 * dashes between digits don't count. One in ten other numbers of that length passes too: a text field that refuses it
 * asks for other words, never for the number.
 *
 * @example holdsCardNumber('Visa 4242 4242 4242 4242') → true
 */
export function holdsCardNumber(text: string): boolean {
  const runs = text.normalize('NFKC').replace(NO_CARDS, '|').match(DIGITS) ?? [];
  return runs.some((run) => holdsCard(run.split(/[\s\p{Pd}]+/u)));
}

/**
 * Throws `validation` with the code `card-number` when any text in a payload holds a card number. The error names the
 * field and doesn't quote it.
 */
export function refuseCardNumber(payload: unknown): void {
  const field = fieldWithCard(payload, '');
  if (field === undefined) return;
  throw new BillingError('validation', 'a card number must not be sent', {
    code: 'card-number',
    fields: { [field]: 'card-number' },
  });
}

function fieldWithCard(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return holdsCardNumber(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, child] of Object.entries(value)) {
    const step = Array.isArray(value) ? `[${key}]` : path === '' ? key : `.${key}`;
    const found = fieldWithCard(child, `${path}${step}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function holdsCard(groups: readonly string[]): boolean {
  for (let first = 0; first < groups.length; first += 1) {
    let digits = '';
    for (const group of groups.slice(first, first + 19)) {
      digits += group;
      if (digits.length > 19) break;
      if (digits.length >= 13 && passesLuhn(digits)) return true;
    }
  }
  return false;
}

/** From the right, every second digit counts twice, by the sum of its own digits; all together end in 0. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
