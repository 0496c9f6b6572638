import type { ReactiveControllerHost } from 'lit';
import type { Access, Account, BillingError, Capabilities, Page, Resource, Subscription, Usage } from '../api/index.js';
import { monthOf, type Period } from '../rating/index.js';
import { billOf, isBilled, type Bill } from './bill.js';
import { combine, permitted, ratedOrError } from './combine.js';
import { QueryController } from './query.js';
import { reads, type Read } from './reads.js';
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
  #worked: { readonly from: readonly unknown[]; readonly bill: Bill | BillingError } | undefined;

  constructor(host: ReactiveControllerHost, store: () => BillingStore | undefined) {
    this.#capabilities = new QueryController(host, store, reads.capabilities);
    this.#account = new QueryController(host, store, reads.account);
    this.#subscriptions = new QueryController(host, store, reads.subscriptions);
    this.#usage = new QueryController(host, store, () => this.#usageRead());
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

  /** The next invoice. */
  get bill(): ReadState<Bill> {
    const usage = permitted(this.#usage.state, this.capabilities, 'usage');
    return combine([this.standing, usage], (standing, days) => this.#bill(standing, days));
  }

  /** What the user may do with a resource; `undefined` while that isn't known. */
  access(resource: Resource): Access | undefined {
    return this.capabilities.data?.[resource];
  }

  /** Reads again what has failed or is too old; all of it where the answers came, but couldn't be rated. */
  retry(): void {
    const all = [this.#capabilities, this.#account, this.#subscriptions, this.#usage];
    const due = all.filter(({ state }) => state.error !== undefined || state.stale);
    for (const query of due.length > 0 ? due : all) query.retry();
  }

  #bill({ account, subscriptions }: Standing, usage: readonly Usage[]): Bill | BillingError {
    const from = [account, subscriptions, usage];
    if (this.#worked && from.every((each, index) => each === this.#worked?.from[index])) return this.#worked.bill;
    this.#worked = { from, bill: ratedOrError(() => billOf(account, subscriptions, usage)) };
    return this.#worked.bill;
  }

  #usageRead(): Read<readonly Usage[]> | undefined {
    const { account, subscriptions } = this.standing.data ?? {};
    if (!account || !subscriptions) return undefined;
    const period = monthOf(todayOf(account));
    const billed = subscriptions.filter((each) => isBilled(each, period)).map((each) => each.id);
    return usageOfAll(billed, period);
  }
}

/** The usage of several subscriptions in one read: without one of them there is no total. */
function usageOfAll(subscriptions: readonly string[], period: Period): Read<readonly Usage[]> {
  const each = subscriptions.map((id) => reads.usage(id, period));
  return {
    key: ['usage-of-all', period.start, period.end, ...subscriptions],
    method: 'getUsage',
    fetch: (adapter, signal) => Promise.all(each.map((read) => read.fetch(adapter, signal))),
  };
}
