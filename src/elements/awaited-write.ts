import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import type { LanguageTag } from '../locale/intl.js';
import type { BillingStore } from '../store/store.js';
import { IDLE, isBusy } from '../store/write-state.js';
import { WriteController, type WriteState } from '../store/write.js';
import type { Write } from '../store/writes/write.js';
import { writeOutcome } from './write-button.js';

/** A write with what is to follow it, which also does where only a later question tells that it has happened. */
export class AwaitedWrite<Input, Output> implements ReactiveController {
  readonly #host: LitElement;
  readonly #write: WriteController<Input, Output>;
  #done: (() => void) | undefined;

  constructor(host: LitElement, store: () => BillingStore | undefined, write: Write<Input, Output>) {
    this.#host = host;
    this.#write = new WriteController(host, store, write);
    host.addController(this);
  }

  get state(): WriteState<Output> {
    return this.#write.state;
  }

  get busy(): boolean {
    return isBusy(this.state);
  }

  /** What became of the last one is forgotten. */
  begin(): void {
    this.#done = undefined;
    this.#write.begin();
  }

  /** Sends it. `ifVersion` is what the user saw; `done` is called once it has happened, and all of that is on show. */
  submit(input: Input, ifVersion: string | undefined, done: () => void): Promise<WriteState<Output>> {
    this.#done = done;
    return this.#write.submit(input, ifVersion === undefined ? {} : { ifVersion });
  }

  /** Finds out whether it has happened, where nobody knows. */
  readonly check = (): void => this.#write.check();

  hostUpdate(): void {
    const [{ status }, done] = [this.state, this.#done];
    if (status === 'idle' || status === 'done') this.#done = undefined;
    if (status !== 'done' || !done) return;
    void this.#host.updateComplete.then(() => {
      this.#write.begin();
      done();
    });
  }
}

/** What became of the first of some writes that has not simply succeeded, in a live region that is always there. */
export function writesOutcome(
  tag: LanguageTag,
  writes: readonly Pick<AwaitedWrite<unknown, unknown>, 'state' | 'check'>[],
): TemplateResult {
  const told = writes.find(({ state }) => ['checking', 'unknown', 'failed'].includes(state.status));
  return writeOutcome(tag, told?.state ?? IDLE, () => told?.check());
}
