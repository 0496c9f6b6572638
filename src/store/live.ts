import type { BillingAdapter, Resource } from '../api/index.js';
import { resourcesIn } from './topics.js';

/** What is used of a `BroadcastChannel`. */
export interface Channel {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

/** Opens a channel to the other tabs; `undefined` where there are none. */
export type OpenChannel = (name: string) => Channel | undefined;

/** A back end that tells of every call must not be read at every call. */
const PACE_MS = 1000;

/**
 * News of what has changed elsewhere: from the back end and from other tabs, while anything is observed. A message names
 * resources and carries no data.
 */
export class Live {
  readonly #adapter: BillingAdapter;
  readonly #open: OpenChannel;
  readonly #changed: (resources: readonly Resource[]) => void;
  readonly #waiting = new Set<Resource>();
  #account: string | undefined;
  #channel: Channel | undefined;
  #unsubscribe: (() => void) | undefined;
  #pace: ReturnType<typeof setTimeout> | undefined;
  #isOn = false;

  constructor(adapter: BillingAdapter, open: OpenChannel, changed: (resources: readonly Resource[]) => void) {
    this.#adapter = adapter;
    this.#open = open;
    this.#changed = changed;
  }

  /** The account that the adapter is for, as soon as it is known: tabs of other accounts are none of its business. */
  set account(id: string) {
    if (id === this.#account) return;
    this.#account = id;
    this.#hangUp();
    if (this.#isOn) this.#listen();
  }

  /** Somebody observes. */
  start(): void {
    this.#isOn = true;
    this.#listen();
    this.#unsubscribe = this.#adapter.subscribe?.(({ resources }) => this.#heard(resourcesIn(resources)));
  }

  /** Nobody does any more: everything is let go. */
  stop(): void {
    this.#isOn = false;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#hangUp();
    clearTimeout(this.#pace);
    this.#pace = undefined;
    this.#waiting.clear();
  }

  /** Tells other tabs what was changed here. */
  tell(resources: readonly Resource[]): void {
    const channel = this.#channel ?? (this.#account === undefined ? undefined : this.#open(nameOf(this.#account)));
    channel?.postMessage({ changed: resources });
    if (channel !== this.#channel) channel?.close();
  }

  #listen(): void {
    if (this.#account === undefined || this.#channel) return;
    this.#channel = this.#open(nameOf(this.#account));
    if (this.#channel) this.#channel.onmessage = ({ data }) => this.#heard(resourcesIn(namedIn(data)));
  }

  #hangUp(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  /** The first news at once, what follows within a second together. */
  #heard(resources: readonly Resource[]): void {
    for (const resource of resources) this.#waiting.add(resource);
    if (this.#pace === undefined) this.#pass();
  }

  #pass(): void {
    this.#pace = undefined;
    if (this.#waiting.size === 0) return;
    const resources = [...this.#waiting];
    this.#waiting.clear();
    this.#pace = setTimeout(() => this.#pass(), PACE_MS);
    this.#changed(resources);
  }
}

/** The channel of this page's browser, if it has any. */
export const broadcast: OpenChannel = (name) =>
  typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : undefined;

const nameOf = (account: string): string => `billing:${account}`;

/** Whatever script of this origin may have sent it. */
const namedIn = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'changed' in data ? data.changed : undefined;
