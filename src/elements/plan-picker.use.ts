import type { ReactiveControllerHost } from 'lit';
import type { BillingError, Subscription } from '../api/index.js';
import { Remembered } from '../store/remembered.js';
import {
  changedUse,
  NO_CHANGES,
  pricedAt,
  type PricedPlans,
  type UseBasis,
  type UseChanges,
} from '../store/what-if.js';
import type { Comparison } from '../store/what-if-query.js';

/** What the user compares at, and what each plan costs then. Nothing of it asks the back end. */
export class ComparedUse {
  readonly #host: ReactiveControllerHost;
  #basis = '';
  #changes: UseChanges = NO_CHANGES;
  readonly #priced = new Remembered<PricedPlans | BillingError>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** What the user has set instead of what is used. */
  get changes(): UseChanges {
    return this.#changes;
  }

  get isChanged(): boolean {
    return this.#changes !== NO_CHANGES;
  }

  /** The use that was picked, else the one that says most; `undefined` where nothing is known. */
  basisIn({ bases }: Comparison): UseBasis | undefined {
    return bases.find(({ id }) => id === this.#basis) ?? bases[0];
  }

  /** What each plan costs; worked out anew only when something of it has changed. */
  pricedIn(comparison: Comparison, { plan }: Subscription): PricedPlans | BillingError | undefined {
    const basis = this.basisIn(comparison);
    if (!basis) return undefined;
    return this.#priced.of([comparison, basis, this.#changes], () => {
      const use = this.isChanged ? changedUse(basis.use, this.#changes, comparison.charges) : basis.use;
      return pricedAt(comparison.plans, plan.id, use);
    });
  }

  /** Another use; what was set is kept. */
  readonly pick = (basis: string): void => {
    this.#basis = basis;
    this.#host.requestUpdate();
  };

  readonly change = (changes: UseChanges): void => {
    this.#changes = changes;
    this.#host.requestUpdate();
  };

  /** Back to what is used. */
  readonly reset = (): void => this.change(NO_CHANGES);
}
