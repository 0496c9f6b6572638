import type { ReactiveControllerHost } from 'lit';
import type { BillingError, Page, Plan, Subscription, Usage } from '../api/index.js';
import type { Period } from '../rating/index.js';
import type { Advice } from './advice.js';
import { monthsBefore } from './advice-months.js';
import type { BillQuery } from './bill-query.js';
import { combine, permitted } from './combine.js';
import type { CheaperFrom } from './cost-effective.js';
import { Lazy } from './lazy.js';
import { QueryController } from './query.js';
import { Remembered } from './remembered.js';
import { readPlans } from './reads/subscriptions.js';
import { readUsage } from './reads/usage.js';
import { UNSUPPORTED, WAITING, type ReadState } from './state.js';
import type { BillingStore } from './store.js';
import { todayOf } from './today.js';

interface Subject {
  readonly subscription: Subscription;
  readonly months: readonly Period[];
}

/** Reads what advice on the best plan goes by: the plans, and the usage of the last months. */
export class AdviceQuery {
  readonly #bill: BillQuery;
  readonly #wanted: () => string | undefined;
  readonly #rules: Lazy<typeof import('./advice.js')>;
  readonly #plans: QueryController<Page<Plan>>;
  readonly #usage: QueryController<Usage>;
  readonly #cheaper = new Remembered<CheaperFrom>();
  readonly #advised = new Remembered<Advice | BillingError>();

  /** It stands on the reads of `bill`, which the element has anyway. `wanted`: the id of a subscription, else the first one. */
  constructor(
    host: ReactiveControllerHost,
    store: () => BillingStore | undefined,
    bill: BillQuery,
    wanted: () => string | undefined = () => undefined,
  ) {
    this.#bill = bill;
    this.#wanted = wanted;
    this.#rules = new Lazy(host, () => import('./advice.js'));
    this.#plans = new QueryController(host, store, readPlans);
    this.#usage = new QueryController(host, store, () => {
      const { subscription, months } = this.#subject() ?? {};
      const [first, last] = [months?.[0], months?.at(-1)];
      return subscription && first && last
        ? readUsage(subscription.id, { start: first.start, end: last.end })
        : undefined;
    });
  }

  /** The plans on offer. */
  get plans(): ReadState<Page<Plan>> {
    return permitted(this.#plans.state, this.#bill.capabilities, 'plans');
  }

  /** From which usage on another plan costs less; `undefined` until that can be told. */
  get cheaper(): CheaperFrom | undefined {
    const [rules, plans] = [this.#rules.value, this.plans.data];
    return rules && plans && this.#cheaper.of([plans], () => rules.cheaperAmong(plans.items));
  }

  /** Advice for the wanted subscription, else for the account's first current one; `unsupported` where there is nothing to go by. */
  get advice(): ReadState<Advice> {
    const subject = this.#subject();
    if (!subject) return this.#bill.standing.status === 'ready' ? UNSUPPORTED : WAITING;
    const usage = permitted(this.#usage.state, this.#bill.capabilities, 'usage');
    const rules = this.#rules.value;
    if (!rules) return { ...WAITING, status: 'loading' };
    return combine([this.plans, usage], (plans, days) => this.#advice(rules.adviceOf, subject, plans, days));
  }

  /** Reads again what has failed or is too old. */
  retry(): void {
    for (const query of [this.#plans, this.#usage]) if (query.state.error || query.state.stale) query.retry();
  }

  #advice(
    adviceOf: (typeof import('./advice.js'))['adviceOf'],
    { subscription, months }: Subject,
    plans: Page<Plan>,
    usage: Usage,
  ): Advice | BillingError {
    return this.#advised.of([subscription, plans, usage], () => adviceOf(subscription, plans, usage, months));
  }

  #subject(): Subject | undefined {
    const { account, subscriptions } = this.#bill.standing.data ?? {};
    const wanted = this.#wanted();
    const subscription = subscriptions?.find(({ id, status }) => (wanted ? id === wanted : status !== 'ended'));
    if (!account || !subscription) return undefined;
    const months = monthsBefore(subscription, todayOf(account));
    return months.length > 0 ? { subscription, months } : undefined;
  }
}
