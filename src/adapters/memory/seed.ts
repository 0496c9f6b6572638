import type {
  Access,
  Account,
  AlertPreferences,
  Channel,
  Consent,
  Contact,
  Instant,
  Invoice,
  AlertKind,
  Member,
  Money,
  Party,
  Pause,
  PaymentMethod,
  PlainDate,
  Plan,
  Quote,
  RatedAddOn,
  Setup,
  UsageColumns,
  UsageRecord,
} from '../../api/index.js';
import type { InvoiceLine } from '../../rating/index.js';
import type { Dated } from './dated.js';

/** A subscription as the back end keeps it: what a reader sees of it depends on the clock. */
export interface SeedSubscription {
  readonly id: string;
  readonly product: string;
  readonly start: PlainDate;
  /** The first day without it; `null` while none is set. */
  readonly end: PlainDate | null;
  /** The last day of the free trial; `null` when there was none. */
  readonly trialEnd: PlainDate | null;
  /** A plan of a day to come is a scheduled change. */
  readonly plan: Dated<Plan>;
  /** From when on which day begins the years of a yearly plan; those begin with the first charged day when left out. */
  readonly yearStart?: Dated<PlainDate>;
  /** Lines (numbers) in all. */
  readonly lines: Dated<number>;
  readonly addOns: Dated<readonly RatedAddOn[]>;
  /** The times in which it rested or will rest, oldest first; none when left out. */
  readonly pauses?: readonly Pause[];
  /** Counts its changes. */
  readonly revision?: number;
}

/** A payment method, and what its bank will say on which day, where that isn't yes. */
export interface SeedMethod extends PaymentMethod {
  readonly declines?: Readonly<Record<PlainDate, string>>;
  /** The processor's name for the card: one card is on file once. */
  readonly fingerprint?: string;
}

/** An add-on of the catalogue, with what has to be consented to. */
export interface SeedAddOn extends RatedAddOn {
  readonly description: string;
  readonly terms: Consent;
}

/** An issued invoice, its lines all in one list. `open` stands for past due as well, by the clock. */
export interface StoredInvoice extends Omit<Invoice, 'lines'> {
  readonly lines: readonly InvoiceLine[];
}

/** A quote, and the version of the subscription that it was made for. */
export interface StoredQuote extends Quote {
  readonly version: string;
}

/** A setup session with what the processor found. */
export interface StoredSetup extends Setup {
  readonly expiresAt: Instant;
  /** The token that was confirmed; `null` before. */
  readonly token: string | null;
  /** How often it was asked after while the processor was still at work. */
  readonly asked: number;
  /** Whether its method is on file. */
  readonly attached: boolean;
}

/** What became of a write, for whoever sends it again or asks after it. */
export interface StoredOutcome {
  /** Of the payload. */
  readonly hash: string;
  readonly answer?: unknown;
  readonly failure?: {
    readonly kind: string;
    readonly message: string;
    readonly code?: string;
    readonly fields: Readonly<Record<string, string>>;
  };
}

/** A write that was committed, once however often it was sent. */
export interface CommittedWrite {
  readonly key: string;
  /** The method of the adapter. */
  readonly what: string;
  /** What was collected by it; `null` for nothing. */
  readonly charged: Money | null;
}

/** A message that was sent to an admin or to a contact. */
export interface OutboxMessage {
  readonly id: string;
  readonly at: Instant;
  readonly kind: AlertKind;
  readonly channel: Channel;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
}

/** What has happened: a fresh seed has none of it, and its invoices are derived from its dates. */
export interface MemoryFacts {
  /** The day up to and including which invoices are issued; `null` before the first day. */
  readonly invoicedTo: PlainDate | null;
  /** Oldest first. */
  readonly invoices: readonly StoredInvoice[];
  /** The last number that an id was made of. */
  readonly lastId: number;
  /** Counts the changes of the list of payment methods. */
  readonly methodsRevision: number;
  readonly quotes: readonly StoredQuote[];
  readonly setups: readonly StoredSetup[];
  /** When which setup failed. */
  readonly setupFailures: readonly { readonly setup: string; readonly at: Instant }[];
  readonly outcomes: Readonly<Record<string, StoredOutcome>>;
  readonly writes: readonly CommittedWrite[];
  readonly outbox: readonly OutboxMessage[];
  /** What was alerted to, so that it is told once. */
  readonly alerted: readonly string[];
  /** Usage that was added while the page was open, by subscription. */
  readonly added: Readonly<Record<string, readonly UsageRecord[]>>;
}

/** One account of a back end, as plain JSON. */
export interface MemorySeed {
  readonly now: Instant;
  readonly account: Pick<Account, 'id' | 'name' | 'timeZone' | 'currency' | 'exponent'>;
  /** What the numbers of its invoices begin with: `HPH`. */
  readonly invoicePrefix: string;
  readonly seller: Party;
  readonly buyer: Party;
  /** The catalogue. */
  readonly plans: readonly Plan[];
  readonly addOns: readonly SeedAddOn[];
  readonly subscriptions: readonly SeedSubscription[];
  /** By subscription. Records that have not ended by the clock are hidden. */
  readonly usage: Readonly<Record<string, UsageColumns>>;
  /** The default first, then the back-ups in order. */
  readonly methods: readonly SeedMethod[];
  readonly contacts: readonly Contact[];
  readonly members: readonly Member[];
  readonly alerts: AlertPreferences;
  /** What the user of the session may do with all of it; everything when left out. */
  readonly access?: Access;
  readonly facts?: Partial<MemoryFacts>;
}
