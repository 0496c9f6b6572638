import type { Instant, PlainDate, Setup, UsageRecord } from '../../api/index.js';
import { tableOfRecords } from '../../api/usage-table.js';
import { addMonths, monthOf } from '../../rating/index.js';
import { alertUsage } from './alert-usage.js';
import type { Backend } from './backend.js';
import { RESOURCES } from './capabilities.js';
import { advance } from './clock.js';
import { nextDates } from './next-invoice.js';
import type { CommittedWrite, MemorySeed, OutboxMessage } from './seed.js';
import { confirmSetup } from './setups.js';
import { periodNow, seedOf, todayOf } from './state.js';
import { subscriptionOf } from './subscriptions.js';
import { instantOf, startOfDay } from './zone.js';

/** What a demo or a test does to the back end behind its users' backs. */
export class MemoryControl {
  readonly #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** The clock. It stands still until it is set. */
  get now(): Instant {
    return this.#backend.state.now;
  }

  /**
   * Sets the clock forward, through every day on the way: invoices are issued, the default is charged and then the
   * back-ups, alerts go out. Throws a `RangeError` for an earlier moment or for what is no instant.
   */
  set now(instant: Instant) {
    advance(this.#backend.state, instant);
    this.#backend.changed({ resources: RESOURCES });
  }

  /** The calendar day of the account. */
  get today(): PlainDate {
    return todayOf(this.#backend.state);
  }

  /** While it is true, every method rejects with `unavailable`. */
  get failing(): boolean {
    return this.#backend.failing;
  }

  set failing(failing: boolean) {
    this.#backend.failing = failing;
  }

  /** Goes on to the first second of the next invoice's day, and names that invoice; `null` when none was due. */
  endMonth(): string | null {
    const { state } = this.#backend;
    const before = state.invoices;
    const day = nextDates(state, this.today)?.issueDate ?? addMonths(monthOf(this.today).start, 1);
    this.now = instantOf(startOfDay(day, state.account.timeZone) + 1000);
    return before === state.invoices ? null : (state.invoices.at(-1)?.id ?? null);
  }

  /** The messages that were sent, oldest first. */
  outbox(): OutboxMessage[] {
    return structuredClone([...this.#backend.state.outbox]);
  }

  /**
   * Usage that has just been metered. A record that has not ended by the clock is hidden until then. Throws `not-found`,
   * or `contract` for a record that can't be kept.
   */
  addUsage(subscription: string, records: readonly UsageRecord[]): void {
    const { state } = this.#backend;
    subscriptionOf(state, subscription);
    tableOfRecords(records);
    const own = state.added[subscription] ?? [];
    state.added = { ...state.added, [subscription]: [...own, ...structuredClone(records)] };
    alertUsage(state, periodNow(state));
    this.#backend.changed({ resources: ['usage', 'usage-records'], subscription });
  }

  /** Stands in for the processor: what it says to a card of the sandbox, or to the answer to its challenge. */
  confirmSetup(setup: string, token: string): Setup {
    const confirmed = confirmSetup(this.#backend.state, setup, token);
    this.#backend.changed({ resources: [] });
    return structuredClone(confirmed);
  }

  /** A seed that goes on exactly where this back end is. */
  snapshot(): MemorySeed {
    return structuredClone(seedOf(this.#backend.state));
  }

  /** Each write that was committed, once however often it was sent, with what it collected. */
  writes(): CommittedWrite[] {
    return structuredClone([...this.#backend.state.writes]);
  }
}
