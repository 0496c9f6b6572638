import { BillingError, toBillingError } from '../api/index.js';
import type { Intents } from './intents.js';
import { isOnline } from './network.js';
import { findOutcome, type Found } from './outcome.js';
import type { Run } from './run.js';
import { isLost, isOutdated, isRefusal, isVerdict, mayRetry, MOST_TRIES, pause, waitBefore } from './tries.js';
import type { WriterStore } from './writer-store.js';
import type { Write } from './writes/write.js';

/** What is sent, over which version. */
export interface Submission<Input> {
  readonly input: Input;
  readonly ifVersion: string | undefined;
  /** The version on show, which the answer replaces. */
  readonly seen: string | undefined;
}

/** One write from the user's wish to its outcome. */
export class Attempt<Input, Output> {
  readonly #store: WriterStore;
  readonly #intents: Intents;
  readonly #write: Write<Input, Output>;
  readonly #run: Run<Output>;
  #isIdempotent = false;
  /** Whether an answer was lost: what stands in the way of the next try says nothing of that one. */
  #mayHaveHappened = false;

  constructor(store: WriterStore, intents: Intents, write: Write<Input, Output>, run: Run<Output>) {
    this.#store = store;
    this.#intents = intents;
    this.#write = write;
    this.#run = run;
  }

  /** Sends it; where it may have been sent before, that is found out first. Rejects where it may not be sent at all. */
  async begin(submission: Submission<Input>, wasSent: boolean): Promise<void> {
    this.#mayHaveHappened = wasSent;
    try {
      await this.#admit();
    } catch (cause) {
      if (!wasSent) throw cause;
      return this.conclude('lost', toBillingError(cause));
    }
    if (!this.#write.momentary) this.#intents.keep(this.#run.intent);
    return wasSent ? this.#lookUp(submission, 0) : this.#try(submission, 1);
  }

  /** Whether a key makes it happen once, as far as that can be found out. */
  isIdempotent(): Promise<boolean> {
    return this.#store.capabilities().then(
      ({ features }) => features?.idempotency === true,
      () => false,
    );
  }

  /** What became of it. */
  find(patient: boolean): Promise<Found> {
    return findOutcome(this.#store.adapter, this.#store.calls, this.#run.intent.key, patient);
  }

  /** Ends with what was found out. */
  conclude(found: Found, error?: BillingError): void {
    if (found === 'succeeded') return this.#succeed();
    if (found instanceof BillingError) {
      this.#intents.drop(this.#run.intent.key);
      return this.#refuse(found);
    }
    this.#run.set({
      status: 'unknown',
      error: error ?? new BillingError('outcome-unknown', `nobody could say what became of ${this.#write.method}`),
    });
  }

  /** Nothing is sent that is bound to be refused, and nothing waits for a network. */
  async #admit(): Promise<void> {
    const { method, resource } = this.#write;
    if (!isOnline()) throw new BillingError('network', `${method}: there is no network`, { code: 'offline' });
    if (typeof this.#store.adapter[method] !== 'function')
      throw new BillingError('unsupported', `the adapter has no ${method}`);
    const capabilities = await this.#store.capabilities();
    this.#isIdempotent = capabilities.features?.idempotency === true;
    const access = capabilities[resource];
    if (!access?.write) throw new BillingError('forbidden', access?.reason || `${resource} may not be written`);
  }

  /** Sends it for the `count`th time. */
  async #try(submission: Submission<Input>, count: number): Promise<void> {
    const { calls } = this.#store;
    const { method } = this.#write;
    if (count === 1) calls.permit(method);
    const sent = await calls
      .run(method, () => this.#send(submission))
      .then(
        (output) => ({ output }),
        (error: BillingError) => ({ error }),
      );
    return 'error' in sent ? this.#failed(submission, sent.error, count) : this.#succeed(sent.output, submission);
  }

  async #send({ input, ifVersion }: Submission<Input>): Promise<Output> {
    const { intent } = this.#run;
    const version = ifVersion !== undefined && { ifVersion };
    const options = { ...this.#store.calls.spoken, idempotencyKey: intent.key, ...version };
    const output = await this.#write.send(this.#store.adapter, input, options);
    const refusal = this.#write.refusal?.(output);
    if (refusal) throw refusal;
    return output;
  }

  async #failed(submission: Submission<Input>, error: BillingError, count: number): Promise<void> {
    if (isLost(error)) {
      this.#mayHaveHappened = true;
      return this.#lookUp(submission, count, error);
    }
    if (!this.#isIdempotent || !mayRetry(error, count)) return this.#giveUp(error);
    await pause(waitBefore(count, error.retryAfterMs));
    return this.#try(submission, count + 1);
  }

  /** It has failed, unless an earlier try may have gone well and this failure isn't about the write itself. */
  #giveUp(error: BillingError): void {
    if (this.#mayHaveHappened && !isVerdict(error)) this.conclude('lost', error);
    else this.#refuse(error);
  }

  /** It may have happened: it is sent again only where it has not, and where that can't make it happen twice. */
  async #lookUp(submission: Submission<Input>, count: number, error?: BillingError): Promise<void> {
    this.#run.set({ status: 'checking', error });
    const found = await this.find(!this.#isIdempotent);
    const isKnown = found === 'succeeded' || found instanceof BillingError;
    if (isKnown || !this.#isIdempotent || count >= MOST_TRIES) return this.conclude(found, error);
    if (count > 0) await pause(waitBefore(count, error?.retryAfterMs));
    this.#run.set({ status: 'pending', error: undefined });
    return this.#try(submission, count + 1);
  }

  /** Without an answer where only its success is known. */
  #succeed(output?: Output, submission?: Submission<Input>): void {
    const { about, patch, changes } = this.#write;
    this.#intents.drop(this.#run.intent.key);
    if (submission && about && patch)
      this.#store.hold(about, patch(output as Output, submission.input, submission.seen));
    this.#run.set({ status: 'done', result: output, error: undefined });
    this.#store.tell(changes);
    void this.#store.readAgain(changes);
  }

  #refuse(error: BillingError): void {
    if (isRefusal(error)) this.#intents.drop(this.#run.intent.key);
    this.#run.set({ status: 'failed', error });
    if (isOutdated(error)) void this.#store.readAgain(this.#write.changes).then(() => this.#run.set({ fresh: true }));
  }
}
