import type { en } from './en.js';
import type { alertsTexts } from './texts/alerts.js';
import type { changesTexts } from './texts/changes.js';
import type { commonTexts } from './texts/common.js';
import type { invoiceTexts } from './texts/invoices.js';
import type { paymentTexts } from './texts/payments.js';
import type { peopleTexts } from './texts/people.js';
import type { plansTexts } from './texts/plans.js';
import type { portalTexts } from './texts/portal.js';
import type { subscriptionsTexts } from './texts/subscriptions.js';
import type { usageTexts } from './texts/usage.js';

/** All English texts. Each file under texts/ is loaded with the elements that speak it. */
type Texts = typeof en &
  typeof commonTexts &
  typeof changesTexts &
  typeof peopleTexts &
  typeof plansTexts &
  typeof invoiceTexts &
  typeof portalTexts &
  typeof subscriptionsTexts &
  typeof paymentTexts &
  typeof usageTexts &
  typeof alertsTexts;

/** A text with `{placeholders}`; where a count decides the form, one text for each plural form of the language. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string });

/** The name of a text that the elements show. */
export type MessageKey = keyof Texts;

/** The texts of a language. English stands in for what is missing. */
export type Catalogue = Readonly<Partial<Record<MessageKey, Message>>>;

/** What a text needs filled in; `count` is a plain decimal, formatted in the language. */
export type MessageParams<K extends MessageKey> = Readonly<Record<Placeholder<TextOf<Texts[K]>>, string>>;

/** The parameters of a text as arguments: none for a text without placeholders. */
export type MessageArguments<K extends MessageKey> = keyof MessageParams<K> extends never
  ? []
  : [params: MessageParams<K>];

type TextOf<M> = M extends string ? M : M extends { readonly other: infer Text extends string } ? Text : never;
type Placeholder<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;
