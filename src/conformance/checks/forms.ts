import type { Account, Currency } from '../../api/index.js';
import { define, type Definition } from '../define.js';
import { holds } from '../expect.js';
import { SAMPLE_READS, type SampleRead } from '../samples/reads.js';

/** How one kind of value must be written, wherever in an answer it stands. */
type Form = (value: unknown, path: string, account: Account) => void;

const plainJson: Form = (value, path) => {
  const plain = typeof value !== 'object' || value === null || Array.isArray(value) || isRecord(value);
  const known = ['string', 'number', 'boolean', 'object'].includes(typeof value);
  holds(plain && known, `${path}: answers are plain JSON`, String(value));
};

const noFloats: Form = (value, path) => {
  const whole = typeof value !== 'number' || (Number.isSafeInteger(value) && !Object.is(value, -0));
  holds(whole, `${path}: numbers are whole; amounts, prices and quantities are texts`, value);
};

const moneyText: Form = (value, path) => {
  if (!isRecord(value) || !('amount' in value) || !isCurrency(value)) return;
  const exact = typeof value['amount'] === 'string' && /^(0|-?[1-9]\d{0,17})$/.test(value['amount']);
  holds(exact, `${path}: money is integer minor units as a text`, value['amount'], 'a text such as "9260"');
};

const oneExponent: Form = (value, path, { currency, exponent }) => {
  if (!isRecord(value) || !isCurrency(value) || value.currency !== currency) return;
  holds(value.exponent === exponent, `${path}: ${currency} has the account's exponent`, value.exponent, exponent);
};

const realInstant: Form = (value, path) => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T/.test(value)) return;
  const utc = /^.{19}(\.\d{1,9})?Z$/.test(value) && startsAs(value, 19);
  holds(utc, `${path}: instants are real, in UTC, and end in Z`, value);
};

const realDay: Form = (value, path) => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return;
  holds(startsAs(value, 10), `${path}: days exist`, value);
};

const halfOpen: Form = (value, path) => {
  if (!isRecord(value)) return;
  const { start, end } = value;
  if (typeof start !== 'string' || typeof end !== 'string') return;
  holds(start <= end, `${path}: a period does not end before it starts`, value);
};

/** An answer has no room for a card number; only what is said to be the last four digits of one. */
const shortDigits: Form = (value, path) => {
  if (typeof value !== 'string' || !/\.(last4|holder|name|brand|params|callerName)\b/.test(path)) return;
  holds(!/\d{13,19}/.test(value.replace(/[ -]/g, '')), `${path}: no card number is ever answered`, 'a long number');
};

const FORMS: readonly Form[] = [
  plainJson,
  noFloats,
  moneyText,
  oneExponent,
  realInstant,
  realDay,
  halfOpen,
  shortDigits,
];

const forms = ({ name, needs, prepare }: SampleRead): Definition =>
  define({
    id: `forms/${name}`,
    title: `amounts, days and moments in ${name}() are written as the contract says`,
    needs,
    run: async (kit) => {
      const read = await prepare(kit);
      const account = await kit.adapter.getAccount();
      walk(await read({}), name, (value, path) => FORMS.forEach((form) => form(value, path, account)));
    },
  });

/** Visits everything in an answer, the whole of it first. */
function walk(value: unknown, path: string, visit: (value: unknown, path: string) => void): void {
  visit(value, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`, visit);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const isCurrency = (value: object): value is Currency => 'currency' in value && 'exponent' in value;

/** `Date` moves 30 February to March: what is real comes back as it went in. */
function startsAs(text: string, length: number): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, length) === text.slice(0, length);
}

/** How values are written, in every answer. */
export const FORM_CHECKS: readonly Definition[] = SAMPLE_READS.map(forms);
