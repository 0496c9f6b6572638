import type { Plan } from '../api/index.js';
import { costEffectiveTo, monthOf, type UsageCharge } from '../rating/index.js';
import type { CurrentSubscription } from './bill.js';
import { ratedOrNull } from './combine.js';

/** The usage from which on another plan costs less, and that plan's name; `null` where none ever does. */
export type CheaperFrom = (
  current: CurrentSubscription,
  charge: UsageCharge,
) => { readonly quantity: string; readonly plan: string } | null;

/** The same among these plans. Only for a whole month: a part of one has a part of the fees, and no plan is changed for that. */
export const cheaperAmong =
  (plans: readonly Plan[]): CheaperFrom =>
  ({ subscription, charged }, charge) => {
    if (charged.start !== monthOf(charged.start).start) return null;
    const offered = plans.filter(({ family, status }) => family === subscription.plan.family && status === 'public');
    const found = ratedOrNull(() => costEffectiveTo(subscription.plan, offered, charge.id));
    const plan = offered.find(({ id }) => id === found?.plan);
    return found && plan ? { quantity: found.quantity, plan: plan.name } : null;
  };
