import type { Pause, PlainDate } from '../../api/index.js';
import { addDays } from '../../rating/index.js';
import { valueOn } from './dated.js';
import { nothing, paidUntil, recurringOf, type Proposal, type Standing } from './proposal.js';
import { needField, needState } from './refuse.js';
import type { SeedSubscription } from './seed.js';
import { isYearly } from '../../rating/plan.js';
import { isTrial, pauseAfter } from './subscriptions.js';
import { needDate } from './usage.js';
import { dayText } from './words.js';

/** Ends it with what is paid for; in a trial with the trial. */
export function proposeCancel(standing: Standing): Proposal {
  const { subscription, today } = standing;
  const end = paidUntil(standing);
  const trial = isTrial(subscription, today);
  const last = dayText(addDays(end, -1));
  return {
    ...later(end),
    recurring: nothing(valueOn(subscription.plan, today)),
    notes: trial
      ? [`Your free trial runs until ${last}. Nothing is charged.`]
      : [
          `You can use it until ${last}.`,
          `Your last invoice, on ${dayText(end)}, has the usage over your allowance only.`,
        ],
    next: { ...subscription, end },
  };
}

/** Lets it rest from the next period on, until the first day of a month or until it is resumed. */
export function proposePause(standing: Standing, until: PlainDate | null): Proposal {
  const { subscription, today, period } = standing;
  const from = period.end;
  needState(!isTrial(subscription, today), 'trialing', 'A free trial can’t be paused.');
  needState(pauseAfter(subscription, today) === undefined, 'already-paused', 'It is paused already.');
  needState(
    !isYearly(valueOn(subscription.plan, today)),
    'paid-yearly',
    'A plan that is paid for the year can’t be paused.',
  );
  if (until !== null) {
    needDate(until, 'until');
    const fits = until > from && until.endsWith('-01');
    needField(fits, 'until', 'not-a-month-start', 'It can begin again on the first day of a later month.');
  }
  const back = until === null ? 'until you resume it' : `until ${dayText(until)}`;
  return {
    ...later(from),
    recurring: nothing(valueOn(subscription.plan, today)),
    notes: [`It rests from ${dayText(from)} on, ${back}. Nothing is answered and nothing is charged in advance.`],
    next: { ...subscription, pauses: [...(subscription.pauses ?? []), { from, until }] },
  };
}

/** Goes on with the next period; a pause that has not begun is taken back. */
export function proposeResume(standing: Standing): Proposal {
  const { subscription, today, period } = standing;
  const pause = pauseAfter(subscription, today);
  needState(pause !== undefined, 'not-paused', 'It isn’t paused.');
  const begun = pause.from <= today;
  needState(!begun || pause.until !== period.end, 'already-scheduled', 'It goes on with the next period already.');
  const others = (subscription.pauses ?? []).filter((each) => each !== pause);
  return {
    ...(begun ? later(period.end) : { ...later(today), timing: 'now' as const }),
    recurring: recurringOf(standing, valueOn(subscription.plan, today), valueOn(subscription.addOns, today)),
    notes: begun ? [`It goes on, and is charged again, on ${dayText(period.end)}.`] : [],
    next: { ...subscription, pauses: begun ? [...others, resumed(pause, period.end)] : others },
  };
}

const resumed = (pause: Pause, until: PlainDate): Pause => ({ ...pause, until, untilBefore: pause.until });

/** Rests on, until the day that was meant before it was resumed; the same where nobody has resumed it. */
export function withoutResume(subscription: SeedSubscription, today: PlainDate): SeedSubscription {
  const pause = pauseAfter(subscription, today);
  if (pause?.untilBefore === undefined) return subscription;
  const { from, untilBefore: until } = pause;
  return {
    ...subscription,
    pauses: (subscription.pauses ?? []).map((each) => (each === pause ? { from, until } : each)),
  };
}

const later = (effective: PlainDate): Pick<Proposal, 'direction' | 'timing' | 'effective' | 'invoice'> => ({
  direction: 'other',
  timing: 'next-period',
  effective,
  invoice: null,
});
