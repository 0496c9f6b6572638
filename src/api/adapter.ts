import type { AgreedChange, ChangeKind, Quote, SubscriptionChange, UnquotedChange } from './change-types.js';
import type { Invoice, InvoicePayment, NextInvoice, PaymentOutcome } from './invoice-types.js';
import type { NewPaymentMethod, PaymentRoles, Setup, SetupSession } from './payment-types.js';
import type {
  AlertChoices,
  AlertKind,
  AlertPreferences,
  AlertThreshold,
  Channel,
  Contact,
  ContactTopic,
  Member,
  NewContact,
  NewMember,
} from './people-types.js';
import type {
  Account,
  AddOn,
  InvoiceSummary,
  Open,
  Page,
  PaymentMethod,
  Period,
  PlainDate,
  Plan,
  Subscription,
  Usage,
  VersionedPage,
} from './types.js';
import type { UsageColumns, UsageRecordPage } from './usage-types.js';
import type { InvoiceLine } from '../rating/index.js';

/** A part of the billing page that a back end can or can't serve. */
export type Resource =
  | 'subscriptions'
  | 'plans'
  | 'add-ons'
  | 'usage'
  | 'usage-records'
  | 'invoices'
  | 'payment-methods'
  | 'contacts'
  | 'alerts'
  | 'members';

/** What the signed-in user may do with a resource. */
export interface Access {
  readonly read: boolean;
  readonly write: boolean;
  /** Why something is off, in words for the user; empty when nothing is. */
  readonly reason: string;
}

/** What a back end can do beyond reading and writing a resource. What is left out, it can't. */
export interface Features {
  /** The changes of a subscription that it quotes and commits. */
  readonly changes?: readonly Open<ChangeKind>[];
  /** Whether a plan may be changed though no quote can be had. */
  readonly changeWithoutQuote?: boolean;
  readonly payInvoice?: boolean;
  /** Whether it has a file of each invoice; without one the page makes it. */
  readonly invoicePdf?: boolean;
  /** The vaults that it makes setup sessions for, the preferred one first. */
  readonly vaults?: readonly string[];
  /** Whether further methods are charged when the default fails. */
  readonly backups?: boolean;
  readonly contactTopics?: readonly ContactTopic['topic'][];
  readonly contactChannels?: readonly Channel[];
  readonly alertKinds?: readonly AlertKind[];
  readonly alertChannels?: readonly Channel[];
  readonly alertMeasures?: readonly AlertThreshold['measure'][];
  /** Whether a write that is sent again with its key happens once. Without it, no write is ever sent again. */
  readonly idempotency?: boolean;
  /** Whether a write with an old version is refused. */
  readonly concurrency?: boolean;
}

/** What this back end can do for this user. A resource that is not named can't be read. */
export type Capabilities = Readonly<Partial<Record<Resource, Access>>> & { readonly features?: Features };

/** How every read is called. */
export interface ReadOptions {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
  /** The language that names and reasons are wanted in. */
  readonly locale?: string;
}

/** How every write is called. There is no signal: a write that was sent is never called back. */
export interface WriteOptions {
  /** One for each intent of the user, the same for all tries of it; at most 255 printable characters. */
  readonly idempotencyKey: string;
  /** The version that the user saw; another one is refused with `stale-version`. */
  readonly ifVersion?: string;
  readonly locale?: string;
}

/** Which days of usage to read, half-open. */
export interface UsageQuery extends ReadOptions {
  readonly period: Period;
}

/** Which page of a list to read: from the start without a cursor; at most 100 items. */
export interface PageQuery extends ReadOptions {
  readonly cursor?: string;
  readonly limit?: number;
}

/** Which records: at most 100 as objects, at most 20,000 as columns. */
export interface RecordsQuery extends UsageQuery, PageQuery {}

/** Which invoices: of a state, issued in a period, with a text in their number. */
export interface InvoiceQuery extends PageQuery {
  readonly status?: InvoiceSummary['status'];
  /** The first and the last day of issue. */
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly search?: string;
}

/** What became of a write. `unknown`: no write with this key has arrived. */
export interface Outcome {
  readonly key: string;
  readonly status: Open<'succeeded' | 'failed' | 'in-flight' | 'unknown'>;
  /** The problem's kind and code where it failed. */
  readonly kind?: string;
  readonly code?: string;
}

/** Something that happened at the back end: what has to be read again. */
export interface BackendChange {
  readonly resources: readonly Resource[];
  /** Where it is about one subscription only. */
  readonly subscription?: string;
}

/**
 * All that the widgets know of a back end. A method that is left out says that the back end can't do it; the widgets
 * that need it are then absent. Methods reject with a `BillingError` only; answers are checked by the store.
 */
export interface BillingAdapter {
  /** What the signed-in user may see and do. */
  capabilities(options?: ReadOptions): Promise<Capabilities>;
  /** The account of the session, with the back end's clock. */
  getAccount(options?: ReadOptions): Promise<Account>;
  /** Current and past subscriptions, current ones first. */
  listSubscriptions(options?: PageQuery): Promise<Page<Subscription>>;

  /** The plans on offer, and the retired one that the account still has. */
  listPlans?(options?: PageQuery): Promise<Page<Plan>>;
  /** What a change would cost. Changes nothing. */
  previewChange?(subscription: string, change: SubscriptionChange, options?: ReadOptions): Promise<Quote>;
  /** Commits a quote. `preview-expired` when it ran out or another total is due now; `ifVersion` is the subscription's. */
  changeSubscription?(
    subscription: string,
    agreed: AgreedChange | UnquotedChange,
    options: WriteOptions,
  ): Promise<Subscription>;
  /** Takes back what has not taken effect yet: a change of plan, the end of an add-on, a cancellation, a pause, its end. */
  undoScheduledChange?(subscription: string, kind: ChangeKind, options: WriteOptions): Promise<Subscription>;
  /** The add-ons on offer, with those that the subscription has marked. */
  listAddOns?(subscription: string, options?: PageQuery): Promise<Page<AddOn>>;

  /** Usage of a subscription by day. */
  getUsage?(subscription: string, query: UsageQuery): Promise<Usage>;
  /** The records behind it, oldest first, as objects. */
  listUsageRecords?(subscription: string, query: RecordsQuery): Promise<UsageRecordPage>;
  /** The same as columns, which is what a large month is read by. */
  listUsageColumns?(subscription: string, query: RecordsQuery): Promise<UsageColumns>;
  /** The back end's own next invoice; `null` when none is to come. */
  previewNextInvoice?(options?: ReadOptions): Promise<NextInvoice | null>;

  /** Issued invoices, newest first. */
  listInvoices?(query?: InvoiceQuery): Promise<Page<InvoiceSummary>>;
  getInvoice?(invoice: string, options?: ReadOptions): Promise<Invoice>;
  /** The lines after the first page. */
  listInvoiceLines?(invoice: string, query?: PageQuery): Promise<Page<InvoiceLine>>;
  /** The back end's own file, `application/pdf`. */
  getInvoicePdf?(invoice: string, options?: ReadOptions): Promise<Blob>;
  /** Charges a method now. A refusal is the outcome `failed`, or `payment-declined`. */
  payInvoice?(invoice: string, payment: InvoicePayment, options: WriteOptions): Promise<PaymentOutcome>;

  /** Ways to pay on file: the default first, then the back-ups in order. */
  listPaymentMethods?(options?: PageQuery): Promise<VersionedPage<PaymentMethod>>;
  createSetupSession?(vault: string, options: WriteOptions): Promise<SetupSession>;
  getSetup?(setup: string, options?: ReadOptions): Promise<Setup>;
  /** Puts a verified method on file. The back end asks the processor itself and decides. */
  attachPaymentMethod?(method: NewPaymentMethod, options: WriteOptions): Promise<VersionedPage<PaymentMethod>>;
  /** `ifVersion` is the list's. */
  setPaymentRoles?(roles: PaymentRoles, options: WriteOptions): Promise<VersionedPage<PaymentMethod>>;
  /** The default can go only with another in its place. `ifVersion` is the list's. */
  removePaymentMethod?(
    method: string,
    replacement: string | null,
    options: WriteOptions,
  ): Promise<VersionedPage<PaymentMethod>>;

  listContacts?(options?: PageQuery): Promise<Page<Contact>>;
  addContact?(contact: NewContact, options: WriteOptions): Promise<Contact>;
  saveContact?(id: string, contact: NewContact, options: WriteOptions): Promise<Contact>;
  removeContact?(id: string, options: WriteOptions): Promise<void>;

  getAlertPreferences?(options?: ReadOptions): Promise<AlertPreferences>;
  saveAlertPreferences?(choices: AlertChoices, options: WriteOptions): Promise<AlertPreferences>;

  listMembers?(options?: PageQuery): Promise<Page<Member>>;
  inviteMember?(member: NewMember, options: WriteOptions): Promise<Member>;
  resendInvitation?(id: string, options: WriteOptions): Promise<Member>;
  saveMember?(id: string, member: NewMember, options: WriteOptions): Promise<Member>;
  /** Also withdraws an invitation. Never the last admin, never oneself. */
  removeMember?(id: string, options: WriteOptions): Promise<void>;

  /** What became of a write whose answer was lost. */
  findOutcome?(idempotencyKey: string, options?: ReadOptions): Promise<Outcome>;
  /** Tells what changes while the page is open; the function that it returns ends that. */
  subscribe?(listener: (change: BackendChange) => void): () => void;
}
