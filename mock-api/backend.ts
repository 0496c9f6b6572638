import type {
  Account,
  Capabilities,
  Instant,
  InvoiceSummary,
  PaymentMethod,
  Plan,
  Subscription,
  Usage,
} from '../src/api/index.js';
import { addDays, billingDay, type InvoicePreview, type Period, type PlainDate } from '../src/rating/index.js';
import { addOnCatalogue, type AddOn } from './add-ons.js';
import type { Call } from './calls.js';
import { issue, issuedDates, rateInvoice, summaryOf, type Invoice } from './invoices.js';
import { Meter } from './meter.js';
import type { AlertPreferences, Contact, Member } from './people.js';
import { shownCard } from './payments.js';
import { publicPlans } from './plans.js';
import { hash } from './random.js';
import { valueOn, type AccountState, type Scenario, type SubscriptionState } from './state.js';
import { instantOf } from './zone.js';

/** A back end in memory: one account and a clock. Every answer follows from the two. */
export class MockBackend {
  /** While it is true, every request is answered with 503. */
  failing: boolean;
  readonly #account: AccountState;
  readonly #meters: readonly Meter[];
  readonly #rated = new Map<PlainDate, InvoicePreview>();
  #now: number;

  constructor({ account, failing = false, now }: Scenario) {
    this.#account = account;
    this.#meters = account.subscriptions.map((subscription) => new Meter(subscription, account.timeZone));
    this.failing = failing;
    this.#now = timeOf(now);
  }

  /** The clock. It stands still until it is set. */
  get now(): Instant {
    return instantOf(this.#now);
  }

  /** Sets the clock: usage grows with it, and over a month's end the invoice is issued. Throws a `RangeError`. */
  set now(instant: Instant) {
    this.#now = timeOf(instant);
  }

  /** The calendar day of the account. */
  get today(): PlainDate {
    return billingDay(this.#now, this.#account.timeZone);
  }

  capabilities(): Capabilities {
    const access = { read: true, write: false, reason: 'This demonstration account can only be looked at.' };
    return { subscriptions: access, plans: access, usage: access, invoices: access, 'payment-methods': access };
  }

  account(): Account {
    const { id, name, timeZone, currency, exponent } = this.#account;
    return { id, name, status: this.#status(this.#main), timeZone, currency, exponent, now: this.now };
  }

  /** The plans on offer, and retired ones that the account still has. */
  plans(): Plan[] {
    const own = this.#account.subscriptions.filter((each) => !this.#ended(each)).map(({ plan }) => plan);
    return [...publicPlans, ...own.filter(({ status }) => status === 'retired')];
  }

  /** Current ones first. */
  subscriptions(): Subscription[] {
    const started = this.#account.subscriptions.filter(({ start }) => start <= this.today);
    const current = started.filter((each) => !this.#ended(each));
    const ended = started.filter((each) => this.#ended(each));
    return [...current, ...ended].map((each) => this.#subscription(each));
  }

  /** The usage of a period until now; `undefined` for a subscription that isn't there. */
  usage(id: string, period: Period): Usage | undefined {
    const meter = this.#meter(id);
    return meter && { subscription: id, period, asOf: this.now, days: meter.days(this.#past(period), this.#now) };
  }

  /** The calls of a period until now, oldest first; `recordOf` tells more of each. */
  calls(id: string, period: Period): Call[] | undefined {
    return this.#meter(id)?.calls(this.#past(period), this.#now);
  }

  /** The add-ons on offer, with those that the subscription has marked. */
  addOns(id: string): (AddOn & { readonly active: boolean })[] | undefined {
    const subscription = this.subscriptions().find((each) => each.id === id);
    if (!subscription) return undefined;
    const own = new Set(subscription.addOns.map((each) => each.id));
    return Object.values(addOnCatalogue).map((addOn) => ({ ...addOn, active: own.has(addOn.id) }));
  }

  /** The default first, then the back-ups in order. */
  paymentMethods(): PaymentMethod[] {
    return this.#account.cards.map(shownCard);
  }

  /** Newest first. */
  invoices(): InvoiceSummary[] {
    return this.#invoices().map(summaryOf);
  }

  invoice(id: string): Invoice | undefined {
    return this.#invoices().find((invoice) => invoice.id === id);
  }

  contacts(): readonly Contact[] {
    return this.#account.contacts;
  }

  members(): readonly Member[] {
    return this.#account.members;
  }

  alertPreferences(): AlertPreferences {
    return this.#account.alerts;
  }

  get #main(): SubscriptionState {
    return this.#account.subscriptions[0];
  }

  #meter(id: string): Meter | undefined {
    return this.#meters.find(({ subscription }) => subscription.id === id);
  }

  #past({ start, end }: Period): Period {
    const tomorrow = addDays(this.today, 1);
    return { start, end: end < tomorrow ? end : tomorrow };
  }

  #invoices(): Invoice[] {
    const { start, trialEnd } = this.#main;
    const issued = issuedDates(start, trialEnd, this.today).map((dates, index) => {
      const rated = this.#rated.get(dates.issueDate) ?? rateInvoice(dates, this.#meters);
      this.#rated.set(dates.issueDate, rated);
      return issue(rated, index + 1, this.#account, this.today);
    });
    return issued.reverse();
  }

  #subscription(state: SubscriptionState): Subscription {
    const { id, product, plan, start, end, trialEnd } = state;
    const shown = {
      id,
      product,
      status: this.#ended(state) ? ('ended' as const) : this.#status(state),
      plan,
      start,
      end,
      trialEnd,
      lines: valueOn(state.lines, this.today).length,
      addOns: valueOn(state.addOns, this.today).map(({ id, name, fee }) => ({ id, name, fee })),
      scheduledChange: null,
    };
    return { ...shown, version: hash(JSON.stringify(shown)).toString(16) };
  }

  #status({ trialEnd }: SubscriptionState): 'trialing' | 'active' | 'past-due' {
    if (this.#invoices().some(({ status }) => status === 'failed' || status === 'past-due')) return 'past-due';
    return this.today <= trialEnd ? 'trialing' : 'active';
  }

  #ended({ end }: SubscriptionState): boolean {
    return end !== null && end <= this.today;
  }
}

function timeOf(instant: Instant): number {
  const time = /^\d{4}-\d{2}-\d{2}T.*Z$/.test(instant) ? Date.parse(instant) : NaN;
  if (Number.isNaN(time)) throw new RangeError(`expected an instant such as "2026-11-18T15:20:00Z", got "${instant}"`);
  return time;
}
