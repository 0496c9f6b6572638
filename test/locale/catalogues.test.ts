import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/locale/catalogue.js';

type Texts = Readonly<Record<string, Message>>;

const folder = new URL('../../src/locale/', import.meta.url);
const textsIn = async (path: string): Promise<[string, Message][]> => {
  const module = (await import(new URL(path, folder).pathname)) as Readonly<Record<string, Texts>>;
  return Object.values(module).flatMap((texts) => Object.entries(texts));
};

const parts = ['en.ts', ...readdirSync(new URL('texts/', folder)).map((name) => `texts/${name}`)];
const english = (await Promise.all(parts.map(textsIn))).flat();
/** A language is a file that bears its tag, such as `de.ts` or `pt-BR.ts`. */
const languages = readdirSync(folder).filter((name) => /^[a-z]{2}(-[A-Za-z]+)?\.ts$/.test(name) && name !== 'en.ts');

const formsOf = (message: Message): Readonly<Record<string, string>> =>
  typeof message === 'string' ? { other: message } : message;
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
const withoutCount = (names: readonly string[]): string[] => names.filter((name) => name !== '{count}');

/** What is wrong with a text, measured by the English one. Only a form for one number may leave that number out. */
function faultsOf(tag: string, key: string, message: Message | undefined, model: Message): string[] {
  if (message === undefined) return [`${key} is missing`];
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  const needed = typeof model === 'string' ? ['other'] : pluralCategories;
  const forms = Object.entries(formsOf(message));
  const names = placeholders(formsOf(model)['other'] ?? '');
  return [
    ...needed.filter((form) => !forms.some(([name]) => name === form)).map((form) => `${key} lacks the form ${form}`),
    ...forms
      .filter(([form, text]) => {
        const [own, wanted] = [placeholders(text), names];
        const same = form === 'other' ? [own, wanted] : [withoutCount(own), withoutCount(wanted)];
        return text === '' || String(same[0]) !== String(same[1]);
      })
      .map(([form]) => `${key} has other placeholders in the form ${form}`),
  ];
}

function faultsIn(tag: string, texts: Texts): string[] {
  const known = new Set(english.map(([key]) => key));
  const further = Object.keys(texts).filter((key) => !known.has(key));
  return [
    ...english.flatMap(([key, model]) => faultsOf(tag, key, texts[key], model)),
    ...further.map((key) => `${key} is no text of ours`),
  ];
}

describe('case 117: of the texts', () => {
  test('each English key is there once, with every plural form and the same placeholders in each', () => {
    const keys = english.map(([key]) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(faultsIn('en', Object.fromEntries(english))).toEqual([]);
  });

  test('every language has the keys, the placeholders and the plural forms', async () => {
    for (const file of languages)
      expect(faultsIn(file.replace('.ts', ''), Object.fromEntries(await textsIn(file)))).toEqual([]);
  });

  test('a language that lacks a key, a form or a placeholder, or has one too many, is found out', () => {
    const texts = Object.fromEntries(english);
    const lacking = Object.fromEntries(english.filter(([key]) => key !== 'common.retry'));
    const changed = (key: string, message: Message): string[] => faultsIn('en', { ...texts, [key]: message });
    expect(faultsIn('en', lacking)).toEqual(['common.retry is missing']);
    expect(changed('common.as-of', 'Now.')).toEqual(['common.as-of has other placeholders in the form other']);
    expect(changed('unit.line', { other: '{count} lines' })).toEqual(['unit.line lacks the form one']);
    expect(changed('unit.line', { one: '{n} line', other: '{count} lines' })).toHaveLength(1);
    expect(changed('common.new', 'New')).toEqual(['common.new is no text of ours']);
    expect(faultsIn('pl', texts)).toContain('unit.line lacks the form few');
  });
});
