import { onlineManager } from '@tanstack/query-core';
import { mockFetch } from '../../mock-api/index.js';
import { seeded, type Random } from '../../mock-api/random.js';
import type { MemoryAdapter } from '../../src/adapters/memory.js';
import type { PendingIntent } from '../../src/store/intents.js';
import type { WriteState } from '../../src/store/write.js';
import { writerOf } from '../../src/store/writer.js';
import { memoryStorage } from '../store/book.js';
import { debtor } from './account.js';
import { ObservedBackEnd, partsOf } from './held.js';
import { Network } from './network.js';
import { Page, type Shown } from './page.js';
import { pass } from './time.js';
import { WishBook, type Entry } from './wish-book.js';
import { nextWish, type Wish } from './wishes.js';

/** What a user may do, and how often. */
const MOVES = { wish: 60, read: 20, elsewhere: 10, offline: 3, reload: 3, 'month ends': 1 } as const;
type Move = keyof typeof MOVES;
const MOST_AT_ONCE = 4;
const MOST_PRESSES = 3;

/** A user at a page whose network fails at random, and a back end that others use too. The same seed does the same. */
export class Session {
  readonly book = new WishBook();
  /** What was shown and had never been so. */
  readonly untrue = new Set<string>();
  readonly network: Network;
  readonly #random: Random;
  readonly #own: MemoryAdapter;
  readonly #backEnd: ObservedBackEnd;
  readonly #intents = memoryStorage();
  readonly #underWay = new Set<Promise<void>>();
  #page: Page;
  #others = 0;

  constructor(seed: string) {
    this.#random = seeded(seed);
    this.#own = debtor();
    this.#backEnd = new ObservedBackEnd(this.#own);
    this.network = new Network(mockFetch(this.#backEnd.adapter), seeded(`${seed}, network`));
    this.#page = this.#load();
  }

  /** Does so many things one after the other, without waiting for what came of the one before. */
  async run(operations: number): Promise<void> {
    await this.#backEnd.after(() => undefined);
    await pass(5000);
    for (let count = 0; count < operations; count += 1) {
      await this.#move();
      await pass(this.#random.int(0, 1500));
      while (this.#underWay.size >= MOST_AT_ONCE) await pass(500);
    }
  }

  /** Everything goes well from now on, and what is under way comes to its end. What is wrong then, in words. */
  async end(): Promise<string[]> {
    this.network.calm = true;
    onlineManager.setOnline(true);
    await pass(120_000);
    while (this.#underWay.size > 0) await pass(1000);
    const names = [...Object.keys(this.#page.shown)];
    for (const name of names) this.#page.retry(name);
    await pass(5000);
    const shown = await Promise.all(names.map((name) => this.#difference(name)));
    this.#page.leave();
    await pass(100);
    return [...this.untrue, ...shown.flat(), ...this.book.faults(this.#own.control)];
  }

  #load(): Page {
    return new Page(this.network, this.#intents, (name, data) => {
      for (const part of this.#backEnd.neverHeld(name, data)) this.untrue.add(`never held: ${part}`);
    });
  }

  async #difference(name: string): Promise<string[]> {
    const shown = partsOf(name, this.#page.shown[name as keyof Shown]).join('\n');
    const held = (await this.#backEnd.now(name)).join('\n');
    return shown === held ? [] : [`not what it is in the end: ${name}\n${shown}\n${held}`];
  }

  async #move(): Promise<void> {
    const moves = Object.keys(MOVES) as Move[];
    switch (moves[this.#random.weighted(Object.values(MOVES))]) {
      case 'read':
        return this.#page.retry(this.#random.pick(Object.keys(this.#page.shown)));
      case 'elsewhere':
        return this.#somebodyElse();
      case 'offline':
        return this.#offline();
      case 'reload':
        return this.#reload();
      case 'month ends':
        return this.#monthEnds();
      default:
        this.#follow(this.#wish());
    }
  }

  #follow(work: Promise<void>): void {
    this.#underWay.add(work);
    void work.finally(() => this.#underWay.delete(work));
  }

  async #wish(): Promise<void> {
    const page = this.#page;
    const standing = { page, shown: page.shown, random: this.#random, control: this.#own.control };
    const wish = await nextWish(standing);
    const entry = wish && this.book.entryOf(wish);
    if (!entry || entry.isBusy || page !== this.#page) return;
    entry.isBusy = true;
    const said = await this.#press(page, wish, entry);
    if (page === this.#page) this.#said(entry, said);
  }

  /** Presses the button, at times twice at once, and again where nothing came of it. */
  async #press(page: Page, wish: Wish, entry: Entry): Promise<WriteState<unknown>> {
    const writing = page.writing(noting(wish.write, entry));
    const submit = (): Promise<WriteState<unknown>> =>
      writing.controller.submit(wish.input, wish.ifVersion === undefined ? {} : { ifVersion: wish.ifVersion });
    if (this.#random.int(0, 3) === 0) void submit();
    let said = await submit();
    for (let press = 1; press < MOST_PRESSES && isWorthAnother(said) && page === this.#page; press += 1) {
      await new Promise((resolve) => setTimeout(resolve, this.#random.int(500, 10_000)));
      if (page !== this.#page) break;
      if (said.status === 'unknown' && this.#random.int(0, 1) === 0) writing.controller.check();
      else void submit();
      said = await writing.ended();
    }
    return said;
  }

  /** Somebody else writes too, so that what the page shows is old. */
  async #somebodyElse(): Promise<void> {
    const { adapter } = this.#backEnd;
    const { items } = await adapter.listContacts();
    const contact = this.#random.pick([...items, undefined]);
    const options = { idempotencyKey: `elsewhere-${++this.#others}` };
    const input = { name: `Else ${this.#others}`, email: `else${this.#others}@example.com`, phone: '', receives: [] };
    if (contact) await adapter.saveContact(contact.id, input, { ...options, ifVersion: contact.version });
    else await adapter.addContact(input, options);
  }

  #offline(): void {
    onlineManager.setOnline(false);
    setTimeout(() => onlineManager.setOnline(true), this.#random.int(500, 20_000));
  }

  /** Loads the page anew; it then says what became of what the last one had sent. */
  async #reload(): Promise<void> {
    this.#page.leave();
    this.#underWay.clear();
    this.book.leave();
    this.#page = this.#load();
    while (this.#page.shown.account === undefined) {
      await pass(5000);
      this.#page.retry('account');
    }
    for (const left of writerOf(this.#page.store).pending()) this.#follow(this.#recover(left));
  }

  async #recover({ key }: PendingIntent): Promise<void> {
    const page = this.#page;
    const entry = this.book.sentWith(key);
    if (!entry) return;
    entry.isBusy = true;
    const writing = page.writing(entry.write);
    writing.host.requestUpdate();
    await pass(0);
    const said = await writing.ended();
    if (page === this.#page) this.#said(entry, said);
  }

  #said(entry: Entry, said: WriteState<unknown>): void {
    this.book.say(entry, said);
    entry.isBusy = false;
  }

  async #monthEnds(): Promise<void> {
    const { items } = await this.#own.listSubscriptions();
    const isCancelled = items.some(({ status, end }) => status !== 'ended' && end !== null);
    if (!isCancelled) await this.#backEnd.after(() => this.#own.control.endMonth());
  }
}

/** The same write, which notes its keys. */
const noting = ({ send, ...write }: Wish['write'], { keys }: Entry): Wish['write'] => ({
  ...write,
  send: (adapter, input, options) => {
    keys.add(options.idempotencyKey);
    return send(adapter, input, options);
  },
});

const isWorthAnother = ({ status, error }: WriteState<unknown>): boolean =>
  status === 'unknown' || (status === 'failed' && error?.retryable === true);
