import type { ReactiveControllerHost } from 'lit';
import type { Account, Page, Plan, Subscription, Usage } from '../api/index.js';
import type { Period } from '../rating/index.js';
import { combine } from './combine.js';
import { Permissions } from './permissions.js';
import { QueryController } from './query.js';
import { readAccount } from './reads/account.js';
import { readPlans, readSubscriptions } from './reads/subscriptions.js';
import { readUsageOfAll } from './reads/usage.js';
import { WAITING, type ReadState } from './state.js';
import type { BillingStore } from './store.js';
import { todayOf } from './today.js';
import { monthsOf, periodOf, runningIn, usageMonth, type UsageMonth } from './usage-report.js';
import { readRecordsOfAll, type UsageRecords } from './usage-report-records.js';

/** What a report is about. */
export interface UsageWanted {
  /** `2026-10`; empty for the current one. */
  readonly month: string;
  /** The id of a subscription; empty for all. */
  readonly subscription: string;
  /** Whether the records themselves are wanted. */
  readonly records: boolean;
}

/** The months to choose from, and the chosen one. */
export interface MonthChoice {
  readonly months: readonly string[];
  readonly period: Period;
  /** Those that ran in it. */
  readonly subscriptions: readonly Subscription[];
}

/** Reads a month of usage, and the records behind it once they are wanted. */
export class UsageReportQuery {
  readonly #may: Permissions;
  readonly #account: QueryController<Account>;
  readonly #subscriptions: QueryController<Page<Subscription>>;
  readonly #plans: QueryController<Page<Plan>>;
  readonly #usage: QueryController<readonly Usage[]>;
  readonly #records: QueryController<UsageRecords>;
  readonly #wanted: () => UsageWanted;
  #worked: { readonly from: readonly unknown[]; readonly month: ReturnType<typeof usageMonth> } | undefined;

  constructor(host: ReactiveControllerHost, store: () => BillingStore | undefined, wanted: () => UsageWanted) {
    this.#wanted = wanted;
    this.#may = new Permissions(host, store);
    this.#account = new QueryController(host, store, readAccount);
    this.#subscriptions = new QueryController(host, store, readSubscriptions);
    this.#plans = new QueryController(host, store, readPlans);
    this.#usage = new QueryController(host, store, () => this.#read(readUsageOfAll));
    this.#records = new QueryController(host, store, () =>
      this.#hasRecords ? this.#read(readRecordsOfAll) : undefined,
    );
  }

  /** What there is to choose from; `undefined` while that isn't known. */
  get choice(): MonthChoice | undefined {
    const [account, page] = [this.#account.state.data, this.#subscriptions.state.data];
    if (!account || !page) return undefined;
    const { month, subscription } = this.#wanted();
    const months = monthsOf(page.items, todayOf(account));
    const period = periodOf(month, months);
    return { months, period, subscriptions: runningIn(page.items, period, subscription) };
  }

  /** The month as it was used. */
  get month(): ReadState<UsageMonth> {
    const subscriptions = this.#may.permitted('subscriptions', this.#subscriptions.state);
    const usage = this.#may.permitted('usage', this.#usage.state);
    const month = combine([this.#account.state, subscriptions, usage], (account, _, days) =>
      this.#month(account, days),
    );
    // What a plan included must not come after what was used of it.
    return month.status === 'ready' && this.#plans.state.status === 'loading' ? LOADING : month;
  }

  /** The records; `waiting` until they are wanted, `unsupported` where they can't be had. */
  get records(): ReadState<UsageRecords> {
    return this.#may.permitted('usage-records', this.#records.state);
  }

  /** Reads again what has failed or is too old; all of it where the answers came, but couldn't be rated. */
  retry(): void {
    const all = [this.#may, this.#account, this.#subscriptions, this.#usage, this.#records];
    const due = all.filter(({ state }) => state.error !== undefined || state.stale);
    for (const query of due.length > 0 ? due : all) query.retry();
  }

  get #hasRecords(): boolean {
    const { length = 0 } = this.choice?.subscriptions ?? [];
    return length > 0 && this.#wanted().records && this.#may.of('usage-records').read;
  }

  /** Without them there is no line for the plan that is cheaper, and no allowance of a plan that was left. */
  get #offered(): readonly Plan[] {
    return this.#may.of('plans').read ? (this.#plans.state.data?.items ?? NONE) : NONE;
  }

  #month(account: Account, usage: readonly Usage[]): ReturnType<typeof usageMonth> {
    const { items = NONE } = this.#subscriptions.state.data ?? {};
    const { month, subscription } = this.#wanted();
    const from = [account, items, usage, this.#offered, month, subscription];
    if (this.#worked && from.every((each, index) => each === this.#worked?.from[index])) return this.#worked.month;
    const period = periodOf(month, monthsOf(items, todayOf(account)));
    const subscriptions = runningIn(items, period, subscription);
    this.#worked = { from, month: usageMonth({ account, subscriptions, plans: this.#offered, usage, period }) };
    return this.#worked.month;
  }

  #read<T>(read: (subscriptions: readonly string[], period: Period) => T): T | undefined {
    const { period, subscriptions = NONE } = this.choice ?? {};
    return (
      period &&
      read(
        subscriptions.map(({ id }) => id),
        period,
      )
    );
  }
}

const NONE: readonly never[] = [];
const LOADING: ReadState<never> = { ...WAITING, status: 'loading' };
