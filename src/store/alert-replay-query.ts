import type { ReactiveControllerHost } from 'lit';
import type { Account, Page, Plan, Subscription, Usage } from '../api/index.js';
import { replayedPeriod, replayOf, type AlertReplay } from './alert-replay.js';
import type { Standing } from './bill-query.js';
import { isBilled } from './billed.js';
import { combine } from './combine.js';
import { Permissions } from './permissions.js';
import { QueryController } from './query.js';
import { readAccount } from './reads/account.js';
import type { Read } from './reads/read.js';
import { readPlans, readSubscriptions } from './reads/subscriptions.js';
import { readUsageOfAll } from './reads/usage.js';
import type { ReadState } from './state.js';
import type { BillingStore } from './store.js';
import { todayOf } from './today.js';

/** Reads what thresholds are about, and what they are tried on: the usage of the last months, in one read. */
export class AlertReplayQuery {
  readonly #may: Permissions;
  readonly #account: QueryController<Account>;
  readonly #subscriptions: QueryController<Page<Subscription>>;
  readonly #plans: QueryController<Page<Plan>>;
  readonly #usage: QueryController<readonly Usage[]>;
  #worked: { readonly from: readonly unknown[]; readonly replay: AlertReplay } | undefined;

  constructor(host: ReactiveControllerHost, store: () => BillingStore | undefined) {
    this.#may = new Permissions(host, store);
    this.#account = new QueryController(host, store, readAccount);
    this.#subscriptions = new QueryController(host, store, readSubscriptions);
    this.#plans = new QueryController(host, store, readPlans);
    this.#usage = new QueryController(host, store, () => this.#usageRead());
  }

  /** The account and its subscriptions. */
  get standing(): ReadState<Standing> {
    const subscriptions = this.#may.permitted('subscriptions', this.#subscriptions.state);
    return combine([this.#account.state, subscriptions], (account, { items }) => ({ account, subscriptions: items }));
  }

  /** What thresholds are tried on; without the plans on offer, only by the current ones. */
  get replay(): ReadState<AlertReplay> {
    const usage = this.#may.permitted('usage', this.#usage.state);
    const plans = this.#plans.state.status === 'loading' ? [this.#plans.state] : [];
    return combine([this.standing, usage, ...plans], (standing, days) => this.#replay(standing, days));
  }

  /** Reads again what has failed or is too old. */
  retry(): void {
    const all = [this.#may, this.#account, this.#subscriptions, this.#plans, this.#usage];
    for (const query of all) if (query.state.error !== undefined || query.state.stale) query.retry();
  }

  #replay({ account, subscriptions }: Standing, usage: readonly Usage[]): AlertReplay {
    const plans = this.#may.of('plans').read ? (this.#plans.state.data?.items ?? NONE) : NONE;
    const from = [account, subscriptions, plans, usage];
    if (this.#worked && from.every((each, index) => each === this.#worked?.from[index])) return this.#worked.replay;
    this.#worked = { from, replay: replayOf({ account, subscriptions, plans, usage }) };
    return this.#worked.replay;
  }

  #usageRead(): Read<readonly Usage[]> | undefined {
    const { account, subscriptions } = this.standing.data ?? {};
    if (!account || !subscriptions) return undefined;
    const period = replayedPeriod(todayOf(account));
    // What has ended before it has nothing to try a threshold on.
    const ids = subscriptions.filter((each) => isBilled(each, period)).map(({ id }) => id);
    return readUsageOfAll(ids, period);
  }
}

const NONE: readonly never[] = [];
