import type { Currency, Decimal, Money, Period, PlainDate, RatedAddOn, RatedPlan, UsageDay } from '../rating/index.js';

export type { Currency, Decimal, Money, Period, PlainDate, RatedAddOn, UsageDay };

/** A point in time in UTC, `2026-11-21T22:10:42Z`. */
export type Instant = string;

/** Known members, and any other string: a newer back end may send more, and gets a neutral fallback. */
export type Open<T extends string> = T | (string & {});

/** The account that the session belongs to. */
export interface Account extends Currency {
  readonly id: string;
  readonly name: string;
  readonly status: Open<'trialing' | 'active' | 'past-due' | 'closed'>;
  /** IANA zone whose calendar the billing dates are in: `America/New_York`. */
  readonly timeZone: string;
  /** The back end's clock when it answered. "Today" comes from it, never from the client's clock. */
  readonly now: Instant;
}

/** A price plan as a page shows it; rating reads the `RatedPlan` in it. */
export interface Plan extends RatedPlan {
  /** Plans of one family can be changed for each other: `per-minute`, `per-call`. */
  readonly family: Open<'per-minute' | 'per-call' | 'volume'>;
  readonly description: string;
  /** A retired plan is kept by those who have it and offered to nobody. */
  readonly status: Open<'public' | 'retired'>;
  /** Why this account can't change to it now, in words for the user; left out where it can. */
  readonly unavailable?: string;
}

/** A product that the account pays for. */
export interface Subscription {
  readonly id: string;
  /** Opaque; changes with every change of the subscription. */
  readonly version: string;
  readonly product: string;
  readonly status: Open<'trialing' | 'active' | 'past-due' | 'paused' | 'cancelled' | 'ended'>;
  readonly plan: Plan;
  readonly start: PlainDate;
  /** The first day without the subscription; `null` while none is set. */
  readonly end: PlainDate | null;
  /** The last day of the free trial; `null` when there was none. */
  readonly trialEnd: PlainDate | null;
  /** The first day of the year that is paid for, or of the first that will be. Needed for a plan by the year. */
  readonly yearStart?: PlainDate;
  /** Lines (numbers) in all, the included ones among them. */
  readonly lines: number;
  readonly addOns: readonly RatedAddOn[];
  /** A change of plan that waits for the next period. */
  readonly scheduledChange: ScheduledChange | null;
  /** The add-ons from the next period on, where that is not what it has now. */
  readonly scheduledAddOns?: ScheduledAddOns;
  /** When it rests: nothing is charged in advance for these periods. */
  readonly pause?: Pause;
  /** The plans that it had, oldest first, the current one last. Left out where the back end keeps no history. */
  readonly history?: readonly PlanPeriod[];
}

export interface ScheduledChange {
  readonly plan: Plan;
  /** The first day on the new plan. */
  readonly on: PlainDate;
}

export interface ScheduledAddOns {
  /** All that it will have then. */
  readonly addOns: readonly RatedAddOn[];
  readonly on: PlainDate;
}

export interface Pause {
  /** The first day of the first period that isn't charged. */
  readonly from: PlainDate;
  /** The first day of the first period that is charged again; `null` while that isn't set. */
  readonly until: PlainDate | null;
  /**
   * What `until` was before it was resumed, as long as that can be taken back: `undoScheduledChange` with `resume` brings
   * it back. Left out otherwise.
   */
  readonly untilBefore?: PlainDate | null;
}

/** A plan that a subscription had for some time, at the price of that time. */
export interface PlanPeriod extends Currency {
  readonly plan: string;
  readonly name: string;
  readonly baseFee: Decimal;
  /** A month when left out. */
  readonly interval?: Open<'month' | 'year'>;
  readonly from: PlainDate;
}

/** The usage of one subscription, day by day. */
export interface Usage {
  readonly subscription: string;
  readonly period: Period;
  /** How far the figures go. */
  readonly asOf: Instant;
  /** One entry a day with usage, in order; quantities by usage charge of the plan, in its reported unit. */
  readonly days: readonly UsageDay[];
}

/** An add-on that can be had beside a plan, as it stands for one subscription. */
export interface AddOn extends RatedAddOn {
  readonly description: string;
  /** `ending`: had until the period's end. */
  readonly status: Open<'available' | 'active' | 'ending'>;
  /** The first day without it; `null` unless it is ending. */
  readonly endsOn: PlainDate | null;
  /** What has to be consented to before it is bought. */
  readonly terms: Consent;
}

/** A text that the user consents to. Its version goes along with what was consented to. */
export interface Consent {
  readonly version: string;
  readonly text: string;
  /** Where the whole of it can be read; only `https:` becomes a link. */
  readonly url?: string;
}

/** A way to pay, without anything that could be used to pay with it. */
export interface PaymentMethod {
  readonly id: string;
  readonly kind: Open<'card' | 'bank-account' | 'wallet'>;
  /** `visa`, `mastercard`, the name of a bank or a wallet. */
  readonly brand: Open<'visa' | 'mastercard' | 'amex' | 'discover'>;
  readonly last4: string;
  /** Month of expiry, `2027-04`; `null` where nothing expires. */
  readonly expires: string | null;
  /** The default is charged first, back-ups after it in the order of the list. */
  readonly role: Open<'default' | 'backup' | 'unused'>;
  readonly holder: string;
}

/** An issued invoice in a list. */
export interface InvoiceSummary {
  readonly id: string;
  readonly number: string;
  readonly status: Open<'open' | 'paid' | 'past-due' | 'failed' | 'void' | 'credited'>;
  readonly issueDate: PlainDate;
  /** `null`: due on receipt. */
  readonly dueDate: PlainDate | null;
  readonly total: Money;
  readonly amountDue: Money;
}

/** One page of a list; `next` is the cursor of the page after it, `null` on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A list that is changed as a whole: its order, or who is the default. */
export interface VersionedPage<T> extends Page<T> {
  /** Opaque; changes with every change of the list. */
  readonly version: string;
}
