import type { Account, Instant, PaymentMethod, Plan } from '../src/api/index.js';
import type { PlainDate } from '../src/rating/index.js';
import type { AddOn } from './add-ons.js';
import type { AlertPreferences, Contact, Member } from './people.js';
import type { Stream } from './traffic.js';

/** What holds from which day on, oldest first. */
export type Dated<T> = readonly { readonly from: PlainDate; readonly value: T }[];

/** What holds on a day. Throws before the first. */
export function valueOn<T>(dated: Dated<T>, date: PlainDate): T {
  const found = dated.findLast(({ from }) => from <= date);
  if (!found) throw new RangeError(`nothing is known for ${date}`);
  return found.value;
}

/** A subscription as the back end keeps it; what a reader sees of it depends on the clock. */
export interface SubscriptionState {
  readonly id: string;
  readonly product: string;
  readonly plan: Plan;
  readonly start: PlainDate;
  readonly end: PlainDate | null;
  readonly trialEnd: PlainDate;
  /** The telephone numbers that are answered. */
  readonly lines: Dated<readonly string[]>;
  readonly addOns: Dated<readonly AddOn[]>;
  readonly streams: readonly Stream[];
}

/** A card, and what its bank will say on which day, where that isn't yes. */
export interface CardState extends PaymentMethod {
  readonly declines?: Readonly<Record<PlainDate, string>>;
}

/** One account. */
export interface AccountState extends Pick<Account, 'id' | 'name' | 'timeZone' | 'currency' | 'exponent'> {
  readonly invoicePrefix: string;
  /** The first one is the main product: its trial starts the invoice calendar. */
  readonly subscriptions: readonly [SubscriptionState, ...SubscriptionState[]];
  readonly cards: readonly CardState[];
  readonly contacts: readonly Contact[];
  readonly members: readonly Member[];
  readonly alerts: AlertPreferences;
}

/** An account at a moment. */
export interface Scenario {
  readonly title: string;
  readonly now: Instant;
  readonly account: AccountState;
  /** The back end answers nothing but 503. */
  readonly failing?: boolean;
}
