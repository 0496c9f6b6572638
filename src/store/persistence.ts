import type { Query, QueryClient } from '@tanstack/query-core';
import type { PaymentMethod, VersionedPage } from '../api/index.js';
import type { Key, Topic } from './reads/read.js';

/** What is used of a `Storage`. */
export type KeeperStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps the answers of one store for the next visit. */
export interface Keeper {
  /** Puts what is kept of a read on show, as stale; nothing where it is there already or doesn't fit any more. */
  revive(key: Key, revive: (kept: unknown) => unknown): void;
  /** The account that the session is for. `false`: what was kept is another one's, and gone now. */
  belongTo(account: string): boolean;
  /** Writes down what has come; also by itself, a second after an answer. */
  write(): void;
}

/** Makes the keeper of a store. */
export type Persistence = (client: QueryClient) => Keeper;

/** What is needed to draw a page without a network. No contacts, no one-time answers. */
const KEPT: ReadonlySet<Topic> = new Set([
  'capabilities',
  'account',
  'subscriptions',
  'plans',
  'usage',
  'payment-methods',
]);
const INVOICE_LISTS: Key = ['invoices', 'list'];

const VERSION = 1;
const MOST_CHARACTERS = 1_000_000;
const PACE_MS = 1000;

interface Entry {
  readonly data: unknown;
  readonly at: number;
}
type Entries = ReadonlyMap<string, Entry>;

/**
 * Keeps the last good answers under a name in a storage such as `localStorage`. A host names the account and the user in
 * `name`, and removes the item when the user signs out. At most a million characters.
 */
export const keepIn =
  (storage: KeeperStorage, name: string): Persistence =>
  (client) =>
    new StorageKeeper(client, storage, name);

class StorageKeeper implements Keeper {
  readonly #client: QueryClient;
  readonly #storage: KeeperStorage;
  readonly #name: string;
  #account: string | undefined;
  #kept: Entries;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: QueryClient, storage: KeeperStorage, name: string) {
    this.#client = client;
    this.#storage = storage;
    this.#name = name;
    const { account, entries } = read(storage, name);
    this.#account = account;
    this.#kept = entries;
    client.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'success' && isKept(event.query)) this.#plan();
    });
  }

  revive(key: Key, revive: (kept: unknown) => unknown): void {
    const hash = JSON.stringify(key);
    const entry = this.#kept.get(hash);
    if (!entry || this.#client.getQueryData(key) !== undefined) return;
    try {
      this.#client.setQueryData(key, revive(entry.data), { updatedAt: entry.at });
      this.#client.getQueryCache().find({ queryKey: key, exact: true })?.invalidate();
    } catch {
      // Written by another version of the kit, or by hand: the back end is asked as if it had never been there.
    }
  }

  belongTo(account: string): boolean {
    const isOwn = this.#account === undefined || this.#account === account;
    if (!isOwn) this.#kept = new Map();
    this.#account = account;
    return isOwn;
  }

  write(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const queries = this.#client.getQueryCache().getAll().filter(isKept);
    const now = queries.map(({ queryKey, state }): [string, Entry] => [
      JSON.stringify(queryKey),
      { data: queryKey[0] === 'payment-methods' ? namesOnly(state.data) : state.data, at: state.dataUpdatedAt },
    ]);
    this.#kept = new Map([...this.#kept, ...now]);
    if (this.#account !== undefined) save(this.#storage, this.#name, this.#account, this.#kept);
  }

  #plan(): void {
    this.#timer ??= setTimeout(() => this.write(), PACE_MS);
  }
}

const isKept = ({ queryKey: [topic, kind], state }: Pick<Query, 'queryKey' | 'state'>): boolean =>
  state.data !== undefined && (KEPT.has(topic as Topic) || (topic === INVOICE_LISTS[0] && kind === INVOICE_LISTS[1]));

/** Of the ways to pay only what names them: not whose they are, nor until when they can be charged. */
function namesOnly(data: unknown): VersionedPage<PaymentMethod> {
  const { items, ...rest } = data as VersionedPage<PaymentMethod>;
  return { ...rest, items: items.map((each) => ({ ...each, expires: null, holder: '' })) };
}

function read(storage: KeeperStorage, name: string): { account: string | undefined; entries: Entries } {
  try {
    const { version, account, entries } = JSON.parse(storage.getItem(name) ?? '{}') as Record<string, unknown>;
    if (version === VERSION && typeof account === 'string') return { account, entries: new Map(entries as never) };
  } catch {
    // As if there were nothing.
  }
  return { account: undefined, entries: new Map() };
}

function save(storage: KeeperStorage, name: string, account: string, entries: Entries): void {
  const text = JSON.stringify({ version: VERSION, account, entries: [...entries] });
  try {
    if (text.length <= MOST_CHARACTERS) storage.setItem(name, text);
  } catch {
    // A full storage keeps what it had.
  }
}
