import { memoryAdapter, type MemoryAdapter, type MemorySeed } from '../../src/adapters/memory.js';
import { BillingError } from '../../src/api/index.js';
import type { Facts, Failure, ScenarioController } from '../../src/conformance/index.js';
import { createBackend, type ScenarioName } from '../../mock-api/index.js';
import { disturbed, type PassingCall } from './disturbed.js';

/** What is true of the account of the mock. */
const FACTS: Facts = {
  subscription: 'sub_answering',
  otherSubscription: 'sub_chat',
  usagePeriod: { start: '2026-11-01', end: '2026-11-06' },
  upgrade: 'minutes-500',
  downgrade: 'minutes-100',
  closedPlan: 'website-chat-30',
  addOn: 'live-call',
  ownedAddOn: 'transcription',
  otherMethod: 'pm_mastercard',
  decliningMethod: 'pm_visa',
  vault: 'sandbox',
  goodToken: 'test_visa_ok',
  badToken: 'test_visa_declined',
  threshold: { charge: 'operator', at: '200' },
};

/** A mock account that goes back to its beginning, and does what a suite tells it. */
export class TestAccount implements ScenarioController {
  readonly facts: Facts;
  /** The account of the moment, through one object that stays. */
  readonly adapter: MemoryAdapter;
  readonly #seed: MemorySeed;
  #backend: MemoryAdapter;
  #failure: Failure | undefined;
  #touched = false;

  constructor(scenario: ScenarioName, change: Partial<MemorySeed> = {}) {
    this.#seed = { ...shortened(createBackend(scenario).control.snapshot()), ...change };
    this.#backend = memoryAdapter(this.#seed);
    const due = this.#seed.facts?.invoices?.find(({ amountDue }) => amountDue.amount !== '0');
    this.facts = { ...FACTS, ...(due && { unpaidInvoice: due.id }) };
    this.adapter = disturbed(
      () => this.#backend,
      (call) => this.#called(call),
    );
  }

  /** What was only read is as it was. */
  reset(): void {
    if (this.#touched) this.#backend = memoryAdapter(this.#seed);
    this.#touched = false;
    this.#failure = undefined;
  }

  advance(ms: number): void {
    const { control } = this.#touch();
    control.now = new Date(Date.parse(control.now) + ms).toISOString().replace('.000Z', 'Z');
  }

  endMonth(): void {
    this.#touch().control.endMonth();
  }

  failNext(failure: Failure): void {
    this.#failure = failure;
  }

  setUp(setup: string, token: string): void {
    this.#touch().control.confirmSetup(setup, token);
  }

  #touch(): MemoryAdapter {
    this.#touched = true;
    return this.#backend;
  }

  #called({ method, writes, pass }: PassingCall): unknown {
    this.#touched ||= writes || method === 'previewChange';
    if (this.#failure?.method !== method) return pass();
    const { kind, code } = this.#failure;
    this.#failure = undefined;
    return Promise.reject(new BillingError(kind, 'told to fail', code === undefined ? {} : { code }));
  }
}

/** With the first invoice and the newest ones only: a seed is copied for every check. */
function shortened({ facts = {}, ...seed }: MemorySeed): MemorySeed {
  const [first, ...later] = facts.invoices ?? [];
  return { ...seed, facts: { ...facts, invoices: [...(first ? [first] : []), ...later.slice(-3)] } };
}
