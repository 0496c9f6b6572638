import { vi } from 'vitest';
import {
  BillingError,
  type BillingAdapter,
  type Capabilities,
  type Contact,
  type NewContact,
  type Outcome,
  type WriteOptions,
} from '../../src/api/index.js';
import type { IntentStorage } from '../../src/store/intents.js';
import type { StoreOptions } from '../../src/store/options.js';
import { QueryController } from '../../src/store/query.js';
import type { Read } from '../../src/store/reads/read.js';
import { BillingStore } from '../../src/store/store.js';
import { WriteController } from '../../src/store/write.js';
import { saveContact, type ContactEdit } from '../../src/store/writes/contacts.js';
import type { Write } from '../../src/store/writes/write.js';
import { answers } from '../answers.js';
import { FakeHost } from './fake-host.js';

/** A write that has arrived, which a test answers when it wants to. */
export interface Sent {
  readonly input: NewContact;
  readonly key: string;
  readonly ifVersion: string | undefined;
  readonly resolve: (contact: Contact) => void;
  readonly reject: (cause: unknown) => void;
}

/** Lets all that is due now happen. */
export const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
export const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

export const ann = (version = 'v1', name = 'Ann'): Contact => ({
  id: 'c-1',
  version,
  name,
  email: 'ann@example.com',
  phone: '',
  receives: [],
});

export const edit = (name = 'Anna'): ContactEdit => {
  const { email, phone, receives } = ann();
  return { id: 'c-1', contact: { name, email, phone, receives } };
};

/** What the user may do, and that a key is honoured. */
export const may = (changes: Partial<Capabilities> = {}): Capabilities => ({
  subscriptions: { read: true, write: true, reason: '' },
  contacts: { read: true, write: true, reason: '' },
  features: { idempotency: true },
  ...changes,
});

/** A back end with one contact, which saves only when a test says so. */
export function book(changes: Partial<BillingAdapter> = {}, capabilities: Capabilities = may()) {
  const sent: Sent[] = [];
  const outcomes: (Outcome['status'] | Error)[] = [];
  const asked: string[] = [];
  let contacts: readonly Contact[] = [ann()];
  const lists = vi.fn(() => Promise.resolve({ items: contacts, next: null }));
  const save = (_id: string, input: NewContact, { idempotencyKey, ifVersion }: WriteOptions): Promise<Contact> =>
    new Promise((resolve, reject) => sent.push({ input, key: idempotencyKey, ifVersion, resolve, reject }));
  const adapter: BillingAdapter = {
    capabilities: () => Promise.resolve(capabilities),
    getAccount: () => Promise.resolve(answers.account()),
    listSubscriptions: () => Promise.resolve({ items: [], next: null }),
    listContacts: lists,
    saveContact: save,
    findOutcome: (key) => {
      asked.push(key);
      const status = outcomes.shift() ?? 'unknown';
      return status instanceof Error ? Promise.reject(status) : Promise.resolve({ key, status });
    },
    ...changes,
  };
  return { adapter, sent, outcomes, asked, lists, keep: (now: readonly Contact[]) => (contacts = now) };
}

export function memoryStorage(): IntentStorage & { readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
}

/** The hosts of a test, which it leaves behind. */
export const hosts: FakeHost[] = [];

/** A page that is loaded now: a store that knows only what the storage does. */
export const page = (adapter: BillingAdapter, options: StoreOptions = {}): BillingStore =>
  new BillingStore(adapter, { intents: memoryStorage(), channel: () => undefined, ...options });

/** An element that writes. */
export function writing<I, O>(store: () => BillingStore | undefined, write: Write<I, O>) {
  const host = new FakeHost();
  const controller = new WriteController(host, store, write);
  hosts.push(host);
  host.connect();
  return { host, controller };
}

/** An element that reads. */
export function reading<T>(store: BillingStore, read: Read<T>) {
  const host = new FakeHost();
  const query = new QueryController(
    host,
    () => store,
    () => read,
  );
  hosts.push(host);
  host.connect();
  return { host, query };
}

export const failure = (kind: BillingError['kind'], details = {}) => new BillingError(kind, '', details);

/** An element that has submitted an edit, which has arrived. */
export async function submitted(changes: Partial<BillingAdapter> = {}, capabilities = may()) {
  const it = book(changes, capabilities);
  const storage = memoryStorage();
  const store = page(it.adapter, { intents: storage });
  const { controller, host } = writing(() => store, saveContact);
  const ended = controller.submit(edit(), { ifVersion: 'v1' });
  await settle();
  return { ...it, storage, store, controller, host, ended };
}
