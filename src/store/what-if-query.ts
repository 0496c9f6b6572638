import type { ReactiveControllerHost } from 'lit';
import { BillingError, type Account, type AddOn, type Page, type Plan, type Subscription } from '../api/index.js';
import type { UsageCharge } from '../rating/index.js';
import { AdviceQuery } from './advice-query.js';
import { adviceAmong, comparable, type Advice } from './advice.js';
import { BillQuery } from './bill-query.js';
import { combine, permitted } from './combine.js';
import { intervalOf, type Interval } from './interval.js';
import { QueryController } from './query.js';
import { readAddOns } from './reads/subscriptions.js';
import { Remembered } from './remembered.js';
import type { ReadState } from './state.js';
import type { BillingStore } from './store.js';
import { basesOf, variableCharges, type UseBasis } from './what-if.js';

/** The plans, and whose they would be. */
export interface PlanChoice {
  readonly account: Account;
  /** Those that have not ended. */
  readonly subscriptions: readonly Subscription[];
  /** The one that a plan is chosen for; `undefined` without any. */
  readonly subscription: Subscription | undefined;
  readonly plans: readonly Plan[];
}

/** What plans are compared by. */
export interface Comparison {
  /** The plans that can be compared, the current one first. */
  readonly plans: readonly Plan[];
  /** At least one. */
  readonly bases: readonly UseBasis[];
  readonly charges: readonly UsageCharge[];
  /** All add-ons that there are. */
  readonly addOns: readonly AddOn[];
  /** What each plan would have cost over the last months; `undefined` without a whole month. */
  readonly history: Advice | undefined;
}

/** Which subscription a plan is chosen for, the first one where it is left out, and how the plans are paid for. */
export interface WantedPlans {
  readonly subscription: string | undefined;
  /** That of its own plan where it is left out. */
  readonly interval: Interval | undefined;
}

/** Reads all that plans are compared by: the plans, what is used and what was, and the add-ons. */
export class WhatIfQuery {
  readonly bill: BillQuery;
  readonly #advice: AdviceQuery;
  readonly #addOns: QueryController<Page<AddOn>>;
  readonly #wanted: () => WantedPlans;
  readonly #remembered = new Remembered<Comparison>();

  constructor(host: ReactiveControllerHost, store: () => BillingStore | undefined, wanted: () => WantedPlans) {
    this.#wanted = wanted;
    this.bill = new BillQuery(host, store);
    this.#advice = new AdviceQuery(host, store, this.bill, () => wanted().subscription);
    this.#addOns = new QueryController(host, store, () => {
      const id = this.choice.data?.subscription?.id;
      return id === undefined ? undefined : readAddOns(id);
    });
  }

  /** The plans on offer. */
  get choice(): ReadState<PlanChoice> {
    return combine([this.bill.standing, this.#advice.plans], ({ account, subscriptions: all }, { items: plans }) => {
      const subscriptions = all.filter(({ status }) => status !== 'ended');
      const wanted = this.#wanted().subscription;
      const subscription = wanted ? subscriptions.find(({ id }) => id === wanted) : subscriptions[0];
      return { account, subscriptions, subscription, plans };
    });
  }

  /** What they are compared by; `unsupported` where usage can't be read. */
  get comparison(): ReadState<Comparison | undefined> {
    const { bill } = this.bill;
    const usage = { ...bill, data: bill.data && { current: bill.data.current, period: bill.data.period } };
    return combine([this.choice, usage], (choice, { current, period }) => {
      const { subscription, plans } = choice;
      if (!subscription) return undefined;
      const interval = this.#wanted().interval ?? intervalOf(subscription.plan);
      const [advice, addOns] = [this.#advice.advice.data, this.#offered.data?.items];
      const own = current.find((each) => each.subscription.id === subscription.id);
      return this.#remembered.of([subscription, plans, interval, own, advice, addOns], () => {
        const compared = comparable(subscription, plans, interval);
        return {
          plans: compared,
          bases: basesOf(own, period, advice?.uses ?? []),
          charges: variableCharges(subscription, compared),
          addOns: addOns ?? [],
          history: advice && amongThese(advice, compared),
        };
      });
    });
  }

  /** The reads without which it can be shown, and which fill in what is missing. */
  get others(): readonly ReadState<unknown>[] {
    return this.choice.data?.subscription ? [this.#advice.advice, this.#offered] : [];
  }

  /** Reads again what has failed or is too old. */
  retry(): void {
    this.bill.retry();
    this.#advice.retry();
    if (this.#addOns.state.error) this.#addOns.retry();
  }

  get #offered(): ReadState<Page<AddOn>> {
    return permitted(this.#addOns.state, this.bill.capabilities, 'add-ons');
  }
}

/** What these plans would have cost; nothing where one of them can't be rated. */
function amongThese(advice: Advice, plans: readonly Plan[]): Advice | undefined {
  if (plans.length === advice.plans.length && plans.every((plan, index) => plan === advice.plans[index])) return advice;
  const found = adviceAmong(advice, plans);
  return found instanceof BillingError ? undefined : found;
}
