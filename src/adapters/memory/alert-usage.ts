import type { AlertThreshold } from '../../api/index.js';
import { compare, multiply, parse, parseExact, whole, divide, type Exact } from '../../rating/decimal.js';
import { addDays, fromMoney, previewAllowances, type AllowanceStatus, type Period } from '../../rating/index.js';
import { valueOn } from './dated.js';
import { nextDates, rateInvoice } from './next-invoice.js';
import { tellOnce } from './outbox.js';
import type { SeedSubscription } from './seed.js';
import { todayOf, type State } from './state.js';
import { pauseOn } from './subscriptions.js';
import { usageDays } from './usage.js';

/** Tells, once a period, of each line that usage or the next invoice has crossed. */
export function alertUsage(state: State, period: Period): void {
  const allowances = allowancesIn(state, period);
  for (const threshold of state.alerts.thresholds) {
    const subject = crossedBy(state, threshold, allowances);
    if (subject === null) continue;
    const text = 'You asked us to tell you when this happens.';
    tellOnce(state, `${threshold.id}/${period.start}`, { kind: 'usage-threshold', subject, text });
  }
  for (const { subscription, charge, name, included, used } of allowances) {
    if (!passes(used, multiply(parseExact(included), whole(2)), included)) continue;
    tellOnce(state, `doubled/${subscription}/${charge}/${period.start}`, {
      kind: 'usage-doubled',
      subject: `${name}: twice the allowance is used`,
      text: `${used} are used, ${included} are included.`,
    });
  }
}

function allowancesIn(state: State, period: Period): AllowanceStatus[] {
  const running = state.subscriptions.filter(
    (each) => each.start < period.end && (each.end === null || each.end > period.start) && !pauseOn(each, period.start),
  );
  if (running.length === 0) return [];
  return previewAllowances(
    period,
    running.map((each) => ratedIn(state, each, period)),
  );
}

function ratedIn(
  state: State,
  subscription: SeedSubscription,
  period: Period,
): Parameters<typeof previewAllowances>[1][number] {
  const { id, start, end, trialEnd, plan } = subscription;
  const today = todayOf(state);
  const day = today < period.end ? today : addDays(period.end, -1);
  const usage = usageDays(state, subscription, period);
  return { id, start, ...(end !== null && { end }), trialEnd, plan: valueOn(plan, day), lines: 0, addOns: [], usage };
}

/** What to say of a threshold that was crossed; `null` of any other. */
function crossedBy(state: State, threshold: AlertThreshold, allowances: readonly AllowanceStatus[]): string | null {
  const { measure, at, subscription, charge } = threshold;
  if (measure === 'amount') {
    return isAmountCrossed(state, at) ? `Your next invoice has reached ${at} ${state.account.currency}` : null;
  }
  const own = allowances.find((each) => each.subscription === subscription && each.charge === charge);
  if (!own) return null;
  if (measure === 'quantity')
    return compare(parseExact(own.used), parse(at)) >= 0 ? `${own.name}: ${at} are used` : null;
  const line = divide(multiply(parseExact(own.included), parse(at)), whole(100));
  return passes(own.used, line, own.included) ? `${own.name}: ${at} % of the allowance is used` : null;
}

/** Whether an allowance is used that far; one that isn't there, in a trial or on a plan without, is never passed. */
const passes = (used: string, line: Exact, included: string): boolean =>
  parseExact(included).n > 0n && compare(parseExact(used), line) >= 0;

function isAmountCrossed(state: State, at: string): boolean {
  const next = nextDates(state, todayOf(state));
  const rated = next && rateInvoice(state, next);
  return rated !== null && compare(fromMoney(rated.total), parse(at)) >= 0;
}
