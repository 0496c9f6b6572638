import type { Catalogue, Message, MessageArguments, MessageKey } from './catalogue.js';
import { en } from './en.js';
import { languageTag, type LanguageTag } from './intl.js';
import { numberText } from './numbers.js';

const english: Record<string, Message> = { ...en };
const added = new WeakSet<Catalogue>();
const catalogues = new Map<string, Catalogue>([['en', english]]);
const plurals = new Map<LanguageTag, Intl.PluralRules>();

/** Adds the texts of a language, before elements show them. A region (`de-AT`) falls back to its language. */
export function registerMessages(tag: LanguageTag, texts: Catalogue): void {
  catalogues.set(languageTag(tag), texts);
}

/** Adds the English texts of an element that is loaded by itself; a second time does nothing. */
export function addTexts(texts: Catalogue): void {
  if (added.has(texts)) return;
  added.add(texts);
  Object.assign(english, texts);
}

/** The language to speak in where `tag` is wished for: English where there are no texts of it, then for dates too. */
export function spoken(tag: LanguageTag | undefined): LanguageTag {
  const wished = languageTag(tag);
  return catalogues.has(wished) || catalogues.has(wished.split('-')[0] ?? '') ? wished : 'en';
}

/** Whether there is a text of this name: for what a back end may name and we may not know. */
export const hasText = (key: string): key is MessageKey => Object.hasOwn(english, key);

/** A text of a language: its own, else that of its less specific tags, else the English one. */
export function message(tag: LanguageTag, key: MessageKey): Message {
  const subtags = languageTag(tag).split('-');
  for (let length = subtags.length; length > 0; length -= 1) {
    const found = catalogues.get(subtags.slice(0, length).join('-'))?.[key];
    if (found !== undefined) return found;
  }
  return english[key] ?? key;
}

/** One text, filled in. */
export function text<K extends MessageKey>(tag: LanguageTag, key: K, ...[params]: MessageArguments<K>): string {
  const values: Readonly<Record<string, string>> = params ?? {};
  const { count } = values;
  const shown = count === undefined ? values : { ...values, count: numberText(tag, count, 2) };
  return pattern(tag, key, count).replace(/\{(\w+)\}/g, (all, name: string) => shown[name] ?? all);
}

/** The text of a key before it is filled in, in the plural form of `count`. */
export function pattern(tag: LanguageTag, key: MessageKey, count?: string): string {
  const found = message(tag, key);
  if (typeof found === 'string') return found;
  // Only the form is chosen by a float; the number itself is formatted from its digits.
  return found[pluralRules(tag).select(Number(count))] ?? found.other;
}

/** A name from the back end for use within a text: apart from the text's direction, without controls of its own. */
export const isolate = (name: string): string =>
  `\u2068${name.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')}\u2069`;

function pluralRules(tag: LanguageTag): Intl.PluralRules {
  const found = plurals.get(tag) ?? new Intl.PluralRules(languageTag(tag));
  plurals.set(tag, found);
  return found;
}
