import type { Plan } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import type { PlanCost } from '../rating/index.js';
import type { PricedPlans } from '../store/what-if.js';
import type { Comparison } from '../store/what-if-query.js';
import type { Explained } from './plan-picker.derivation.js';
import type { PlanOption } from './plan-picker.option.js';

/** All that cards and table are drawn from. */
export interface PlansView {
  readonly tag: LanguageTag;
  readonly options: readonly PlanOption[];
  /** `undefined` where nothing can be compared. */
  readonly comparison: Comparison | undefined;
  /** What the plans cost at the use that is looked at. */
  readonly priced: PricedPlans | undefined;
  /** What they would have cost over the last months, by id. */
  readonly past: ReadonlyMap<string, PlanCost>;
  /** What a smaller plan comes to in overage, by id. */
  readonly warnings: ReadonlyMap<string, string>;
  /** Shows how an amount was made. */
  readonly explain: (what: Explained) => void;
  /** Whether the user may change the plan. */
  readonly mayChange: boolean;
  /** A change is under way. */
  readonly isBusy: boolean;
  readonly choose: (plan: Plan) => void;
}

/** The plans that are priced at the account's use, and those that count otherwise. */
export function partedOptions({ options, comparison, priced }: PlansView): [PlanOption[], PlanOption[]] {
  if (!comparison || !priced) return [[...options], []];
  const isCompared = ({ plan }: PlanOption): boolean => priced.costs.has(plan.id);
  return [options.filter(isCompared), options.filter((option) => !isCompared(option))];
}
