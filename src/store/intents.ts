/** What is used of a `Storage`. */
export type IntentStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A write whose outcome isn't known, as it is kept through a reload: no word of what was written. */
export interface PendingIntent {
  /** The method and a hash of what was to be written. */
  readonly id: string;
  readonly method: string;
  /** The idempotency key that it was sent with. */
  readonly key: string;
}

interface Entry extends PendingIntent {
  /** `null` where the account wasn't known yet. */
  readonly account: string | null;
  readonly at: number;
  /** The back end has said that it has not arrived. */
  readonly aside?: true;
}

const ITEM = 'billing-kit/intents/1';

/** Back ends keep keys for a day; an older one could be taken for a new write. */
const DAY_MS = 86_400_000;

/** The keys of writes whose outcome isn't known, for one account. A page without storage keeps them until it is gone. */
export class Intents {
  readonly #storage: IntentStorage;
  readonly #account: () => string | undefined;
  #left: readonly Entry[];

  constructor(storage: IntentStorage | undefined, account: () => string | undefined) {
    this.#storage = storage ?? sessionStorageOf();
    this.#account = account;
    this.#left = this.#entries();
  }

  /** An intent that an earlier visit of the page has left; each is given once, and never to another account. */
  takeLeft(method: string): PendingIntent | undefined {
    const own = this.#account();
    const taken = this.#left.find((each) => each.method === method && !each.aside && (each.account ?? own) === own);
    this.#left = this.#left.filter((each) => each !== taken);
    return taken;
  }

  /** All that are open, the oldest first. */
  list(): PendingIntent[] {
    return this.#entries().filter((each) => this.#isOwn(each) && !each.aside);
  }

  /** The key that this was sent with before. */
  find(id: string): string | undefined {
    return this.#entries().find((each) => this.#isOwn(each) && each.id === id)?.key;
  }

  /** Before it is sent: from then on its outcome isn't known. */
  keep(intent: PendingIntent): void {
    const others = this.#entries().filter(({ key }) => key !== intent.key);
    this.#write([...others, { ...intent, account: this.#account() ?? null, at: Date.now() }]);
  }

  /** It has not arrived: nobody asks for it any more, and what is wanted again is sent with its key. */
  setAside(key: string): void {
    this.#write(this.#entries().map((each) => (each.key === key ? { ...each, aside: true } : each)));
  }

  /** Its outcome is known. */
  drop(key: string): void {
    this.#write(this.#entries().filter((each) => each.key !== key));
  }

  #isOwn({ account }: Entry): boolean {
    const own = this.#account();
    return account === null || own === undefined || account === own;
  }

  #entries(): Entry[] {
    return parsed(this.#storage.getItem(ITEM)).filter(({ at }) => Date.now() - at < DAY_MS);
  }

  #write(entries: readonly Entry[]): void {
    try {
      if (entries.length === 0) this.#storage.removeItem(ITEM);
      else this.#storage.setItem(ITEM, JSON.stringify(entries));
    } catch {
      // A full or forbidden storage costs what a reload would have found, not the write.
    }
  }
}

function parsed(text: string | null): Entry[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { id, method, key, account, at } = value as Record<string, unknown>;
  const texts = [id, method, key, account ?? ''].every((each) => typeof each === 'string');
  return texts && typeof at === 'number';
}

/** The browser's, or a memory where it is forbidden or absent: a frame of another origin may not even look at it. */
function sessionStorageOf(): IntentStorage {
  try {
    if (globalThis.sessionStorage) return globalThis.sessionStorage;
  } catch {
    // As below.
  }
  const items = new Map<string, string>();
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
}

/** The name of an intent: the same for the same wish, after a reload too. Nothing can be read back from it. */
export function intentId(method: string, canonical: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < canonical.length; index += 1) {
    const code = canonical.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return `${method}:${(b >>> 0).toString(36)}${(a >>> 0).toString(36)}`;
}

/** An idempotency key. `randomUUID` is missing where a page has no secure origin; there is nothing to charge there. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
