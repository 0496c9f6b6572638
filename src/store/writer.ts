import { hashKey } from '@tanstack/query-core';
import { toBillingError } from '../api/index.js';
import { Attempt, type Submission } from './attempt.js';
import { intentId, Intents, newKey, type PendingIntent } from './intents.js';
import { Run } from './run.js';
import { IDLE } from './write-state.js';
import type { WriterStore } from './writer-store.js';
import type { Write } from './writes/write.js';

/** The writes of a store: each intent once at a time, with one key, until its outcome is known. */
export class Writer {
  readonly #store: WriterStore;
  readonly #intents: Intents;
  readonly #runs = new Map<string, Run<unknown>>();

  constructor(store: WriterStore) {
    this.#store = store;
    this.#intents = new Intents(store.intents, () => store.account());
  }

  /**
   * Sends what the user wants, or joins it where it is under way. What has its key from an earlier time without an
   * outcome may have happened: that is asked for first.
   */
  submit<Input, Output>(write: Write<Input, Output>, input: Input, ifVersion?: string): Run<Output> {
    const id = intentId(write.method, hashKey([input, ifVersion ?? null]));
    const seen = ifVersion ?? (write.about && this.#store.versionOf(write.about));
    const known = this.#intents.find(id);
    const submission: Submission<Input> = { input, ifVersion, seen };
    const intent = { id, method: write.method, key: known ?? newKey() };
    return this.#start(intent, 'pending', (run) =>
      new Attempt(this.#store, this.#intents, write, run).begin(submission, known !== undefined),
    );
  }

  /** Finds out what became of a write that is no longer under way. */
  recover<Output>(write: Write<never, Output>, intent: PendingIntent): Run<Output> {
    return this.#start(intent, 'checking', async (run) => {
      const attempt = new Attempt(this.#store, this.#intents, write, run);
      const found = await attempt.find(true);
      if (found !== 'absent') return attempt.conclude(found);
      // It may still be on its way: wanted again, it has the same key, where that makes it happen once.
      if (await attempt.isIdempotent()) this.#intents.setAside(intent.key);
      else this.#intents.drop(intent.key);
      run.set(IDLE);
    });
  }

  /** What has no outcome yet, the oldest first. */
  pending(): readonly PendingIntent[] {
    return this.#intents.list();
  }

  /** A write that an earlier visit of the page has left without an outcome; each is given once. */
  takeLeft(method: string): PendingIntent | undefined {
    return this.#intents.takeLeft(method);
  }

  #start<Output>(
    intent: PendingIntent,
    status: 'pending' | 'checking',
    work: (run: Run<Output>) => Promise<void>,
  ): Run<Output> {
    const running = this.#runs.get(intent.id) as Run<Output> | undefined;
    if (running) return running;
    const run = new Run<Output>(intent, status);
    this.#runs.set(intent.id, run as Run<unknown>);
    void run.ended.then(() => this.#runs.delete(intent.id));
    work(run).catch((cause: unknown) => run.set({ status: 'failed', error: toBillingError(cause) }));
    return run;
  }
}

const writers = new WeakMap<WriterStore, Writer>();

/** The one writer of a store. Made when something is first to be written: a page that only reads doesn't load it. */
export function writerOf({ writes }: { readonly writes: WriterStore }): Writer {
  const writer = writers.get(writes) ?? new Writer(writes);
  writers.set(writes, writer);
  return writer;
}
