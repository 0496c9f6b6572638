import { en } from '../../src/locale/en.js';
import { registerMessages } from '../../src/locale/messages.js';
import type { Catalogue } from '../../src/locale/catalogue.js';

const ACCENTED: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'î', o: 'ö', u: 'ü', c: 'ç', n: 'ñ', y: 'ý' };

/** English in disguise and a third longer: what is still plain English comes from no catalogue, and tight places show. */
export function registerPseudo(): void {
  const entries = Object.entries(en).map(([key, message]) => [
    key,
    typeof message === 'string' ? disguise(message) : mapValues(message, disguise),
  ]);
  registerMessages('en-XA', Object.fromEntries(entries) as Catalogue);
}

const mapValues = (texts: object, change: (text: string) => string): object =>
  Object.fromEntries(Object.entries(texts).map(([form, text]) => [form, change(String(text))]));

function disguise(text: string): string {
  const letters = text.replaceAll(/\{\w+\}|[aeioucny]/g, (found) => ACCENTED[found] ?? found);
  return `${letters}${'·'.repeat(Math.ceil(text.replaceAll(/\{\w+\}/g, '').length / 3))}`;
}
