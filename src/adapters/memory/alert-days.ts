import type { PlainDate } from '../../api/index.js';
import { addDays, addMonths, daysBetween } from '../../rating/index.js';
import { tellOnce } from './outbox.js';
import type { SeedMethod, SeedSubscription } from './seed.js';
import { todayOf, type State } from './state.js';
import { isTrial } from './subscriptions.js';
import { cardText, dayText } from './words.js';

const DAYS_BEFORE_EXPIRY = 30;
const DAYS_BEFORE_TRIAL_END = 3;

/** Tells of what comes with the days: a trial that is half over or about to end, a card that is about to expire. */
export function alertDay(state: State): void {
  const today = todayOf(state);
  for (const subscription of state.subscriptions) alertTrial(state, subscription, today);
  for (const method of state.methods) alertExpiry(state, method, today);
}

function alertTrial(state: State, subscription: SeedSubscription, today: PlainDate): void {
  const { id, product, start, end, trialEnd } = subscription;
  if (trialEnd === null || end !== null || today < start || !isTrial(subscription, today)) return;
  const over = daysBetween(start, today);
  if (over * 2 >= daysBetween(start, addDays(trialEnd, 1)))
    tellOnce(state, `trial-half/${id}`, {
      kind: 'trial-half-used',
      subject: `${product}: half of your free trial is over`,
      text: `It ends on ${dayText(trialEnd)}.`,
    });
  if (daysBetween(today, trialEnd) <= DAYS_BEFORE_TRIAL_END)
    tellOnce(state, `trial-ending/${id}`, {
      kind: 'trial-ending',
      subject: `${product}: your free trial ends on ${dayText(trialEnd)}`,
      text: 'Your plan is charged from the day after.',
    });
}

function alertExpiry(state: State, method: SeedMethod, today: PlainDate): void {
  const { id, expires, role } = method;
  if (expires === null || role === 'unused') return;
  const firstDayWithout = addMonths(`${expires}-01`, 1);
  if (daysBetween(today, firstDayWithout) > DAYS_BEFORE_EXPIRY) return;
  tellOnce(state, `expiring/${id}/${expires}`, {
    kind: 'card-expiring',
    subject: `Your card ${cardText(method)} expires`,
    text: `It can be charged until ${dayText(addDays(firstDayWithout, -1))}.`,
  });
}
