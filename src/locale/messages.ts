import type { Catalogue, Message, MessageArguments, MessageKey } from './catalogue.js';
import { en } from './en.js';
import { languageTag, type LanguageTag } from './intl.js';
import { numberText } from './numbers.js';

const catalogues = new Map<string, Catalogue>([['en', en]]);
const plurals = new Map<LanguageTag, Intl.PluralRules>();

/** Adds the texts of a language, before elements show them. A region (`de-AT`) falls back to its language. */
export function registerMessages(tag: LanguageTag, texts: Catalogue): void {
  catalogues.set(languageTag(tag), texts);
}

/** The language to speak in where `tag` is wished for: English where there are no texts of it, then for dates too. */
export function spoken(tag: LanguageTag | undefined): LanguageTag {
  const wished = languageTag(tag);
  return catalogues.has(wished) || catalogues.has(wished.split('-')[0] ?? '') ? wished : 'en';
}

/** The texts of a language: its own, then those of its less specific tags, then the English ones. */
export function messages(tag: LanguageTag): Record<MessageKey, Message> {
  const subtags = languageTag(tag).split('-');
  const chain = subtags.map((_, index) => subtags.slice(0, index + 1).join('-'));
  return Object.assign({}, en, ...chain.map((each) => catalogues.get(each))) as Record<MessageKey, Message>;
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
  const message = messages(tag)[key];
  if (typeof message === 'string') return message;
  // Only the form is chosen by a float; the number itself is formatted from its digits.
  return message[pluralRules(tag).select(Number(count))] ?? message.other;
}

/** A name from the back end for use within a text: apart from the text's direction, without controls of its own. */
export const isolate = (name: string): string =>
  `\u2068${name.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')}\u2069`;

function pluralRules(tag: LanguageTag): Intl.PluralRules {
  const found = plurals.get(tag) ?? new Intl.PluralRules(languageTag(tag));
  plurals.set(tag, found);
  return found;
}
