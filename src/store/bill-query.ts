import type { ReactiveControllerHost } from 'lit';
import type {
  Access,
  Account,
  BillingError,
  Capabilities,
  NextInvoice,
  Page,
  Resource,
  Subscription,
  Usage,
} from '../api/index.js';
import { monthOf } from '../rating/index.js';
import { billOf, type Bill } from './bill.js';
import { isBilled } from './billed.js';
import { combine, permitted, ratedOrError } from './combine.js';
import { QueryController } from './query.js';
import { readAccount, readCapabilities } from './reads/account.js';
import { readNextInvoice } from './reads/next-invoice.js';
import type { Read } from './reads/read.js';
import { readSubscriptions } from './reads/subscriptions.js';
import { readUsageOfAll } from './reads/usage.js';
import type { ReadState } from './state.js';
import type { BillingStore } from './store.js';
import { todayOf } from './today.js';

/** The account and what it subscribes to. */
export interface Standing {
  readonly account: Account;
  readonly subscriptions: readonly Subscription[];
}

/** Reads all that the next invoice is worked out from, and works it out anew whenever one of the answers changes. */
export class BillQuery {
  readonly #capabilities: QueryController<Capabilities>;
  readonly #account: QueryController<Account>;
  readonly #subscriptions: QueryController<Page<Subscription>>;
  readonly #usage: QueryController<readonly Usage[]>;
  readonly #says: QueryController<NextInvoice | null>;
  readonly #store: () => BillingStore | undefined;
  #worked:
    { readonly store: unknown; readonly from: readonly unknown[]; readonly bill: Bill | BillingError } | undefined;

  constructor(host: ReactiveControllerHost, store: () => BillingStore | undefined) {
    this.#store = store;
    this.#capabilities = new QueryController(host, store, readCapabilities);
    this.#account = new QueryController(host, store, readAccount);
    this.#subscriptions = new QueryController(host, store, readSubscriptions);
    this.#usage = new QueryController(host, store, () => this.#usageRead());
    this.#says = new QueryController(host, store, readNextInvoice);
  }

  /** What may be seen and done; a resource that isn't named may not be read. */
  get capabilities(): ReadState<Capabilities> {
    return this.#capabilities.state;
  }

  /** The account and its subscriptions, without usage. */
  get standing(): ReadState<Standing> {
    const subscriptions = permitted(this.#subscriptions.state, this.capabilities, 'subscriptions');
    return combine([this.#account.state, subscriptions], (account, page) => ({ account, subscriptions: page.items }));
  }

  /** The next invoice. It waits for the back end's own where there is one: an amount that was shown must not jump. */
  get bill(): ReadState<Bill> {
    const usage = permitted(this.#usage.state, this.capabilities, 'usage');
    const says = this.#says.state;
    if (says.status === 'unsupported' || says.status === 'failed')
      return combine([this.standing, usage], (standing, days) => this.#bill(standing, days));
    return combine([this.standing, usage, says], (standing, days, next) => this.#bill(standing, days, next));
  }

  /** What the user may do with a resource; `undefined` while that isn't known. */
  access(resource: Resource): Access | undefined {
    return this.capabilities.data?.[resource];
  }

  /** Reads again what has failed or is too old; all of it where the answers came, but couldn't be rated. */
  retry(): void {
    const all = [this.#capabilities, this.#account, this.#subscriptions, this.#usage, this.#says];
    const due = all.filter(({ state }) => state.error !== undefined || state.stale);
    for (const query of due.length > 0 ? due : all) query.retry();
  }

  #bill({ account, subscriptions }: Standing, usage: readonly Usage[], says?: NextInvoice | null): Bill | BillingError {
    const from = [account, subscriptions, usage, says];
    const store = this.#store();
    const last = this.#worked?.store === store ? this.#worked : undefined;
    if (last && (from.every((each, index) => each === last.from[index]) || this.#isOnTheWay(says))) return last.bill;
    this.#worked = { store, from, bill: ratedOrError(() => billOf(account, subscriptions, usage, says)) };
    return this.#worked.bill;
  }

  /** While some answers are of before a change and some of after it, the back end's invoice can't agree with ours. */
  #isOnTheWay(says: NextInvoice | null | undefined): boolean {
    const all = [this.#subscriptions, this.#usage, this.#says];
    return says !== undefined && all.some(({ state }) => state.fetching);
  }

  #usageRead(): Read<readonly Usage[]> | undefined {
    const { account, subscriptions } = this.standing.data ?? {};
    if (!account || !subscriptions) return undefined;
    const period = monthOf(todayOf(account));
    const billed = subscriptions.filter((each) => isBilled(each, period)).map((each) => each.id);
    return readUsageOfAll(billed, period);
  }
}
