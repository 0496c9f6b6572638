import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Run } from './run.js';
import type { BillingStore } from './store.js';
import { writerOf } from './writer.js';
import { IDLE, isBusy, type WriteState } from './write-state.js';
import type { Write } from './writes/write.js';

export { isBusy, type WriteState } from './write-state.js';

/** How a write is submitted. */
export interface SubmitOptions {
  /** The version that the user saw, for what has versions. */
  readonly ifVersion?: string;
}

/** Writes for an element: one thing at a time, as often as the user wants. */
export class WriteController<Input, Output> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #store: () => BillingStore | undefined;
  readonly #write: Write<Input, Output>;
  #from: BillingStore | undefined;
  #run: Run<Output> | undefined;
  #unfollow: () => void = () => undefined;

  /** `store` gives `undefined` while there is none. */
  constructor(host: ReactiveControllerHost, store: () => BillingStore | undefined, write: Write<Input, Output>) {
    this.#host = host;
    this.#store = store;
    this.#write = write;
    host.addController(this);
  }

  /** What is known now. */
  get state(): WriteState<Output> {
    return this.#run?.state ?? IDLE;
  }

  /** A new intent, when a dialog opens: what became of the last one is forgotten. What is under way goes on. */
  begin(): void {
    this.#follow(undefined);
  }

  /**
   * Sends it, or joins it where the same is under way already. Never rejects: resolves with the state that it has ended
   * in. Without a store nothing happens.
   */
  async submit(input: Input, { ifVersion }: SubmitOptions = {}): Promise<WriteState<Output>> {
    this.hostUpdate();
    if (!this.#from) return IDLE;
    if (!this.#run || !isBusy(this.#run.state))
      this.#follow(writerOf(this.#from).submit(this.#write, input, ifVersion));
    return this.#run?.ended ?? IDLE;
  }

  /** Asks the back end once more what became of it, where that is `unknown`. */
  check(): void {
    if (this.#from && this.#run?.state.status === 'unknown')
      this.#follow(writerOf(this.#from).recover(this.#write, this.#run.intent));
  }

  hostConnected(): void {
    this.#follow(this.#run);
  }

  /** Another store is another account: what was written for the one before is no news of this one. */
  hostUpdate(): void {
    const store = this.#store();
    if (store !== this.#from) this.#follow(undefined);
    this.#from = store;
    if (!this.#run) this.#resume();
  }

  hostDisconnected(): void {
    this.#unfollow();
  }

  /** What was sent before the page was loaded anew, and never answered. */
  #resume(): void {
    const left = this.#from && writerOf(this.#from).takeLeft(this.#write.method);
    if (left && this.#from) this.#follow(writerOf(this.#from).recover(this.#write, left));
  }

  #follow(run: Run<Output> | undefined): void {
    this.#unfollow();
    this.#run = run;
    if (run) this.#unfollow = run.follow(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }
}
