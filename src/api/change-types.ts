import type { InvoiceLine, Money, PlainDate } from '../rating/index.js';
import type { Instant, Open } from './types.js';

/** What a user wants of a subscription. One way for all that changes what is paid: quote first, then commit. */
export type SubscriptionChange =
  | { readonly kind: 'plan'; readonly plan: string }
  /** All add-ons that it shall have, by id, with the version of the terms of each one that is new. */
  | {
      readonly kind: 'add-ons';
      readonly addOns: readonly string[];
      readonly consents: Readonly<Record<string, string>>;
    }
  /** Ends with the period that is paid for. */
  | { readonly kind: 'cancel'; readonly reason: string }
  /** Rests from the next period on, until a day or until it is resumed. */
  | { readonly kind: 'pause'; readonly until: PlainDate | null }
  | { readonly kind: 'resume' };

export type ChangeKind = SubscriptionChange['kind'];

/** What a change comes to. It stands as it is until `validUntil`; a commit names it and its total. */
export interface Quote {
  readonly id: string;
  readonly subscription: string;
  readonly change: SubscriptionChange;
  /** The moment that it was worked out for. */
  readonly madeFor: Instant;
  readonly validUntil: Instant;
  readonly direction: Open<'upgrade' | 'downgrade' | 'other'>;
  /** When it takes effect: `now` includes changes of the whole period that runs. */
  readonly timing: Open<'now' | 'next-period'>;
  /** The first day on which it holds. */
  readonly effective: PlainDate;
  /** What is charged and credited at once, each line with its derivation; none for a later change. */
  readonly lines: readonly InvoiceLine[];
  /** The sum of the lines. Below zero it is credited. */
  readonly dueNow: Money;
  /** What each month costs from then on, without overage; for a plan by the year, what each year does. */
  readonly recurring: Money;
  /** What it costs now, by the interval of the plan that it is on. */
  readonly recurringBefore: Money;
  /** What else the user should know, in words: what is lost, what comes as the last charge. */
  readonly notes: readonly string[];
}

/** A quote that the user has agreed to. The back end refuses another total with `preview-expired`. */
export interface AgreedChange {
  readonly change: SubscriptionChange;
  /** The id of the quote. */
  readonly quote: string;
  /** Its `dueNow`, as it was shown. */
  readonly total: Money;
}

/**
 * A change of plan that the user wants though no quote could be had. Only a back end with `changeWithoutQuote` takes it;
 * others refuse it with `preview-expired`.
 */
export interface UnquotedChange {
  readonly change: SubscriptionChange;
  readonly quote: null;
  readonly total: null;
}
