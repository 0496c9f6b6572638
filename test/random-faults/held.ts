import type { MemoryAdapter } from '../../src/adapters/memory.js';
import type { BillingAdapter } from '../../src/api/index.js';
import { readAccount, readCapabilities } from '../../src/store/reads/account.js';
import { readInvoices } from '../../src/store/reads/invoices.js';
import { readNextInvoice } from '../../src/store/reads/next-invoice.js';
import { readPaymentMethods } from '../../src/store/reads/payments.js';
import { readAlertPreferences, readContacts, readMembers } from '../../src/store/reads/people.js';
import type { Read } from '../../src/store/reads/read.js';
import { readAddOns, readPlans, readSubscriptions } from '../../src/store/reads/subscriptions.js';
import { disturbed } from '../conformance/disturbed.js';

/** What the page shows all the time. */
export const reads = {
  account: readAccount(),
  capabilities: readCapabilities(),
  subscriptions: readSubscriptions(),
  plans: readPlans(),
  addOns: readAddOns('sub_answering'),
  methods: readPaymentMethods(),
  contacts: readContacts(),
  members: readMembers(),
  alerts: readAlertPreferences(),
  nextInvoice: readNextInvoice(),
} as const;

/** Every invoice there is, on one page. */
export const invoices = readInvoices({ limit: 100 });

/** A back end that notes after each write what it holds. */
export class ObservedBackEnd {
  /** What the page speaks to. */
  readonly adapter: MemoryAdapter;
  readonly #own: MemoryAdapter;
  readonly #held = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(own: MemoryAdapter) {
    this.#own = own;
    this.adapter = disturbed(
      () => own,
      ({ writes, pass }) => (writes ? this.after(() => pass()) : this.#turn.then(() => pass())),
    );
  }

  /** Does something to it, one thing at a time, and notes what it holds then. */
  after<T>(act: () => T | Promise<T>): Promise<T> {
    const done = this.#turn.then(async () => {
      try {
        return await act();
      } finally {
        await this.#note();
      }
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** Each part of an answer that the back end has never held. */
  neverHeld(name: string, answer: unknown): string[] {
    return partsOf(name, answer).filter((part) => !this.#held.has(part));
  }

  /** What it would answer now, part by part. */
  async now(name: string): Promise<string[]> {
    return partsOf(name, await answerOf(this.#own, name));
  }

  /** Adds what it holds now to what it has held. */
  async #note(): Promise<void> {
    for (const name of [...Object.keys(reads), 'invoices'])
      for (const part of await this.now(name)) this.#held.add(part);
  }
}

function answerOf(adapter: BillingAdapter, name: string): Promise<unknown> {
  const read = (reads as Partial<Record<string, Read<unknown>>>)[name];
  return read ? read.fetch(adapter, {}) : invoices.page(adapter, {});
}

/** The items of a list, with its version where it has one; else the whole. */
export function partsOf(name: string, answer: unknown): string[] {
  const { items, version } = (answer ?? {}) as { items?: readonly unknown[]; version?: string };
  if (items === undefined || version !== undefined) return [`${name} ${JSON.stringify(answer)}`];
  return items.map((item) => `${name} ${JSON.stringify(item)}`);
}
