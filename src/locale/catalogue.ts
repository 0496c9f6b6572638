import type { en } from './en.js';

/** A text with `{placeholders}`; where a count decides the form, one text for each plural form of the language. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string });

/** The name of a text that the elements show. */
export type MessageKey = keyof typeof en;

/** The texts of a language. English stands in for what is missing. */
export type Catalogue = Readonly<Partial<Record<MessageKey, Message>>>;

/** What a text needs filled in; `count` is a plain decimal, formatted in the language. */
export type MessageParams<K extends MessageKey> = Readonly<Record<Placeholder<TextOf<(typeof en)[K]>>, string>>;

/** The parameters of a text as arguments: none for a text without placeholders. */
export type MessageArguments<K extends MessageKey> = keyof MessageParams<K> extends never
  ? []
  : [params: MessageParams<K>];

type TextOf<M> = M extends string ? M : M extends { readonly other: infer Text extends string } ? Text : never;
type Placeholder<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;
