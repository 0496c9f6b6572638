import { addDays, type Period, type PlainDate, type UsageDay } from '../src/rating/index.js';
import { callsOn, type Call } from './calls.js';
import type { SubscriptionState } from './state.js';

/** What was metered of one subscription. Daily sums and records are two views of the same calls. */
export class Meter {
  readonly #calls = new Map<PlainDate, readonly Call[]>();

  constructor(
    readonly subscription: SubscriptionState,
    readonly zone: string,
  ) {}

  /** The calls of a period that had ended at a time, oldest first. */
  calls(period: Period, until: number): Call[] {
    return this.#days(period).flatMap((date) => this.#ended(date, until));
  }

  /** The same, a sum by charge and day; days without billed calls are left out. */
  days(period: Period, until: number): UsageDay[] {
    return this.#days(period)
      .map((date) => ({ date, quantities: sums(this.#ended(date, until)) }))
      .filter(({ quantities }) => Object.keys(quantities).length > 0);
  }

  #ended(date: PlainDate, until: number): readonly Call[] {
    return this.#callsOn(date).filter((call) => call.endedAt <= until);
  }

  #callsOn(date: PlainDate): readonly Call[] {
    const known = this.#calls.get(date);
    if (known) return known;
    const calls = callsOn(this.subscription, date, this.zone);
    this.#calls.set(date, calls);
    return calls;
  }

  /** The days of a period on which there was a subscription. */
  #days({ start, end }: Period): PlainDate[] {
    const { start: first, end: last } = this.subscription;
    const days: PlainDate[] = [];
    const until = last !== null && last < end ? last : end;
    for (let date = start < first ? first : start; date < until; date = addDays(date, 1)) days.push(date);
    return days;
  }
}

function sums(calls: readonly Call[]): Record<string, string> {
  const totals: Record<string, number> = {};
  for (const { stream, quantity } of calls) {
    if (stream.charge !== null) totals[stream.charge] = (totals[stream.charge] ?? 0) + quantity;
  }
  return Object.fromEntries(Object.entries(totals).map(([charge, total]) => [charge, String(total)]));
}
